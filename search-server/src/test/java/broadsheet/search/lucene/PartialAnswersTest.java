package broadsheet.search.lucene;

import static broadsheet.search.lucene.SmallArchive.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.owner.OwnerFiles;
import broadsheet.post.Post;
import broadsheet.search.Hit;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchRequest.Syntax;
import broadsheet.search.SearchResponse;
import broadsheet.search.lucene.view.Budget.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that may use little answers with what it has found until then, and never fails. */
class PartialAnswersTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final int POSTS = 300;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void archive() throws IOException {
        try (LucenePostIndexer indexer = LucenePostIndexer.open(folder, false)) {
            for (int i = 0; i < POSTS; i++) {
                Post post = post("p" + i, "Sea wall " + i, "The tide took the sea wall at pier " + i
                        + ". The council met.\n\nThe harbour waits for a new wall, says mayor " + i % 7 + ".")
                        .authors(List.of("Jane Tarnwood")).build();
                indexer.put(post.id(), List.of(post));
            }
            indexer.publish(new byte[0]);
        }
    }

    private static SearchEngine engine(Limits limits) throws IOException {
        return engine(folder, limits);
    }

    private static SearchEngine engine(Path index, Limits limits) throws IOException {
        return LuceneSearchEngine.open(index, OwnerFiles.NONE,
                new ViewEngine.Settings(Ranking.DEFAULT, () -> SmallArchive.NOW, limits));
    }

    private static void checkSense(SearchResponse response, String where) {
        assertTrue(response.hits().size() <= response.totalAll(), where);
        assertTrue(response.total() <= POSTS, where);
        assertEquals(response.hits().size(), response.hits().stream().map(hit -> hit.post().id()).distinct().count(),
                where);
        assertTrue(response.nextCursor().isEmpty() || !response.hits().isEmpty(), where);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wall", "sea wall tide", "counsil harbuor", "\"sea wall\" council", "wal* ti?e harbor~",
            "sea /p wall /p harbour", "the /s the /s the", "\"harbour sea\"", "-tide", "", "wall OR tide OR pier",
            "title:wall by:nobody", "sea-wall-council", "海堤", "Tarnwood wall", "Jane Tarnwood"})
    void anyQueryIsAnsweredWithAnyBudget(String text) throws IOException {
        SearchRequest plain = SearchRequest.of(text).withSize(20);
        List<SearchRequest> requests = List.of(plain, plain.withExplain(true).withFoldCopies(false),
                plain.withSort(Sort.OLDEST).withPage(2));
        TreeMap<Long, Boolean> partial = new TreeMap<>();
        for (long bytes = 64; bytes <= 64L << 20; bytes *= 4) {
            try (SearchEngine engine = engine(new Limits(LONG, LONG, bytes))) {
                for (SearchRequest request : requests) {
                    SearchResponse response = engine.search(request);
                    checkSense(response, bytes + " bytes: " + request);
                    partial.merge(bytes, response.partial(), Boolean::logicalOr);
                }
            }
        }
        assertTrue(partial.firstEntry().getValue(), "with nothing to spend");
        assertFalse(partial.lastEntry().getValue(), "with much to spend");
    }

    @Test
    void noTimeIsAnAnswerToo() throws IOException {
        try (SearchEngine engine = engine(new Limits(Duration.ZERO, LONG, Long.MAX_VALUE >> 8))) {
            for (Syntax syntax : Syntax.values()) {
                SearchResponse response = engine.search(SearchRequest.of("sea wall").withSyntax(syntax));
                checkSense(response, syntax.name());
                assertTrue(response.partial());
            }
        }
    }

    /** Of all that a search leaves out the hits are the last. */
    @Test
    void hitsStayWhereTheirSnippetsAreLeftOut() throws IOException {
        boolean seen = false;
        for (long bytes = 1_000; bytes < 2_000_000 && !seen; bytes += bytes / 20) {
            try (SearchEngine engine = engine(new Limits(LONG, LONG, bytes))) {
                SearchResponse response = engine
                        .search(SearchRequest.of("sea wall").withSize(50).withFoldCopies(false));
                List<Hit> bare = response.hits().stream().filter(hit -> hit.snippets().isEmpty()).toList();
                seen = response.partial() && response.total() == POSTS && response.hits().size() == 50
                        && !bare.isEmpty() && bare.size() < 50;
            }
        }
        assertTrue(seen, "no budget left out the snippets of some hits alone");
    }

    @Test
    void similarPostsThatAreCutShortAreMarked(@TempDir Path other) throws IOException {
        try (LucenePostIndexer indexer = LucenePostIndexer.open(other, false)) {
            for (String word : List.of("amber", "birch", "cedar", "dune", "elm", "fern", "gorse", "heath")) {
                Post post = post(word, "Zeppelin over the " + word, (word + " moor " + word + " lake. ").repeat(9)
                        + "The airship landed.").build();
                indexer.put(post.id(), List.of(post));
            }
            indexer.publish(new byte[0]);
        }
        TreeMap<Long, Boolean> partial = new TreeMap<>();
        for (long bytes = 64; bytes <= 64L << 20; bytes *= 4) {
            try (SearchEngine engine = engine(other, new Limits(LONG, LONG, bytes))) {
                SearchEngine.Similar similar = engine.similar("elm", 5);
                assertTrue(similar.partial() || similar.hits().size() == 5, bytes + " bytes");
                partial.put(bytes, similar.partial());
            }
        }
        assertTrue(partial.firstEntry().getValue(), "with nothing to spend");
        assertFalse(partial.lastEntry().getValue(), "with much to spend");
    }

    @Test
    void theSearchesOfOneRequestShareOneBudget() throws IOException {
        SearchRequest wall = SearchRequest.of("sea wall");
        try (SearchEngine engine = engine(new Limits(LONG, LONG, 4L << 20))) {
            engine.search(wall);
            int whole = engine.asOne(() -> {
                int searches = 0;
                while (searches < 10_000 && !engine.search(wall).partial()) {
                    searches++;
                }
                return searches;
            });
            assertTrue(whole > 1 && whole < 10_000, whole + " searches");
            for (int i = 0; i < 2 * whole; i++) {
                assertFalse(engine.search(wall).partial(), "each request has its own");
            }
        }
    }
}
