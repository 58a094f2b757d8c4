package broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A filter may say that several posts have a hash where fewer have; never the other way round. */
class HashFilterTest {

    @Test
    void aHashOfOnePostIsOfOneAndAHashOfTwoIsOfTwo() {
        HashFilter filter = new HashFilter(new int[][]{{1, 2, 3}, {3, 4, 5}, {5, 6}}, 2);
        assertEquals("0 0 1 0 1 0", two(filter, 1, 2, 3, 4, 5, 6));
        assertEquals(0, filter.mayHaveTwo(99));
    }

    @Test
    void manyBeginAtTheirNumber() {
        int[][] rows = {{1, 2, 3}, {1, 2, 3}, {1, 2}, {1}};
        assertEquals("1 1 1", two(new HashFilter(rows, 3), 1, 2, 3));
        assertEquals("1 1 0", many(new HashFilter(rows, 3), 1, 2, 3));
        assertEquals("1 0 0", many(new HashFilter(rows, 4), 1, 2, 3));
        assertEquals("0 0 0", many(new HashFilter(rows, 5), 1, 2, 3));
    }

    @Test
    void noPostHasNothing() {
        HashFilter none = new HashFilter(new int[0][], 2);
        assertEquals("0 0 0", two(none, 0, -1, Integer.MAX_VALUE));
        assertEquals("0 0", many(new HashFilter(new int[][]{{}, {}}, 2), 0, -1));
    }

    @Test
    void noIsCertainAndYesIsMostlyRight() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int[][] rows = new int[2_000][];
        Map<Integer, Integer> posts = new HashMap<>();
        for (int row = 0; row < rows.length; row++) {
            rows[row] = random.ints(40).map(i -> i % 7 == 0 ? i % 700 : i).distinct().toArray();
            Arrays.stream(rows[row]).forEach(hash -> posts.merge(hash, 1, Integer::sum));
        }
        HashFilter filter = new HashFilter(rows, 6);
        int lone = 0;
        int wrong = 0;
        for (Map.Entry<Integer, Integer> entry : posts.entrySet()) {
            assertTrue(entry.getValue() < 2 || filter.mayHaveTwo(entry.getKey()) == 1, "seed " + seed);
            assertTrue(entry.getValue() < 6 || filter.mayHaveMany(entry.getKey()) == 1, "seed " + seed);
            assertTrue(filter.mayHaveMany(entry.getKey()) <= filter.mayHaveTwo(entry.getKey()), "seed " + seed);
            lone += entry.getValue() == 1 ? 1 : 0;
            wrong += entry.getValue() == 1 ? filter.mayHaveTwo(entry.getKey()) : 0;
        }
        assertTrue(lone > 50_000 && wrong < lone / 2, wrong + " of " + lone + " lone hashes, seed " + seed);
    }

    private static String two(HashFilter filter, int... hashes) {
        return String.join(" ", Arrays.stream(hashes).map(filter::mayHaveTwo).mapToObj(String::valueOf).toList());
    }

    private static String many(HashFilter filter, int... hashes) {
        return String.join(" ", Arrays.stream(hashes).map(filter::mayHaveMany).mapToObj(String::valueOf).toList());
    }
}
