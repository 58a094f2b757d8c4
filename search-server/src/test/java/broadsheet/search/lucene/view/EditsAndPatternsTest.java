package broadsheet.search.lucene.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words compared letter by letter: edits, sketches, patterns. */
class EditsAndPatternsTest {

    private static int distance(String word, String other, int most) {
        int[] letters = other.codePoints().toArray();
        return new EditDistance(word.codePoints().toArray(), most, Math.max(1, letters.length))
                .to(letters, letters.length);
    }

    @ParameterizedTest
    @CsvSource({"tram, tram, 0", "tram, trams, 1", "tram, tam, 1", "tram, tran, 1", "tram, rtam, 1", "tram, t, 3",
            "tram, '', 3", "a, b, 1", "'', '', 0", "'', ab, 2", "ab, ba, 1", "abc, cab, 2", "abcd, badc, 2",
            "ca, abc, 3", "élan, elan, 1", "世界, 世, 1", "😀a, a😀, 1", "harbour, harbor, 1", "harbour, labour, 2",
            "election, selection, 1", "election, elation, 2", "kitten, sitting, 3"})
    void countsEditsUpToTheMost(String word, String other, int edits) {
        assertEquals(edits, Math.min(3, distance(word, other, 2)));
        assertEquals(edits, Math.min(3, distance(other, word, 2)), "and back");
    }

    @Test
    void countsAsTheWholeTableDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String word = word(random, "abcé", random.nextInt(8));
            String other = word(random, "abcé", random.nextInt(8));
            int whole = wholeTable(word, other);
            for (int most = 1; most <= 3; most++) {
                assertEquals(Math.min(whole, most + 1), Math.min(distance(word, other, most), most + 1),
                        word + " " + other + ", at most " + most + ", seed " + seed);
            }
        }
    }

    /** Optimal string alignment without a band, as textbooks have it. */
    private static int wholeTable(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + same, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }

    private static String word(Random random, String letters, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    private static int sketch(String word) {
        int[] letters = word.codePoints().toArray();
        return WordSketch.of(letters, letters.length);
    }

    @ParameterizedTest
    @CsvSource({"tram, tram, 1, true", "tram, tran, 1, true", "tram, trap, 1, true", "tram, xyam, 1, false",
            "tram, xyam, 2, true", "tram, tramway, 2, false", "tram, trams, 1, true", "tram, mart, 1, true",
            "世界, 世間, 1, true", "a, '', 1, true"})
    void aSketchRulesOutWhatIsFarAway(String word, String other, int edits, boolean near) {
        assertEquals(near, WordSketch.mayBeNear(sketch(word), sketch(other), edits));
    }

    @Test
    void aSketchRulesOutNothingThatIsNear() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String word = word(random, "abcdefgxyzé世", random.nextInt(9));
            String other = word(random, "abcdefgxyzé世", random.nextInt(9));
            int edits = wholeTable(word, other);
            assertTrue(edits > 2 || WordSketch.mayBeNear(sketch(word), sketch(other), Math.max(1, edits)),
                    word + " " + other + ", seed " + seed);
        }
    }

    @Test
    void wordsPast63LettersHaveOneLengthInTheirSketch() {
        assertTrue(WordSketch.mayBeNear(sketch("a".repeat(63)), sketch("a".repeat(90)), 1));
        assertEquals(sketch("a".repeat(63)), sketch("a".repeat(64)));
    }

    private static boolean fits(String pattern, String word) {
        byte[] bytes = ("<" + word + ">").getBytes(StandardCharsets.UTF_8);
        return new WordPattern(pattern).fits(bytes, 1, bytes.length - 1);
    }

    @ParameterizedTest
    @CsvSource({"wom?n, woman, true", "wom?n, women, true", "wom?n, womn, false", "wom?n, womaan, false",
            "elect*, elect, true", "elect*, elections, true", "elect*, elec, false", "*port, airport, true",
            "*port, ports, false", "a*b*c, aXbYc, true", "a*b*c, acb, false", "a*b*c, abcbc, true", "*, '', true",
            "?, '', false", "?, é, true", "?, 世, true", "??, 世, false", "caf?, café, true", "c*é, café, true",
            "'', '', true", "'', a, false", "**a**, bab, true", "?*?, a, false", "?*?, ab, true", "a?, a😀, true"})
    void aPatternFitsAWholeWord(String pattern, String word, boolean fits) {
        assertEquals(fits, fits(pattern, word));
    }

    @Test
    void patternsFitAsRegularExpressionsDo() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String pattern = word(random, "abé?*", random.nextInt(7));
            String word = word(random, "abé", random.nextInt(8));
            boolean expected = Pattern.matches(pattern.replace("?", ".").replace("*", ".*"), word);
            assertEquals(expected, fits(pattern, word), pattern + " " + word + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @CsvSource({"elect*, elect", "wom?n, wom", "*port, ''", "tram, tram", "世?, 世", "'', ''"})
    void aPatternKnowsWhatItsWordsBeginWith(String pattern, String start) {
        assertEquals(start, new WordPattern(pattern).start().utf8ToString());
    }
}
