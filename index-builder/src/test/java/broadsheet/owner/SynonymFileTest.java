package broadsheet.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymFileTest {

    private static SynonymFile read(String text) {
        return SynonymFile.read("synonyms.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            car, automobile, motor car           | [car, automobile, motor car] [car, automobile, motor car]
            WHO => World Health Organization     | [WHO] [World Health Organization]
            US, U.S. => United States, America   | [US, U.S.] [United States, America]
            a  ,   b\tc                          | [a, b c] [a, b c]
            10\\,000 => ten thousand             | [10,000] [ten thousand]
            x \\=> y, z                          | [x => y, z] [x => y, z]
            C#, C sharp                          | [C#, C sharp] [C#, C sharp]
            back\\\\slash, bs                    | [back\\slash, bs] [back\\slash, bs]
            """)
    void aRuleIsRead(String line, String rule) {
        SynonymFile file = read(line);
        assertEquals(List.of(), file.problems());
        assertEquals(rule,
                file.rules().get(0).typed() + " " + file.rules().get(0).also());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            => b         | 1:1: error: expected a word before the => [empty-side]
            a =>         | 1:5: error: expected a word behind the => [empty-side]
            a, , b       | 1:4: error: expected a word beside the comma [empty-word]
            a, b => c,   | 1:11: error: expected a word beside the comma [empty-word]
            a => b => c  | 1:8: error: expected one => in a line [second-arrow]
            a, b\\       | 1:5: error: expected a sign behind the backslash [bad-escape]
            a, +++       | 1:4: error: expected a letter or digit in "+++" [no-letters]
            alone        | 1:1: warning: expected two different words, as a rule of one changes nothing [no-effect]
            a, a         | 1:1: warning: expected two different words, as a rule of one changes nothing [no-effect]
            """)
    void aFaultIsNamedWithItsPlaceAndTheLineIsLeftOut(String line, String problem) {
        SynonymFile file = read(line);
        assertEquals(List.of("synonyms.txt:" + problem), file.problems().stream().map(Problem::toString).toList());
        assertEquals(List.of(), file.rules());
    }

    @Test
    void otherLinesCountWhereOneIsFaulty() {
        SynonymFile file = read("\ufeff# cars\r\n\r\ncar, auto\r\n  # more\r\na =>\r\nbus, coach");
        assertEquals(List.of(new SynonymRule(List.of("car", "auto"), List.of("car", "auto")),
                new SynonymRule(List.of("bus", "coach"), List.of("bus", "coach"))), file.rules());
        assertEquals("synonyms.txt:5:5: error: expected a word behind the => [empty-side]",
                file.problems().get(0).toString());
    }

    @Test
    void aRuleThatRepeatsIsReportedWithTheLineOfTheFirst() {
        SynonymFile file = read("a, b\nb, a\na => b\na=>b\nA, b");
        assertEquals(
                List.of("synonyms.txt:2:1: warning: the same rule stands in line 1 [repeated-rule]",
                        "synonyms.txt:4:1: warning: the same rule stands in line 3 [repeated-rule]"),
                file.problems().stream().map(Problem::toString).toList());
        assertEquals(3, file.rules().size());
    }

    @Test
    void aFileThatIsNoTextIsOneProblem() {
        byte[] latin = {'c', 'a', 'f', (byte) 0xE9};
        assertEquals("[synonyms.txt: error: expected a text in UTF-8 [not-utf-8]]",
                SynonymFile.read("synonyms.txt", latin).problems().toString());
        assertEquals("[synonyms.txt: error: expected at most 1048576 bytes, came 2000000 [too-long]]",
                SynonymFile.read("synonyms.txt", new byte[2_000_000]).problems().toString());
    }

    @Test
    void veryLongRulesAreReported() {
        String line = IntStream.range(0, 40).mapToObj(i -> "w" + i).collect(Collectors.joining(", "));
        assertEquals("[synonyms.txt:1:1: warning: of 40 texts a search uses the first 32 [many-words]]",
                read(line).problems().toString());
    }
}
