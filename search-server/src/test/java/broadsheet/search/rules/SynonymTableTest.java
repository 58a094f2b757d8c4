package broadsheet.search.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.owner.SynonymFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rule of the owner a typed text finds, in any form of its words. */
class SynonymTableTest {

    private static final TextAnalysis ENGLISH = new TextAnalysis(Language.of("en"));
    private static final TextAnalysis GERMAN = new TextAnalysis(Language.of("de"));

    private static SynonymTable table(String... rules) {
        return new SynonymTable(SynonymFile
                .read("synonyms.txt", String.join("\n", rules).getBytes(StandardCharsets.UTF_8)).rules());
    }

    private static final SynonymTable TABLE = table("car, automobile, motor car", "WHO => World Health Organization",
            "C++ => C plus plus", "ferry => boat", "ferry => ship", "Haus => Heim", "sea-wall => dyke");

    private static List<SynonymTable.Entry> entries(String typed, TextAnalysis analysis) {
        String key = Arrays.stream(typed.split(" ")).map(word -> SynonymTable.key(word, analysis))
                .collect(Collectors.joining(" "));
        return TABLE.entries(key, analysis);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            car           | car: [automobile, motor car]
            cars          | car: [automobile, motor car]
            Car           | car: [automobile, motor car]
            automobiles   | automobile: [car, motor car]
            motor cars    | motor car: [car, automobile]
            motors car    | motor car: [car, automobile]
            who           | WHO: [World Health Organization]
            C++           | C++: [C plus plus]
            c++           | C++: [C plus plus]
            ferries       | ferry: [boat] ferry: [ship]
            sea-walls     | sea-wall: [dyke]
            motor         | -
            car motor     | -
            c             | -
            boat          | -
            World         | -
            dyke          | -
            """)
    void aTextFindsItsRulesInAnyForm(String typed, String found) {
        String shown = entries(typed, ENGLISH).stream().map(entry -> entry.side() + ": " + entry.also())
                .collect(Collectors.joining(" "));
        assertEquals(found, shown.isEmpty() ? "-" : shown);
    }

    @Test
    void eachLanguageHasItsOwnForms() {
        assertEquals(List.of("Heim"), entries("Häuser", GERMAN).getFirst().also());
        assertEquals(List.of(), entries("Häuser", ENGLISH));
        assertEquals(List.of("Heim"), entries("Haus", ENGLISH).getFirst().also());
    }

    @Test
    void theLongestTextIsCountedInWords() {
        assertEquals(2, TABLE.longest(ENGLISH));
        assertEquals(0, SynonymTable.NONE.longest(ENGLISH));
        assertEquals(1, table("WHO => World Health Organization").longest(ENGLISH));
        String thirteen = IntStream.range(0, 13).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        assertEquals(12, table("a, " + thirteen).longest(ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({"car, true", "cars, true", "motor, true", "WHO, true", "C++, true", "ferry, true", "world, true",
            "boat, true", "dyke, true", "plus, true", "harbour, false", "wold, false"})
    void theWordsOfEachSideOfARuleAreKnown(String word, boolean known) {
        assertEquals(known, TABLE.knows(word, ENGLISH));
    }

    @Test
    void withoutRulesNothingIsKnown() {
        assertTrue(SynonymTable.NONE.isEmpty());
        assertFalse(TABLE.isEmpty());
        assertFalse(SynonymTable.NONE.knows("car", ENGLISH));
    }

    @Test
    void ofALongRuleThirtyTwoOthersCount() {
        String forty = IntStream.range(0, 40).mapToObj(i -> "w" + i).collect(Collectors.joining(", "));
        SynonymTable table = table(forty);
        List<String> also = table.entries(SynonymTable.key("w5", ENGLISH), ENGLISH).getFirst().also();
        assertEquals(32, also.size());
        assertFalse(also.contains("w5"));
        assertEquals("w0", also.getFirst());
        assertEquals("w32", also.getLast());
    }
}
