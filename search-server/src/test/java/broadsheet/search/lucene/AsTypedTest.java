package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.Post;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Acronyms, names and numbers with signs are found as they are typed, whatever language the archive is in. */
class AsTypedTest {

    private static final List<String> TYPED = List.of("O'Neill", "O’Neill", "oneill", "AT&T", "C++", "U.S.", "£5m",
            "covid-19", "10:30", "F-16", "WHO", "Müller", "muller", "São Paulo", "sao paulo");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "pt", "fr", "es", "it", "nl", "pl", "uk", "ru", "tr", "zh", "xx"})
    void theyAreFoundQuotedOrNotInEachLanguage(String lang) throws IOException {
        try (SmallArchive archive = archive(lang)) {
            for (String typed : TYPED) {
                assertEquals(List.of("signs"), archive.ids(typed), lang + ": " + typed);
                if (!typed.equals("oneill")) {
                    assertEquals(List.of("signs"), archive.ids("\"" + typed + "\""), lang + ": quoted " + typed);
                }
            }
        }
    }

    @Test
    void aStopWordInCapitalsIsPreferredAndDecidesNothing() throws Exception {
        try (SmallArchive archive = SmallArchive.of(folder, List.of(post("en", "without", "Radio warns of storms."),
                post("en", "word", "The radio warns those who sail."),
                post("en", "acronym", "The WHO warns on the radio, once more and at length, of an illness.")))) {
            assertEquals("acronym", archive.ids("WHO warns").getFirst());
            assertEquals(Set.of("acronym", "word", "without"), Set.copyOf(archive.ids("WHO warns")));
            assertEquals("acronym", archive.ids("\"WHO\" warns").getFirst());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "sv", "zh", "xx"})
    void wordsJoinedByAColonAreFoundByTheirParts(String lang) throws IOException {
        try (SmallArchive archive = SmallArchive.of(folder, List.of(
                post(lang, "colon", "Akin to openSUSE:Factory \u2764 it is."),
                post(lang, "line", "The enqueue_job ran."),
                post(lang, "other", "Nothing of it.")))) {
            assertEquals(List.of("colon"), archive.ids("factory"));
            assertEquals(List.of("colon"), archive.ids("openSUSE:Factory"));
            assertEquals(List.of("colon"), archive.ids("\"openSUSE:Factory\""));
            assertEquals(List.of("line"), archive.ids("enqueue_job"));
        }
    }

    @Test
    void signsThatNoPostHasAreLeftOutWithANoteAndNeverInQuotationMarks() throws Exception {
        try (SmallArchive archive = SmallArchive.of(folder, List.of(post("en", "letter", "Vitamin C for all."),
                post("en", "other", "Nothing of it.")))) {
            assertEquals(List.of("letter"), archive.ids("C++"));
            assertEquals("corrected", archive.ask("C++").query().notes().getFirst().code());
            assertEquals(List.of(), archive.ids("\"C++\""));
            assertEquals(List.of(), archive.ids("title:C++"));
            assertEquals(Set.of("letter", "other"), Set.copyOf(archive.ids("-C++")));
        }
    }

    @ParameterizedTest
    @CsvSource({"en,US,us", "de,IT,it", "pt,US,us", "fr,WHO,who"})
    void capitalsPreferTheAcronymAndQuotationMarksRequireIt(String lang, String acronym, String word)
            throws IOException {
        try (SmallArchive archive = SmallArchive.of(folder, List.of(
                post(lang, "word", "Bla " + word + " bla " + word + " " + word + "."),
                post(lang, "acronym", "Bla " + acronym + " bla bla bla bla.")))) {
            assertEquals(List.of("acronym", "word"), archive.ids(acronym + " bla"));
            assertEquals(List.of("acronym"), archive.ids("\"" + acronym + "\""));
            assertEquals(2, archive.ids(word + " bla").size());
        }
    }

    @Test
    void anArchiveOfSeveralLanguagesFindsThemInAll() throws IOException {
        try (SmallArchive archive = SmallArchive.of(folder, List.of(post("de", "de", "Die F-16 und AT&T um 10:30."),
                post("pt", "pt", "O F-16 e a AT&T às 10:30."), post("en", "en", "The F-16 and AT&T at 10:30.")))) {
            for (String typed : List.of("F-16", "AT&T", "10:30", "\"F-16\"", "at&t 10:30")) {
                assertEquals(List.of("de", "en", "pt"), archive.ids(typed).stream().sorted().toList(), typed);
            }
        }
    }

    private SmallArchive archive(String lang) throws IOException {
        return SmallArchive.of(folder, List.of(
                post(lang, "signs",
                        "Herr O'Neill, AT&T, C++, U.S., £5m, covid-19, 10:30, F-16, WHO, Müller, São Paulo."),
                post(lang, "bare", "Neill, at x t, c, u x s, 5, covid x 19 x 10 x 30 f x 16."),
                post(lang, "other", "Herr Meier.")));
    }

    private static Post post(String lang, String id, String body) {
        return Post.builder(id).title("").body(body).lang(lang).date(Instant.parse("2024-05-01T09:00:00Z")).build();
    }
}
