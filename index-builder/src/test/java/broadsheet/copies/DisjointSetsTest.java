package broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that grow into sets by joining. */
class DisjointSetsTest {

    private static DisjointSets joined(int size, String pairs) {
        DisjointSets sets = new DisjointSets(size);
        Arrays.stream(pairs.split(" ")).filter(pair -> !pair.isEmpty()).map(pair -> pair.split("-"))
                .forEach(ends -> sets.join(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
        return sets;
    }

    private static String groups(DisjointSets sets) {
        return String.join(" ", sets.groups().stream().map(Arrays::toString).map(s -> s.replace(" ", "")).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 |                 | ''
            1 |                 | ''
            4 |                 | ''
            4 | 1-3             | [1,3]
            4 | 3-1             | [1,3]
            4 | 2-2             | ''
            4 | 0-1 2-3         | [0,1] [2,3]
            6 | 4-5 0-3         | [0,3] [4,5]
            6 | 4-5 0-3 3-4     | [0,3,4,5]
            6 | 5-4 4-3 3-2 2-1 1-0 | [0,1,2,3,4,5]
            6 | 0-1 1-2 2-3 3-4 4-5 | [0,1,2,3,4,5]
            6 | 0-1 0-1 1-0     | [0,1]
            """)
    void joinedNumbersAreOneSet(int size, String pairs, String groups) {
        assertEquals(groups, groups(joined(size, pairs == null ? "" : pairs)));
    }

    @Test
    void theLeastNumberStandsForTheSet() {
        DisjointSets sets = joined(8, "7-5 5-6 2-3");
        assertEquals(5, sets.root(7));
        assertEquals(5, sets.root(5));
        assertEquals(2, sets.root(3));
        assertEquals(4, sets.root(4));
        sets.join(7, 3);
        assertEquals(2, sets.root(6));
    }

    @Test
    void onlyMembersOfOneSetAreTogether() {
        DisjointSets sets = joined(8, "7-5 5-6 2-3");
        assertEquals(List.of(true, true, false, false, true),
                List.of(sets.together(6, 7), sets.together(3, 2), sets.together(2, 5), sets.together(0, 1),
                        sets.together(0, 0)));
    }

    @Test
    void theOrderOfJoiningDoesNotMatter() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            pairs.add(random.nextInt(500) + "-" + random.nextInt(500));
        }
        String expected = groups(joined(500, String.join(" ", pairs)));
        Collections.shuffle(pairs, random);
        assertEquals(expected, groups(joined(500, String.join(" ", pairs))), "seed " + seed);
    }
}
