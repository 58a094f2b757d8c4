package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.owner.OwnerFile;
import broadsheet.owner.OwnerFiles;
import broadsheet.post.Post;
import broadsheet.search.Filters;
import broadsheet.search.Hit;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The owner's pins, on a real index. */
class PinsTest {

    private static final String STORY = "The council voted for a sea wall along the harbour after the flood of last winter. "
            + "Fishermen had asked for the wall since the storm, and the mayor promised that the ferry would go on.";
    private static final String PINS = """
            sea wall => guide, wall-07, future, nowhere, wall-03
            story harbour => copy-b
            harbour story => copy-a, copy-b
            unheardof => guide
            all of them => wall-01, wall-02, wall-03, wall-04, wall-05, wall-06
            """;

    @TempDir
    private static Path folder;
    private static SearchEngine engine;

    @BeforeAll
    static void open() throws Exception {
        List<Post> posts = new ArrayList<>();
        for (int i = 1; i <= 25; i++) {
            posts.add(SmallArchive
                    .post("wall-%02d".formatted(i), "Sea wall " + i, "The sea wall again, number " + i + ".")
                    .categories(List.of(i % 2 == 0 ? "even" : "odd")).build());
        }
        posts.add(SmallArchive.post("guide", "All about the coast", "A guide without the words.")
                .categories(List.of("odd")).build());
        posts.add(SmallArchive.post("future", "Sea wall tomorrow", "The sea wall of tomorrow.")
                .visibleFrom(Instant.parse("2030-01-01T00:00:00Z")).build());
        posts.add(SmallArchive.post("copy-a", "Harbour story", STORY).build());
        posts.add(SmallArchive.post("copy-b", "Harbour story again", STORY + " More tomorrow.").build());
        posts.add(SmallArchive.post("other", "Another harbour story", "A harbour and its story.").build());
        try (LucenePostIndexer indexer = LucenePostIndexer.open(folder.resolve("index"), false)) {
            for (Post post : posts) {
                indexer.put(post.id(), List.of(post));
            }
            indexer.publish(new byte[0]);
        }
        Path pins = Files.writeString(folder.resolve("pins.txt"), PINS);
        engine = LuceneSearchEngine.open(folder.resolve("index"),
                new OwnerFiles(Optional.empty(), Optional.of(new OwnerFile(pins, true))), Ranking.DEFAULT,
                () -> SmallArchive.NOW);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static SearchResponse ask(String text, Filters filters, Sort sort, int page, boolean fold) {
        return engine
                .search(SearchRequest.of(text).plain().withFilters(filters).withSort(sort).withPage(page).withSize(5)
                        .withFoldCopies(fold).withExplain(true));
    }

    private static List<String> ids(SearchResponse response) {
        return response.hits().stream().map(hit -> hit.post().id()).toList();
    }

    private static List<String> pinned(SearchResponse response) {
        return response.hits().stream().filter(Hit::pinned).map(hit -> hit.post().id()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sea wall", "  Sea   WALL ", "séa wall"})
    void pinnedPostsStandFirstInTheirOrder(String text) {
        SearchResponse response = ask(text, Filters.NONE, Sort.RELEVANCE, 1, true);
        assertEquals(List.of("guide", "wall-07", "wall-03"), ids(response).subList(0, 3));
        assertEquals(List.of("guide", "wall-07", "wall-03"), pinned(response));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sea walls", "wall sea", "\"sea wall\"", "sea wall -guide", "sea"})
    void anotherQueryHasNoPins(String text) {
        assertEquals(List.of(), pinned(ask(text, Filters.NONE, Sort.RELEVANCE, 1, true)));
    }

    @Test
    void byDateNothingIsPinned() {
        assertEquals(List.of(), pinned(ask("sea wall", Filters.NONE, Sort.NEWEST, 1, true)));
    }

    @Test
    void filtersLeaveOutPinnedPostsToo() {
        Filters even = new Filters(Map.of(Filters.Name.CATEGORY, List.of("even")), Map.of(), Optional.empty(),
                Optional.empty());
        assertEquals(List.of(), pinned(ask("sea wall", even, Sort.RELEVANCE, 1, true)));
        Filters odd = new Filters(Map.of(), Map.of(Filters.Name.CATEGORY, List.of("even")), Optional.empty(),
                Optional.empty());
        assertEquals(List.of("guide", "wall-07", "wall-03"), pinned(ask("sea wall", odd, Sort.RELEVANCE, 1, true)));
    }

    @Test
    void pagesShowEachPostOnceAndCountThePinnedOne() {
        for (boolean fold : new boolean[]{true, false}) {
            List<String> all = new ArrayList<>();
            SearchResponse first = ask("sea wall", Filters.NONE, Sort.RELEVANCE, 1, fold);
            for (int page = 1; page <= first.pages(); page++) {
                all.addAll(ids(ask("sea wall", Filters.NONE, Sort.RELEVANCE, page, fold)));
            }
            // The story of two copies has the words, too.
            assertEquals(first.total(), 27);
            assertEquals(first.totalAll(), 28);
            assertEquals(fold ? 27 : 28, all.size(), all::toString);
            assertEquals(all.size(), new HashSet<>(all).size(), all::toString);
            assertEquals(6, first.pages());
        }
    }

    @Test
    void cursorsGoOnBehindThePins() {
        List<String> all = new ArrayList<>();
        SearchRequest four = SearchRequest.of("sea wall").plain().withSize(4);
        Optional<String> cursor = Optional.empty();
        do {
            SearchResponse response = engine.search(cursor.map(four::withCursor).orElse(four));
            all.addAll(ids(response));
            cursor = response.nextCursor();
        } while (cursor.isPresent());
        assertEquals(27, all.size());
        assertEquals(27, new HashSet<>(all).size());
    }

    @Test
    void morePinsThanAPageGoOnOnTheNext() {
        assertEquals(List.of("wall-01", "wall-02", "wall-03", "wall-04", "wall-05"),
                ids(ask("all of them", Filters.NONE, Sort.RELEVANCE, 1, true)));
        assertEquals("wall-06", ids(ask("all of them", Filters.NONE, Sort.RELEVANCE, 2, true)).get(0));
    }

    @Test
    void aPinnedCopyStandsForItsStory() {
        SearchResponse response = ask("story harbour", Filters.NONE, Sort.RELEVANCE, 1, true);
        assertEquals(List.of("copy-b"), pinned(response));
        assertFalse(ids(response).contains("copy-a"));
        assertEquals(List.of("copy-a"), response.hits().get(0).copies().stream().map(Hit.Copy::id).toList());
        assertEquals(List.of("copy-a"), pinned(ask("harbour story", Filters.NONE, Sort.RELEVANCE, 1, true)));
        assertEquals(List.of("copy-a", "copy-b"), pinned(ask("harbour story", Filters.NONE, Sort.RELEVANCE, 1, false)));
    }

    @Test
    void aQueryThatFindsNothingShowsItsPin() {
        SearchResponse response = ask("unheardof", Filters.NONE, Sort.RELEVANCE, 1, true);
        assertEquals(List.of("guide"), ids(response));
        assertEquals(0, response.total());
        assertEquals(1, response.totalAll());
        assertEquals(1, response.pages());
    }

    @Test
    void aPinnedPostKeepsTheScoreOfItsWords() {
        SearchResponse response = ask("sea wall", Filters.NONE, Sort.RELEVANCE, 1, true);
        assertEquals(0, response.hits().get(0).score());
        assertEquals(List.of("sea", "wall"), response.hits().get(0).missing());
        Hit words = response.hits().get(1);
        double sum = words.explanation().orElseThrow().shares().stream().mapToDouble(share -> share.score()).sum();
        assertTrue(words.score() > 1);
        assertEquals(words.score(), sum, 1e-4);
    }
}
