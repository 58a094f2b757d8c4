package broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import broadsheet.post.PostBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two posts against each other: what makes them copies, and what tells them apart. */
class ComparisonTest {

    private static final String FERRY = "The night ferry to Orsa sails again from Monday, the harbour office said, after "
            + "six weeks in the dry dock at Carrow where its second engine was taken out, cleaned and put back.";

    private static PostBuilder post(String title, String body) {
        return Post.builder(title + body.hashCode()).title(title).body(body);
    }

    private static Instant day(int day) {
        return Instant.parse("2024-01-01T12:00:00Z").plus(Duration.ofDays(day));
    }

    private static Sketch sketch(PostBuilder post) {
        return new SketchMaker().of(post.build());
    }

    private static boolean areCopies(PostBuilder left, PostBuilder right) {
        Comparison comparison = new Comparison(List.of(sketch(left), sketch(right)));
        boolean copies = comparison.areCopies(0, 1);
        assertEquals(copies, comparison.areCopies(1, 0), "the other way round");
        assertEquals(copies, comparison.areCopies(0, 1), "asked again");
        return copies;
    }

    private static String words(String letter, int from, int to) {
        StringBuilder words = new StringBuilder();
        for (int i = from; i < to; i++) {
            words.append(letter).append((char) ('a' + i / 26)).append((char) ('a' + i % 26)).append(' ');
        }
        return words.toString();
    }

    /** Of 32 words there are 30 shingles; {@code shared} of the right post's are the left one's. */
    @ParameterizedTest
    @CsvSource({"32, true", "28, true", "24, true", "23, true", "20, false", "10, false", "0, false"})
    void halfOfWhatEitherHasMakesCopies(int same, boolean copies) {
        String left = words("x", 0, 32);
        String right = words("x", 0, same) + words("y", same, 32);
        assertEquals(copies, areCopies(post("Night ferry back", left), post("Night ferry back", right)));
    }

    @ParameterizedTest
    @CsvSource({"4, false", "5, true"})
    void fewerThanThreeCommonShinglesSayLittle(int words, boolean copies) {
        String text = words("x", 0, words);
        assertEquals(copies, areCopies(post("", text), post("", text)));
    }

    @Test
    void anotherHeadlineOverRareWordsMakesNoOtherStory() {
        assertTrue(areCopies(post("Night ferry back", FERRY), post("After the long wait", FERRY)));
    }

    /** As of a feed's one sentence under any headline. */
    @Test
    void overWordsThatManyStoriesHaveHeadlinesMustShareAWord() {
        List<Sketch> both = List.of(sketch(post("Tram stood still", FERRY)), sketch(post("Herring landed", FERRY)));
        assertTrue(marked(both, 5).areCopies(0, 1));
        assertFalse(marked(both, 6).areCopies(0, 1));
        List<Sketch> alike = List.of(sketch(post("Night ferry back", FERRY)), sketch(post("The ferry sails", FERRY)));
        assertTrue(marked(alike, 6).areCopies(0, 1));
        assertTrue(marked(alike, 40).areCopies(0, 1));
        assertFalse(marked(both, 40).areCopies(0, 1));
    }

    /** A comparison that knows that so many stories have each of the shingles. */
    private static Comparison marked(List<Sketch> sketches, int stories) {
        Comparison comparison = new Comparison(sketches);
        for (int post = 0; post < sketches.size(); post++) {
            for (int i = 0; i < sketches.get(post).shingles().length; i++) {
                comparison.mark(post, i, stories);
            }
        }
        return comparison;
    }

