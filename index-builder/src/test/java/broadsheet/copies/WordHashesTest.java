package broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text as the hashes of its words and numbers. */
class WordHashesTest {

    private static WordHashes of(String text) {
        WordHashes words = new WordHashes();
        words.add(text);
        return words;
    }

    private static List<Long> hashes(String text) {
        WordHashes words = of(text);
        return IntStream.range(0, words.size()).mapToObj(words::hash).toList();
    }

    private static List<Long> numbers(String text) {
        WordHashes words = of(text);
        return LongStream.range(0, words.numberCount()).mapToObj(i -> words.number((int) i)).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Sea wall            | SEA   wall!
            sea-wall            | sea wall
            don’t               | DON'T
            don't               | dont
            Élan                | élan
            ÄÖÜ straße          | äöü straße
            soft­hyphen         | softhyphen
            “quoted”            | quoted
            a/b                 | a b
            Київ                | київ
            10,000              | 10 000
            13.2                | 13 2
            x.y.z               | x y z
            """)
    void twoTextsHaveTheSameWords(String left, String right) {
        assertEquals(hashes(left), hashes(right));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sea wall            | seawall
            sea wall            | wall sea
            elan                | élan
            13                  | 31
            中秋                  | 秋中
            a                   | b
            """)
    void twoTextsHaveOtherWords(String left, String right) {
        assertNotEquals(hashes(left), hashes(right));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                        | ``
            ---                       | ``
            The sea wall              | 3 3 4
            don't                     | 4
            13.2 metres               | 2 1 6
            6-1/4                     | 1 1 1
            中秋节                       | 4 4 4
            中a秋                       | 4 1 4
            カタカナ                      | 4 4 4 4
            한국어                       | 3
            हिन्दी                    | 6
            """)
    void aWordIsAsLongAsItsCharactersAndAChineseOneCountsFour(String text, String lengths) {
        WordHashes words = of(text);
        assertEquals(lengths, String.join(" ", IntStream.range(0, words.size()).map(words::length)
                .mapToObj(String::valueOf).toList()));
    }

    @Test
    void aVeryLongWordIsOneOf127Characters() {
        WordHashes words = of("a".repeat(10_000) + " b");
        assertEquals(2, words.size());
        assertEquals(127, words.length(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no number                   | 0
            5                           | 0
            15                          | 1
            13.2                        | 1
            6-1/4                       | 1
            1,200,000                   | 1
            10.30 and 11.45             | 2
            2024-05-01                  | 1
            5m                          | 1
            covid19                     | 0
            19th                        | 1
            1. 2. 3.                    | 0
            12. 13.                     | 2
            £1,200 a day                | 1
            """)
    void aNumberOfMoreThanOneCharacterIsKeptWhole(String text, int count) {
        assertEquals(count, of(text).numberCount());
    }

    @Test
    void numbersAreEqualWhereTheirPartsAre() {
        assertEquals(numbers("1,200"), numbers("it cost 1.200"));
        assertNotEquals(numbers("1,200"), numbers("1200"));
        assertNotEquals(numbers("1,200"), numbers("200,1"));
        assertNotEquals(numbers("13.2"), numbers("13.3"));
        assertEquals(List.of(numbers("10.30").getFirst(), numbers("11.45").getFirst()), numbers("10.30 or 11.45"));
    }

    @Test
    void textsAddUpAndAreParted() {
        WordHashes words = of("sea");
        words.add("wall");
        assertEquals(hashes("sea wall"), List.of(words.hash(0), words.hash(1)));
        words.clear();
        assertEquals(0, words.size());
        words.add("wall 15");
        assertEquals(hashes("wall").getFirst(), words.hash(0));
        assertEquals(1, words.numberCount());
    }

    @Test
    void aLongTextIsReadToItsEnd() {
        String text = "word ".repeat(5_000) + "end";
        WordHashes words = of(text);
        assertEquals(5_001, words.size());
        assertEquals(hashes("end").getFirst(), words.hash(5_000));
        assertEquals(words.hash(0), words.hash(4_999));
    }
}
