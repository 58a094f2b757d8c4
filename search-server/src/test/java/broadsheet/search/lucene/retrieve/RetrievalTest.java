package broadsheet.search.lucene.retrieve;

import static broadsheet.search.lucene.retrieve.Retrieved.filtered;
import static broadsheet.search.lucene.retrieve.Retrieved.behind;
import static broadsheet.search.lucene.retrieve.Retrieved.ids;
import static broadsheet.search.lucene.retrieve.Retrieved.request;
import static broadsheet.search.lucene.retrieve.Retrieved.run;
import static broadsheet.search.lucene.retrieve.Retrieved.sorted;
import static broadsheet.search.lucene.retrieve.Retrieved.unfolded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.retrieve.Retrieval.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which posts are found, in which order and how many: tiers, relaxing, pins, folding, dates, publication. */
class RetrievalTest {

    private static final String STORY = """
            The night watchman of the pier found the old lighthouse lamp burning although nobody had lit it, said \
            the council on Friday, and sent two keepers across the bay to look after the glass and the brass.""";

    @TempDir
    private static Path folder;
    private static IndexOfPosts index;

    @BeforeAll
    static void open() throws IOException {
        index = IndexOfPosts.of(folder, List.of(
                post("both", "2024-05-01", "Harbour tram", "The harbour tram runs."),
                post("text", "2024-05-02", "News", "A tram stands at the harbour and waits for the very last people."),
                post("tram", "2024-05-03", "Tram", "Only the line of the tram."),
                post("harbour", "2024-05-04", "Harbour", "Only ships."),
                post("other", "2024-05-05", "Weather", "It rains."),
                post("copy1", "2024-06-01", "Lamp burns in the lighthouse", STORY),
                post("copy2", "2024-06-02", "Lamp burns in the lighthouse", STORY),
                post("copy3", "2024-06-03", "Lamp burns in the lighthouse", STORY),
                Post.builder("undated").lang("en").title("Undated lighthouse").body("No day of a ghost.").build(),
                Post.builder("hidden").lang("en").title("Hidden ghost tram").body("A ghost tram.")
                        .date(Instant.parse("2026-03-02T00:00:00Z")).visibleFrom(Instant.parse("2026-03-02T00:00:00Z"))
                        .build()));
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static Post post(String id, String day, String title, String body) {
        return Post.builder(id).lang("en").title(title).body(body).date(Instant.parse(day + "T09:00:00Z"))
                .tags(List.of(id.startsWith("copy") ? "copy" : "own")).build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            harbour tram           | both text tram? harbour?          | 2 | 4 | true
            tram harbour weather   | both? text? tram? harbour? other? | 0 | 5 | true
            "harbour tram"         | both                              | 1 | 1 | false
            +tram harbour          | both text                         | 2 | 2 | false
            tram -harbour          | tram                              | 1 | 1 | false
            harbour AND weather    |                                   | 0 | 0 | false
            nothing                |                                   | 0 | 0 | false
            harbour nothing        | harbour? both? text?              | 0 | 3 | true
            """)
    void postsWithAllTheWordsComeBeforeThoseThatLackSome(String text, String ids, long total, long totalAll,
            boolean relaxed) throws IOException {
        Result result = run(index, request(text, 10));
        assertEquals(ids == null ? List.of() : sortedTiers(ids), sortedTiers(ids(index, result)));
        assertEquals(List.of(total, totalAll, relaxed), List.of(result.total(), result.totalAll(), result.relaxed()));
    }

    /** The posts of each tier, whose order among themselves is the ranking's. */
    private static List<String> sortedTiers(String ids) {
        List<String> complete = List.of(ids.split(" ")).stream().filter(id -> !id.endsWith("?")).sorted().toList();
        List<String> tiers = new ArrayList<>(complete);
        tiers.addAll(List.of(ids.split(" ")).stream().filter(id -> id.endsWith("?")).sorted().toList());
        return ids.isEmpty() ? List.of() : tiers;
    }

    @Test
    void theTiersNeverMix() throws IOException {
        List<Found> found = run(index, request("harbour tram", 10)).found();
        assertEquals(List.of(true, true, false, false), found.stream().map(Found::complete).toList());
        assertTrue(ids(index, found).startsWith("both "), "the headline comes first");
    }

    @Test
    void aFullPageIsNotRelaxed() throws IOException {
        Result result = run(index, request("harbour tram", 2));
        assertEquals("both text", ids(index, result));
        assertEquals(List.of(2L, 2L, false), List.of(result.total(), result.totalAll(), result.relaxed()));
    }

    @ParameterizedTest
    @CsvSource({"0, both text harbour? tram?", "1, text harbour? tram?", "2, harbour? tram?", "3, tram?", "4, ''",
            "9, ''"})
    void aPageBeginsBehindHitsOrBehindTheLastOfThem(int hits, String rest) throws IOException {
        SearchRequest request = request("harbour tram", 10);
        assertEquals(rest, ids(index, run(index, request, hits)));
        if (hits > 0 && hits <= 4) {
            Result behind = behind(index, request, hits, run(index, request).found().get(hits - 1));
            assertEquals(rest, ids(index, behind));
            assertEquals(4, behind.hits());
        }
    }

    @Test
    void byDateOnlyPostsWithAllTheWordsAreShownWhereThereAreAny() throws IOException {
        assertEquals("text both", ids(index, run(index, sorted(request("harbour tram", 10), Sort.NEWEST))));
        assertEquals("both text", ids(index, run(index, sorted(request("harbour tram", 10), Sort.OLDEST))));
        Result relaxed = run(index, sorted(request("tram harbour weather", 10), Sort.NEWEST));
        assertEquals("copy3? other? harbour? tram? text? both?",
                ids(index, run(index, sorted(request("tram harbour weather watchman", 10), Sort.NEWEST))));
        assertTrue(relaxed.relaxed());
    }

    @ParameterizedTest
    @CsvSource({"NEWEST, copy3 undated", "OLDEST, copy1 undated", "RELEVANCE, undated copy3"})
    void anUndatedPostIsLastByDate(Sort sort, String ids) throws IOException {
        assertEquals(ids, ids(index, run(index, sorted(request("lighthouse", 10), sort))));
    }

    @Test
    void everythingIsShownNewestFirst() throws IOException {
        Result all = run(index, request("", 10));
        assertEquals("copy3 other harbour tram text both undated", ids(index, all));
        assertEquals(List.of(9L, 9L, 7L, false), List.of(all.total(), all.totalAll(), all.hits(), all.relaxed()));
        assertTrue(all.found().stream().allMatch(found -> found.score() == 0));
    }

    @Test
    void copiesAreOneHitUnlessTheyAreAskedFor() throws IOException {
        Result folded = run(index, request("watchman", 10));
        assertEquals("copy3", ids(index, folded));
        assertEquals(List.of(3L, 1L), List.of(folded.total(), folded.hits()));
        Result all = run(index, unfolded(request("watchman", 10)));
        assertEquals("copy3 copy2 copy1", ids(index, all));
        assertEquals(List.of(3L, 3L), List.of(all.total(), all.hits()));
    }

    @Test
    void aStoryOfTheFirstTierDoesNotComeAgainInTheSecond() throws IOException {
        Path other = folder.resolve("tiers");
        try (IndexOfPosts tiers = IndexOfPosts.of(other, List.of(post("copy1", "2024-06-01", "Lamp burns", STORY),
                post("copy2", "2024-06-02", "Lamp burns", STORY + " A gull."),
                post("gull", "2024-06-03", "Gull", "x")))) {
            assertEquals("copy2 gull?", ids(tiers, run(tiers, request("watchman gull", 10))));
            assertEquals("copy2 gull? copy1?", ids(tiers, run(tiers, unfolded(request("watchman gull", 10)))));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            other          | !other? both text tram? harbour?
            text           | !text both tram? harbour?
            tram           | !tram? both text harbour?
            harbour both   | !harbour? !both text tram?
            missing        | both text tram? harbour?
            hidden         | both text tram? harbour?
            copy1          | !copy1? both text tram? harbour?
            """)
    void pinnedPostsStandFirstInTheOwnersOrder(String pins, String ids) throws IOException {
        Result result = run(index, request("harbour tram", 10), pins.split(" "));
        assertEquals(pinned(ids), pinned(ids(index, result)));
        assertEquals(sortedTiers(ids), sortedTiers(ids(index, result)));
        assertEquals(2, result.total());
    }

    private static List<String> pinned(String ids) {
        return List.of(ids.split(" ")).stream().takeWhile(id -> id.startsWith("!")).toList();
    }

    @Test
    void aPinCountsOnceInTheTotals() throws IOException {
        assertEquals(List.of(2L, 5L, 5L), totals(run(index, request("harbour tram", 10), "other")));
        assertEquals(List.of(2L, 4L, 4L), totals(run(index, request("harbour tram", 10), "text")));
        assertEquals(List.of(2L, 4L, 4L), totals(run(index, request("harbour tram", 10), "tram")));
        assertEquals(List.of(1L, 2L, 2L), totals(run(index, request("\"harbour tram\"", 10), "tram")));
        assertEquals(List.of(0L, 1L, 1L), totals(run(index, request("nothing", 10), "tram")));
    }

    private static List<Long> totals(Result result) {
        return List.of(result.total(), result.totalAll(), result.hits());
    }

    @Test
    void morePinsThanAPageHasAreCut() throws IOException {
        assertEquals("!other? !tram?", ids(index, run(index, request("harbour", 2), "other", "tram", "both")));
    }

    @Test
    void aPinnedCopyTakesItsStorysPlace() throws IOException {
        assertEquals("!copy1", ids(index, run(index, request("watchman", 10), "copy1")));
        assertEquals("!copy1 copy3 copy2", ids(index, run(index, unfolded(request("watchman", 10)), "copy1")));
    }

    @Test
    void filtersHoldForPinsToo() throws IOException {
        Filters own = new Filters(Map.of(Filters.Name.TAG, List.of("own")), Map.of(), Optional.empty(),
                Optional.empty());
        assertEquals("!other? both text harbour? tram?",
                ids(index, run(index, filtered(request("harbour tram", 10), own), "other", "copy1")));
        assertEquals("", ids(index, run(index, filtered(request("watchman", 10), own), "copy1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghost", "tram", "", "hidden", "ghost tram"})
    void whatMayNotBeSeenYetIsNotFoundOrCounted(String text) throws IOException {
        Result result = run(index, request(text, 10));
        assertTrue(!ids(index, result).contains("hidden"));
        assertEquals(result.totalAll(), run(index, unfolded(request(text, 20))).found().size());
    }

    @Test
    void theMatchesAreThePostsThatTheTotalCounts() throws IOException {
        Result some = run(index, request("harbour tram", 10));
        assertEquals(2, some.matches().count());
        assertEquals(2, some.matches().documents().cardinality());
        Result none = run(index, request("tram harbour weather", 10));
        assertEquals(5, none.matches().count(), "all, where none has all the words");
    }

    @Test
    void pagesOfMoreThanTheMeanOfCopiesAreFilled() throws IOException {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            posts.add(post("copy" + i, "2024-06-" + (10 + i % 20), "Lamp burns in the lighthouse", STORY));
        }
        for (int i = 0; i < 5; i++) {
            posts.add(post("own" + i, "2023-01-0" + (i + 1), "Own " + i, "Lamp number " + "one two three ".repeat(i)));
        }
        try (IndexOfPosts many = IndexOfPosts.of(folder.resolve("many"), posts)) {
            for (Sort sort : Sort.values()) {
                Result result = run(many, sorted(request("lamp", 6), sort));
                assertEquals(6, result.found().size(), sort + " " + ids(many, result));
                assertEquals(List.of(45L, 6L), List.of(result.total(), result.hits()));
            }
        }
    }
}
