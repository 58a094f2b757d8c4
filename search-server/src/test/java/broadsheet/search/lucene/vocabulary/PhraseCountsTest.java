package broadsheet.search.lucene.vocabulary;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseCountsTest {

    @Test
    void whatWasMetOftenEnoughIsFrequent() {
        PhraseCounts counts = new PhraseCounts();
        for (int i = 0; i < 5_000; i++) {
            counts.add(List.of("sea", "wall" + i));
            counts.add(List.of("prime", "minister"));
            counts.add(i < 4 ? List.of("sea", "wall", "falls") : List.of("sea", "wall" + i, "falls"));
        }
        counts.count(5);
        assertTrue(counts.mayBeFrequent(List.of("prime", "minister")));
        assertFalse(counts.mayBeFrequent(List.of("minister", "prime")), "another order");
        assertFalse(counts.mayBeFrequent(List.of("prime", "minister", "sea")));
        assertFalse(counts.mayBeFrequent(List.of("sea", "wall", "falls")), "four times");
        assertFalse(counts.mayBeFrequent(List.of("sea", "wall7")));
    }
}
