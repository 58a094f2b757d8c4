package broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which posts share a shingle, run by run. */
class ShingleRunsTest {

    private static Sketch sketch(int... shingles) {
        return new Sketch(0, Sketch.UNDATED, 0, false, false, shingles, false, "", new int[0], new int[0]);
    }

    /** The runs by their shingle, each as {@code post@index} of its entries. */
    private static Map<Integer, List<String>> runs(List<Sketch> sketches, int[] posts, int many, boolean ofMany) {
        Map<Integer, List<String>> inOnePart = runs(sketches, posts, many, ofMany, 1 << 20);
        assertEquals(inOnePart, runs(sketches, posts, many, ofMany, 1 + sketches.size()), "in several parts");
        return inOnePart;
    }

    private static Map<Integer, List<String>> runs(List<Sketch> sketches, int[] posts, int many, boolean ofMany,
            int mostEntries) {
        ShingleRuns runs = new ShingleRuns(Shingles.of(sketches), posts, many, mostEntries);
        Map<Integer, List<String>> found = new TreeMap<>();
        int[] sketchOf = new int[posts.length];
        IntStream.range(0, posts.length).forEach(i -> sketchOf[posts[i]] = i);
        ShingleRuns.RunVisitor visitor = (start, end) -> {
            int shingle = sketches.get(sketchOf[runs.post(start)]).shingles()[runs.index(start)];
            List<String> entries = IntStream.range(start, end).mapToObj(i -> runs.post(i) + "@" + runs.index(i))
                    .toList();
            assertEquals(null, found.put(shingle, entries), "the run of " + shingle + " is shown twice");
        };
        ShingleRuns.RunVisitor again = (start, end) -> found.remove(
                sketches.get(sketchOf[runs.post(start)]).shingles()[runs.index(start)]);
        if (ofMany) {
            runs.eachOfMany(visitor);
            runs.eachOfMany(again);
            assertEquals(Map.of(), found, "a second look shows the same");
            runs.eachOfMany(visitor);
        } else {
            runs.eachMeeting(visitor);
        }
        return found;
    }

    @Test
    void postsMeetAtTheirCommonShinglesInTheOrderOfPosts() {
        List<Sketch> sketches = List.of(sketch(1, 5, 9), sketch(5, 7), sketch(1, 5));
        assertEquals(Map.of(1, List.of("0@0", "2@0"), 5, List.of("0@1", "1@0", "2@1")),
                runs(sketches, new int[]{0, 1, 2}, 2, false));
    }

    @Test
    void postsHaveTheNumbersThatTheyWereGiven() {
        List<Sketch> sketches = List.of(sketch(1, 5), sketch(5, 7));
        assertEquals(Map.of(5, List.of("0@0", "1@1")), runs(sketches, new int[]{1, 0}, 2, false));
    }

    @Test
    void negativeHashesAndTheGreatestAreShingles() {
        List<Sketch> sketches = List.of(sketch(Integer.MIN_VALUE, -3, Integer.MAX_VALUE),
                sketch(Integer.MIN_VALUE, -3, Integer.MAX_VALUE));
        assertEquals(List.of(Integer.MIN_VALUE, -3, Integer.MAX_VALUE),
                List.copyOf(runs(sketches, new int[]{0, 1}, 2, false).keySet()));
    }

    @Test
    void withoutACommonShingleThereIsNoRun() {
        assertEquals(Map.of(), runs(List.of(sketch(1, 2), sketch(3, 4), sketch()), new int[]{0, 1, 2}, 2, false));
        assertEquals(Map.of(), runs(List.of(), new int[0], 2, true));
    }