    @Test
    void aMarkIsNewsOnceAndMayBeTakenBack() {
        Comparison comparison = new Comparison(List.of(sketch(post("", FERRY)), sketch(post("", FERRY))));
        assertFalse(comparison.mark(1, 3, 5));
        assertTrue(comparison.mark(1, 3, 6));
        assertFalse(comparison.mark(1, 3, 7));
        assertEquals("true false", comparison.isMarked(1, 3) + " " + comparison.isCommon(1, 3));
        assertTrue(comparison.mark(1, 3, 9));
        assertEquals("true true", comparison.isMarked(1, 3) + " " + comparison.isCommon(1, 3));
        assertEquals("false false", comparison.isMarked(0, 3) + " " + comparison.isCommon(1, 4));
        assertTrue(comparison.mark(1, 3, 1));
        assertFalse(comparison.isMarked(1, 3));
        assertFalse(comparison.isCommon(1, 3));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "3, true", "4, false", "200, false"})
    void aShortTextWithAnotherWordIsTheNextNoticeAfterThreeDays(int days, boolean copies) {
        String other = FERRY.replace("Monday", "Friday").replace("second", "first");
        assertEquals(copies, areCopies(post("Night ferry back", FERRY).date(day(0)),
                post("Night ferry back", other).date(day(days))));
    }

    @Test
    void theVerySameTextIsACopyHoweverMuchLater() {
        assertTrue(areCopies(post("Night ferry back", FERRY).date(day(0)),
                post("Night ferry back", FERRY).date(day(900))));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false"})
    void ofAFewWordsEvenTheSameTextIsNextDaysNotice(int days, boolean copies) {
        String text = words("x", 0, 12);
        assertEquals(copies, areCopies(post("", text).date(day(0)), post("", text).date(day(days))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # on one day half of the numbers may differ
            0 | 14 203 | 14 203 | true
            0 | 14 203 | 14 187 | true
            0 | 14 203 | 19 187 | false
            0 | 14     | 19     | true
            # on another day, of texts of one length, one in five
            1 | 14 203 | 14 203 | true
            1 | 14 203 | 14 187 | false
            1 | 14     | 19     | false
            """)
    void reportsWithOtherNumbersAreTold(int days, String left, String right, boolean copies) {
        assertEquals(copies, areCopies(post("Herring landed", report(left)).date(day(0)),
                post("Herring landed", report(right)).date(day(days))));
    }

    private static String report(String numbers) {
        return words("x", 0, 30) + numbers + " " + words("y", 0, 30);
    }

    @Test
    void anUndatedPostIsOfAnyDay() {
        assertTrue(areCopies(post("Herring landed", report("14")), post("Herring landed", report("19")).date(day(9))));
    }

    @Test
    void ofHeadlinesWithoutATextEachWordCounts() {
        String headline = "Night ferry to Orsa sails again from Monday after six weeks in the dry dock";
        assertTrue(areCopies(post(headline, ""), post(headline, "")));
        assertFalse(areCopies(post(headline, ""), post(headline.replace("Monday", "Friday"), "")));
    }

    @ParameterizedTest
    @CsvSource({
            "Night ferry back, The ferry sails, true",
            "Night ferry back, Boat is back, true",
            "Night ferry back, Tram stood still, false",
            "Night ferry back, '', false",
            "Night tram stood, Night tram still stood, true",
            "Fog, Fog, false"})
    void headlinesShareATopicWhereATextBearsOutACommonWord(String left, String right, boolean share) {
        Sketch one = sketch(post(left, FERRY + " It is back."));
        Sketch other = sketch(post(right, FERRY));
        assertEquals(share, HeadlineWords.shareTopic(one, other));
    }

    /** Of 400 words a sample is kept; it is compared as far as both samples go. */
    @Test
    void longTextsAreComparedByTheirSamples() {
        String text = words("x", 0, 400);
        assertTrue(areCopies(post("Night ferry back", text), post("Night ferry back", text + words("y", 0, 60))));
        assertFalse(areCopies(post("Night ferry back", text),
                post("Night ferry back", words("x", 0, 130) + words("y", 0, 270))));
    }

    /** Pairs of random sketches with and without boilerplate, each counted plainly: no pair near enough is passed over. */
    @Test
    void noPairIsPassedOverThatCountingFindsNear() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int far = 0;
        int near = 0;
        for (int pair = 0; pair < 5_000; pair++) {
            int[] pool = random.ints(20 + random.nextInt(120), 0, 4_000).distinct().toArray();
            int[] left = some(pool, random);
            int[] right = some(pool, random);
            Set<Integer> common = Arrays.stream(some(pool, random)).boxed().collect(Collectors.toSet());
            Comparison comparison = new Comparison(List.of(sketch(left), sketch(right)));
            mark(comparison, 0, left, common);
            mark(comparison, 1, right, common);
            boolean isNear = isNear(left, right, Set.of(), Comparison.ALL_ENOUGH)
                    || isNear(left, right, common, Comparison.RARE_ENOUGH);
            boolean isFar = comparison.areFar(0, 1);
            assertFalse(isNear && isFar, "pair " + pair + " of seed " + seed);
            near += isNear ? 1 : 0;
            far += isFar ? 1 : 0;
        }
        assertTrue(near > 100 && far > 1_000, near + " near, " + far + " far, seed " + seed);
    }

    private static Sketch sketch(int[] shingles) {
        return new Sketch(0, Sketch.UNDATED, 0, false, false, shingles, false, "", new int[0], new int[0]);
    }

    private static int[] some(int[] pool, Random random) {
        double share = random.nextDouble();
        return Arrays.stream(pool).filter(each -> random.nextDouble() < share).sorted().limit(Sketch.MOST_SHINGLES)
                .toArray();
    }

    private static void mark(Comparison comparison, int post, int[] shingles, Set<Integer> common) {
        for (int i = 0; i < shingles.length; i++) {
            comparison.mark(post, i, common.contains(shingles[i]) ? Comparison.COMMON + 1 : 1);
        }
    }

    private static boolean isNear(int[] left, int[] right, Set<Integer> common, double share) {
        Set<Integer> both = Arrays.stream(left).boxed().collect(Collectors.toSet());
        Set<Integer> either = new HashSet<>(both);
        Set<Integer> ofRight = Arrays.stream(right).boxed().collect(Collectors.toSet());
        both.retainAll(ofRight);
        either.addAll(ofRight);
        both.removeAll(common);
        either.removeAll(common);
        return both.size() >= 3 && both.size() >= share * either.size();
    }
}
