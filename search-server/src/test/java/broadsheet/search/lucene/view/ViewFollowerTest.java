package broadsheet.search.lucene.view;

import static broadsheet.search.lucene.IndexOfPosts.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.IndexException;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.Await;
import broadsheet.search.SearchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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

    /** The text of the only post, once it is that; whatever is served before. */
    private static void awaitServed(ViewFollower views, String id) {
        Await.until(id, () -> served(views).equals(id));
    }

    private static String served(ViewFollower views) throws IOException {
        IndexView view = views.acquire();
        try {
            return new StoredPosts(view.reader()).view(0).id();
        } finally {
            view.release();
        }
    }

    private static String awaitReason(ViewFollower views) {
        AtomicReference<List<String>> told = new AtomicReference<>(List.of());
        Await.until("a reason", () -> {
            told.set(views.reasons());
            return !told.get().isEmpty();
        });
        return told.get().getFirst();
    }

    @Test
    @Timeout(30)
    void anErrorWhileOpeningIsSurvivedToldAndTriedAgain(@TempDir Path place) throws Exception {
        build(place, "one");
        AtomicInteger left = new AtomicInteger(2);
        try (ViewFollower views = new ViewFollower(place, view -> {
            if (view.number() > 1 && left.getAndDecrement() > 0) {
                throw new OutOfMemoryError("forced by the test");
            }
        })) {
            build(place, "two");
            assertEquals("The newest generation cannot be opened: OutOfMemoryError", awaitReason(views));
            assertEquals("one", served(views));
            awaitServed(views, "two");
            Await.until("no reason any more", () -> views.reasons().isEmpty());
        }
    }

    @Test
    @Timeout(30)
    void anIndexDeletedAndBuiltAnewIsFollowedThoughItsNumberIsTheSame(@TempDir Path folder) throws Exception {
        Path place = folder.resolve("index");
        build(place, "old");
        try (ViewFollower views = new ViewFollower(place, view -> {})) {
            TestFiles.deleteTree(place);
            // While it is being deleted the reason is another.
            Await.until("the reason", () -> views.reasons().equals(List.of("The folder of the index is gone.")));
            assertEquals("old", served(views), "what is open goes on answering");
            build(place, "new");
            awaitServed(views, "new");
            IndexView view = views.acquire();
            assertEquals(1, view.number());
            view.release();
            Await.until("no reason any more", () -> views.reasons().isEmpty());
        }
    }

    @Test
    @Timeout(30)
    void aFolderSwappedByRenameIsFollowed(@TempDir Path folder) throws Exception {
        Path place = folder.resolve("index");
        build(place, "old");
        build(folder.resolve("other"), "new");
        try (ViewFollower views = new ViewFollower(place, view -> {})) {
            Files.move(place, folder.resolve("away"));
            Files.move(folder.resolve("other"), place);
            awaitServed(views, "new");
        }
    }

    @Test
    @Timeout(30)
    void aDamagedGenerationIsToldWithItsFileAndTakenWhenItIsWholeAgain(@TempDir Path place) throws Exception {
        build(place, "one");
        build(place, "two");
        Path file = TestFiles.flipOneBit(place.resolve("g-000000000002"));
        try (ViewFollower views = new ViewFollower(place, view -> {})) {
            assertEquals("one", served(views));
            String reason = awaitReason(views);
            assertTrue(reason.startsWith("g-000000000002/" + file.getFileName() + ": expected "), reason);
            assertTrue(reason.endsWith(" Generation 1 is served."), reason);
            TestFiles.flipOneBit(place.resolve("g-000000000002"));
            awaitServed(views, "two");
        }
    }

    @Test
    @Timeout(30)
    void aGenerationOfANewerSchemaIsToldAndTheOldOneServed(@TempDir Path place) throws Exception {
        build(place, "one");
        try (ViewFollower views = new ViewFollower(place, view -> {})) {
            TestFiles.publishSchema(place, PostSchema.VERSION + 1);
            assertEquals("g-000000000002: schema " + (PostSchema.VERSION + 1) + ", this program reads schema "
                    + PostSchema.VERSION + ". Generation 1 is served.", awaitReason(views));
            assertEquals("one", served(views));
        }
        try (ViewFollower views = new ViewFollower(place, view -> {})) {
            assertEquals("one", served(views), "after a start, too");
            assertEquals(1, views.reasons().size());
        }
    }

    @Test
    void anIndexOfOtherSchemasAloneIsRefused(@TempDir Path place) throws IOException {
        TestFiles.publishSchema(place, 1);
        assertEquals("index at " + place + " has schema 1, this server reads schema " + PostSchema.VERSION
                + ": run `broadsheet index` again",
                assertThrows(IndexException.WrongSchema.class, () -> new ViewFollower(place, view -> {}))
                        .getMessage());
    }
}
