package broadsheet.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class WordMemoryTest {

    @Test
    void wordsAreFoundAgainAndOthersAreNot() {
        WordMemory memory = new WordMemory(50_000);
        Map<String, WordForms> put = new HashMap<>();
        Random random = new Random(7);
        while (put.size() < 40_000) {
            String word = Long.toString(random.nextLong() >>> random.nextInt(60), 36);
            if (put.putIfAbsent(word, forms(put.size())) == null) {
                put(memory, word, put.get(word));
            }
        }
        assertEquals(40_000, memory.size());
        put.forEach((word, forms) -> assertSame(forms, get(memory, word), word));
        assertSame(WordForms.UNKNOWN, get(memory, "never-put"));
        assertSame(WordForms.UNKNOWN, get(memory, ""));
    }

    @Test
    void shortWordsAreToldFromLongOnesAndFromThoseOfOtherScripts() {
        WordMemory memory = new WordMemory(100);
        List<String> words = List.of("a", "aa", "eightlet", "ninelette", "été", "ete", "\u0100a", "\u0001a", "слово");
        List<WordForms> forms = IntStream.range(0, words.size()).mapToObj(WordMemoryTest::forms).toList();
        IntStream.range(0, words.size()).forEach(i -> put(memory, words.get(i), forms.get(i)));
        IntStream.range(0, words.size())
                .forEach(i -> assertSame(forms.get(i), get(memory, words.get(i)), words.get(i)));
    }

    @Test
    void aFullMemoryBeginsAnew() {
        WordMemory memory = new WordMemory(2);
        put(memory, "one", forms(1));
        put(memory, "two", forms(2));
        put(memory, "three", forms(3));
        assertEquals(1, memory.size());
        assertSame(WordForms.UNKNOWN, get(memory, "one"));
        assertNotSame(WordForms.UNKNOWN, get(memory, "three"));
    }

    @Test
    void longWordsAreNotKept() {
        WordMemory memory = new WordMemory(10);
        put(memory, "a".repeat(WordMemory.LONGEST + 1), forms(1));
        put(memory, "a".repeat(WordMemory.LONGEST), forms(2));
        assertEquals(1, memory.size());
        assertNotSame(WordForms.UNKNOWN, get(memory, "a".repeat(WordMemory.LONGEST)));
    }

    @Test
    void wordsOfOneHashAreToldApart() {
        // "Aa" and "BB" have the same sums in any hash that multiplies by 31.
        WordMemory memory = new WordMemory(10);
        WordForms first = forms(1);
        put(memory, "Aa", first);
        assertSame(WordForms.UNKNOWN, get(memory, "BB"));
        put(memory, "BB", forms(2));
        assertSame(first, get(memory, "Aa"));
    }

    private static WordForms forms(int number) {
        return new WordForms(number, new BytesRef("x"), new BytesRef("x"), WordForms.NONE, WordForms.NONE,
                WordForms.NONE, true);
    }

    private static void put(WordMemory memory, String word, WordForms forms) {
        memory.put(("##" + word).toCharArray(), 2, word.length(), forms);
    }

    private static WordForms get(WordMemory memory, String word) {
        return memory.get((word + "#").toCharArray(), 0, word.length());
    }
}
