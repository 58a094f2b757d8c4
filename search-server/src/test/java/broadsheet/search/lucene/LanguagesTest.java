package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.analysis.Language;
import broadsheet.post.Post;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** An archive in each language works as an English one: other forms of a word, accents left out, quotations. */
class LanguagesTest {

    private static final String SENTENCES = "/broadsheet/search/lucene/languages.csv";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvFileSource(resources = SENTENCES, delimiter = '|', maxCharsPerColumn = 1000)
    void aPostIsFoundByOtherFormsWithoutAccentsAndByItsOwnWords(String lang, String sentence, String forms,
            String plain, String phrase) throws IOException {
        Post post = post(lang, lang, sentence);
        Post other = post(lang, "other", "2024 + 2025");
        try (SmallArchive archive = SmallArchive.of(folder, List.of(post, other))) {
            for (String query : forms.strip().split(",\\s*")) {
                assertEquals(List.of(lang), found(archive, query), "another form: " + query);
            }
            for (String query : plain.strip().split(",\\s*")) {
                assertEquals(List.of(lang), found(archive, query), "typed without accents: " + query);
            }
            assertEquals(List.of(lang), found(archive, "\"" + phrase.strip() + "\""), "just so");
            assertEquals(0, archive.ask("\"" + reversed(phrase.strip()) + "\"").total(), "in another order");
        }
    }

    @Test
    void eachLanguageHasASentence() throws IOException {
        Set<String> tested = new TreeSet<>();
        try (var in = LanguagesTest.class.getResourceAsStream(SENTENCES)) {
            new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines()
                    .map(line -> line.substring(0, line.indexOf('|')).strip()).forEach(tested::add);
        }
        Set<String> known = new TreeSet<>(Language.codes());
        known.removeAll(Set.of("xx", "nb", "nn"));
        assertEquals(known, tested);
    }

    private static Post post(String lang, String id, String body) {
        return Post.builder(id).title("").body(body).lang(lang).date(Instant.parse("2024-05-01T09:00:00Z")).build();
    }

    private static List<String> found(SmallArchive archive, String query) {
        var answer = archive.ask(query);
        return answer.query().notes().isEmpty()
                ? answer.hits().stream().map(hit -> hit.post().id()).toList()
                : List.of(answer.query().notes().toString());
    }

    private static String reversed(String phrase) {
        int space = phrase.lastIndexOf(' ');
        return space > 0
                ? phrase.substring(space + 1) + " " + phrase.substring(0, space)
                : new StringBuilder(phrase).reverse().toString();
    }
}
