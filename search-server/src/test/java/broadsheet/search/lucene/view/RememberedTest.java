package broadsheet.search.lucene.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final List<String> found = new ArrayList<>();

    private int length(Remembered<Integer> memory, String word) {
        return memory.of(word, () -> {
            found.add(word);
            return word.length();
        });
    }

    @Test
    void whatIsKnownIsNotFoundAgain() {
        Remembered<Integer> memory = new Remembered<>(4);
        assertEquals(5, length(memory, "storm"));
        assertEquals(5, length(memory, "storm"));
        assertEquals(List.of("storm"), found);
    }

    @Test
    void aLongWordAndATextWithSpacesAreNeverKept() {
        Remembered<Integer> memory = new Remembered<>(4);
        for (String text : List.of("a".repeat(41), "storm flood")) {
            assertEquals(text.length(), length(memory, text));
            assertEquals(text.length(), length(memory, text));
        }
        assertEquals(0, memory.size());
        assertEquals(4, found.size());
    }

    @Test
    void whatIsAskedForAgainStaysAndTheRestIsForgotten() {
        Remembered<Integer> memory = new Remembered<>(4);
        for (int i = 0; i < 1_000; i++) {
            length(memory, "word" + i);
            length(memory, "storm");
            assertTrue(memory.size() <= 8, "keeps " + memory.size());
        }
        assertEquals(1, found.stream().filter("storm"::equals).count());
        length(memory, "word0");
        assertEquals(2, found.stream().filter("word0"::equals).count());
    }
}
