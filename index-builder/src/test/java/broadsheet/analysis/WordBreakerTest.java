package broadsheet.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;

class WordBreakerTest {

    private final WordBreaker breaker = new WordBreaker();

    @Test
    void wordsOfNewsAreFound() {
        assertEquals(List.of("Don't", "pay", "1,000.50", "at", "10", "30", "in", "U.S", "O’Neill", "F", "16"),
                words("Don't pay 1,000.50 at 10:30 in U.S. — “O’Neill”, F-16!"));
    }

    @Test
    void colonsPartWords() {
        assertEquals(List.of("openSUSE", "Factory", "S", "t"), words("openSUSE:Factory S:t"));
    }

    @Test
    void whatIsNotSimpleIsLeftToTheTokenizer() {
        for (String text : List.of("日本", "snake_case", "ไทย", "x\u00ADy", "❤", "שלום", "Δ\u0301", "a".repeat(256))) {
            assertFalse(breaker.read(text), text);
        }
    }

    @Test
    void everyKnownCharacterBreaksAsTheTokenizerSays() throws IOException {
        int known = 0;
        for (char c = 0; c < 0x3000; c++) {
            for (String text : List.of("" + c, "a" + c + "b", "1" + c + "2", "a" + c + "2", "1" + c, c + "a",
                    "a" + c + c + "b")) {
                if (breaker.read(text)) {
                    known++;
                    assertEquals(standard(text), words(text), "U+" + Integer.toHexString(c) + " in " + text);
                }
            }
        }
        assertTrue(known > 5_000, known + " known texts");
    }

    @Test
    void randomTextBreaksAsTheTokenizerSays() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("WordBreakerTest seed " + seed);
        Random random = new Random(seed);
        String signs = "aZé9ßжΩ0.,;:'’‘·-– \n\"“/&$1à`´.";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(14); j >= 0; j--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertTrue(breaker.read(text.toString()));
            assertEquals(standard(text.toString()), words(text.toString()), text.toString());
        }
    }

    @Test
    void pointsPartNamesAndNotAbbreviations() {
        assertEquals(List.of("Node", "js", "U.K", "Ph.D", "booking", "com", "3.5"),
                words("Node.js U.K. Ph.D. booking.com 3.5"));
        assertEquals(List.of("J. R. R", "Tolkien", "U.S", "U.K.'s"), words("J. R. R. Tolkien U.S. U.K.'s"));
    }

    private List<String> words(String text) {
        assertTrue(breaker.read(text), text);
        return words(text, breaker);
    }

    private static List<String> words(String text, WordBreaker found) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            words.add(text.substring(found.start(i), found.end(i)));
        }
        return words;
    }

    /** The words that the tokenizer gives, cut and joined as all are. */
    private static List<String> standard(String text) throws IOException {
        WordBreaker cut = new WordBreaker();
        cut.begin(text);
        try (StandardTokenizer tokenizer = new StandardTokenizer()) {
            OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
            tokenizer.setReader(new StringReader(WordBreaker.parted(text).replace('`', '·').replace('´', '·')));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                cut.add(offset.startOffset(), offset.endOffset());
            }
        }
        return words(text, cut);
    }
}