    /** Posts of 20 to 39 shingles meet at even hashes, those of 40 and more at every fourth. */
    @Test
    void longPostsMeetAtFewerShingles() {
        int[] forty = IntStream.range(0, 40).toArray();
        int[] thirty = IntStream.range(0, 30).toArray();
        int[] nineteen = IntStream.range(0, 19).toArray();
        int[] two = {0, 1};
        assertEquals(10, runs(List.of(sketch(forty), sketch(forty)), two, 2, false).size());
        assertEquals(15, runs(List.of(sketch(thirty), sketch(thirty)), two, 2, false).size());
        assertEquals(19, runs(List.of(sketch(nineteen), sketch(nineteen)), two, 2, false).size());
        assertEquals(5, runs(List.of(sketch(nineteen), sketch(forty)), two, 2, false).size());
    }

    /** The plainest counting of 300 posts with some words of all, some of few, some of one. */
    @Test
    void allRunsOfManyPostsAreShownAndNoWrongEntry() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Sketch> sketches = new ArrayList<>();
        Map<Integer, List<String>> expected = new TreeMap<>();
        for (int post = 0; post < 300; post++) {
            TreeSet<Integer> shingles = new TreeSet<>();
            int size = random.nextInt(Sketch.MOST_SHINGLES);
            while (shingles.size() < size) {
                int kind = random.nextInt(3);
                shingles.add(kind == 0
                        ? random.nextInt()
                        : kind == 1
                                ? random.nextInt(900) - 450
                                : Integer.MIN_VALUE + random.nextInt(90) * 1_000_003);
            }
            int[] row = shingles.stream().mapToInt(i -> i).toArray();
            sketches.add(sketch(row));
            for (int i = 0; i < row.length; i++) {
                expected.computeIfAbsent(row[i], key -> new ArrayList<>()).add(post + "@" + i);
            }
        }
        int[] posts = IntStream.range(0, 300).toArray();
        Map<Integer, List<String>> found = runs(sketches, posts, 6, true);
        long many = expected.values().stream().filter(entries -> entries.size() >= 6).count();
        assertTrue(many > 50, many + " shingles of many posts, seed " + seed);
        expected.forEach((shingle, entries) -> assertTrue(entries.size() < 6 || found.containsKey(shingle),
                () -> shingle + " is missing, seed " + seed));
        found.forEach((shingle, entries) -> assertEquals(expected.get(shingle), entries, "seed " + seed));
        assertTrue(Arrays.stream(posts).allMatch(post -> post < 300));
    }

    /** Of an index in parts, runs of no post of interest cost nothing; those shown are whole. */
    @ParameterizedTest
    @CsvSource({"900, true", "1000000, false"})
    void runsOfSomePostsAreThoseOfAllInWhichOneOfThemIs(int mostEntries, boolean few) {
        Random random = new Random(7);
        List<Sketch> sketches = IntStream.range(0, 400).mapToObj(post -> sketch(
                random.ints(1 + random.nextInt(50), 0, 1_500).distinct().sorted().toArray())).toList();
        BitSet some = new BitSet();
        random.ints(5, 0, 400).forEach(some::set);
        ShingleRuns runs = new ShingleRuns(Shingles.of(sketches), IntStream.range(0, 400).toArray(), 6, mostEntries);
        List<List<Integer>> expected = new ArrayList<>();
        runs.eachMeeting((start, end) -> expected.add(entries(runs, start, end)));
        int all = expected.size();
        expected.removeIf(run -> run.stream().noneMatch(entry -> some.get(entry >>> 7)));
        List<List<Integer>> found = new ArrayList<>();
        runs.eachMeetingOf(some, (start, end) -> found.add(entries(runs, start, end)));
        int shown = found.size();
        found.removeIf(run -> run.stream().noneMatch(entry -> some.get(entry >>> 7)));
        assertEquals(Set.copyOf(expected), Set.copyOf(found));
        assertTrue(expected.size() > 20, expected.size() + " runs");
        assertEquals(few, shown < all / 2, shown + " of " + all);
    }

    private static List<Integer> entries(ShingleRuns runs, int start, int end) {
        return IntStream.range(start, end).mapToObj(i -> runs.post(i) << 7 | runs.index(i)).toList();
    }
}
