package broadsheet.search.lucene.view;

import static broadsheet.search.lucene.IndexOfPosts.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.IndexException;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.search.SearchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The newest generation, kept open. */
class ViewFollowerTest {

    private static void build(Path place, String id) throws IOException {
        try (LucenePostIndexer indexer = LucenePostIndexer.open(place, false)) {
            indexer.put(id, List.of(post(id, "en", id, id).build()));
            indexer.publish(new byte[0]);
        }
    }

    @Test
    @Timeout(30)
    void theNextGenerationTakesThePlaceOfTheLast(@TempDir Path place) throws Exception {
        build(place, "one");
        BlockingQueue<Long> opened = new LinkedBlockingQueue<>();
        try (ViewFollower views = new ViewFollower(place, view -> opened.add(view.number()))) {
            IndexView first = views.acquire();
            assertEquals(opened.take(), first.number());
            build(place, "two");
            assertEquals(first.number() + 1, opened.poll(20, TimeUnit.SECONDS));
            IndexView second = views.acquire();
            while (second == first) {
                second.release();
                second = views.acquire();
                Thread.onSpinWait();
            }
            assertEquals(1, second.reader().numDocs());
            assertEquals(1, first.reader().numDocs(), "held by a search, the last one is still open");
            first.release();
            assertEquals(false, first.tryAcquire(), "and closed when nobody holds it");
            second.release();
        }
    }

    @Test
    void aClosedFollowerGivesNoView(@TempDir Path place) throws IOException {
        build(place, "one");
        ViewFollower views = new ViewFollower(place, view -> {});
        views.close();
        assertEquals("the index is closed",
                assertThrows(SearchException.Unavailable.class, views::acquire).getMessage());
    }

    @Test
    void anEmptyFolderIsNoIndex(@TempDir Path place) throws IOException {
        Files.createDirectories(place);
        IndexException none = assertThrows(IndexException.class, () -> new ViewFollower(place, view -> {}));
        assertTrue(none.getMessage().contains(place.toString()), none::getMessage);
    }
}
