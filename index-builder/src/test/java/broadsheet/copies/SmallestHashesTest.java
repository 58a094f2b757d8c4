package broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The smallest of many hashes, each once, in rising order. */
class SmallestHashesTest {

    private static SmallestHashes of(int most, int... hashes) {
        SmallestHashes smallest = new SmallestHashes(most);
        Arrays.stream(hashes).forEach(smallest::add);
        return smallest;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 | ''                            | []           | false
            3 | 5                             | [5]          | false
            3 | 5 5 5 5                       | [5]          | false
            3 | 9 -4 5                        | [-4, 5, 9]   | false
            3 | 9 -4 5 9 -4                   | [-4, 5, 9]   | false
            3 | 9 -4 5 7                      | [-4, 5, 7]   | true
            3 | 1 2 3 4 5 6 7 8 9 10 11 12 13 | [1, 2, 3]    | true
            3 | 13 12 11 10 9 8 7 6 5 4 3 2 1 | [1, 2, 3]    | true
            1 | 2147483647 -2147483648        | [-2147483648] | true
            1 | 2147483647                    | [2147483647] | false
            """)
    void theSmallestAreKept(int most, String hashes, String kept, boolean cut) {
        int[] all = hashes.isEmpty()
                ? new int[0]
                : Arrays.stream(hashes.split(" ")).mapToInt(Integer::parseInt)
                        .toArray();
        SmallestHashes smallest = of(most, all);
        assertEquals(kept, Arrays.toString(smallest.get()));
        assertEquals(cut, smallest.isCut());
    }

    @Test
    void moreMayBeAddedAfterALook() {
        SmallestHashes smallest = of(2, 8, 6);
        assertArrayEquals(new int[]{6, 8}, smallest.get());
        smallest.add(7);
        smallest.add(9);
        assertArrayEquals(new int[]{6, 7}, smallest.get());
        assertEquals(true, smallest.isCut());
    }

    @Test
    void clearedItStartsAnew() {
        SmallestHashes smallest = of(2, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertArrayEquals(new int[]{1, 2}, smallest.get());
        smallest.clear();
        smallest.add(50);
        assertArrayEquals(new int[]{50}, smallest.get());
        assertEquals(false, smallest.isCut());
    }

    @Test
    void ofManyHashesTheyAreThoseThatSortingGives() {
        long seed = new Random().nextLong();
        int[] hashes = new Random(seed).ints(10_000, -3_000, 3_000).toArray();
        assertArrayEquals(Arrays.stream(hashes).sorted().distinct().limit(72).toArray(), of(72, hashes).get(),
                "seed " + seed);
    }
}
