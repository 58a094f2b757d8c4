package broadsheet.search.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.query.Note;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is corrected and what stays, as a table in a text file, over the words of a made-up archive. */
class SpellingTableTest {

    private static MadeVocabulary words;

    @BeforeAll
    static void readArchive() throws IOException {
        words = MadeVocabulary.read();
    }

    private static CorrectedQuery correct(String typed, Vocabulary vocabulary) throws IOException {
        return CorrectedQuery.of(QueryParser.parse(typed), vocabulary);
    }

    record Row(String typed, String read, String codes, String suggestion) {

        static Row of(String line) {
            String[] sides = line.split(" => ", 2);
            List<String> answer = Arrays.stream((sides[1] + ";;;;").split(";;", 4)).map(String::strip).toList();
            return new Row(sides[0], answer.get(0), answer.get(1), answer.get(2));
        }
    }

    static Stream<Row> rows() throws IOException {
        try (InputStream table = SpellingTableTest.class.getResourceAsStream("spelling-table.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("##")).map(Row::of).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readsAsTheTableSays(Row row) throws IOException {
        CorrectedQuery corrected = correct(row.typed(), words);
        assertEquals(row.read(), corrected.read());
        assertEquals(row.codes(), corrected.notes().stream().map(Note::code).collect(Collectors.joining(" ")));
        assertEquals(row.suggestion(), corrected.suggestion().orElse(""));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aReadingAskedAgainIsNotCorrectedAgain(Row row) throws IOException {
        CorrectedQuery again = correct(row.read(), words);
        assertEquals(row.read(), again.read());
        assertTrue(again.notes().stream().noneMatch(note -> note.code().equals("corrected")),
                () -> row.read() + ": " + again.notes());
    }

    @Test
    void aNoteNamesTheWordAndWhatIsShown() throws IOException {
        assertEquals(List.of(new Note("corrected",
                "No post has \"goverment\". Showing \"government\". Quotation marks keep a word as it was typed.")),
                correct("goverment", words).notes());
        assertEquals(List.of(new Note("also-searched",
                "No post has all of \"old heir mended\". Also searched: \"weir\" for heir. Quotation marks keep a word"
                        + " as it was typed.")),
                correct("old heir mended", words).notes());
    }

    @Test
    void anEmptyArchiveCorrectsNothing() throws IOException {
        CorrectedQuery corrected = correct("goverment seawall C#", new MadeVocabulary());
        assertEquals("goverment seawall C#", corrected.read());
        assertEquals(List.of(), corrected.notes());
        assertEquals(Optional.empty(), corrected.suggestion());
    }

    @Test
    void aWordThatTheOwnerHasNamedIsRightThoughNoPostHasIt() throws IOException {
        MadeVocabulary named = MadeVocabulary.read().name("lighthose").name("C#");
        assertEquals("lighthose", correct("lighthose", named).read());
        assertEquals("C#", correct("C#", named).read());
        assertEquals("lighthouse", correct("lightouse", named).read());
    }
}
