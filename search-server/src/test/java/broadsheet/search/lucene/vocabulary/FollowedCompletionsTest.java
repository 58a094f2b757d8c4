package broadsheet.search.lucene.vocabulary;

import static broadsheet.search.lucene.IndexOfPosts.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.Post;
import broadsheet.search.Await;
import broadsheet.search.SearchEngine.Suggestion;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.view.Analyses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Completions are made in the background; nobody waits for them. */
@Timeout(30)
class FollowedCompletionsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    private IndexOfPosts index(String name, Post... posts) throws IOException {
        return IndexOfPosts.of(folder.resolve(name), List.of(posts));
    }

    private static List<String> ferries(FollowedCompletions completions) {
        return completions.now().of("fer", 5).stream().map(Suggestion::text).toList();
    }

    private static void await(FollowedCompletions completions, String... texts) {
        Await.until(List.of(texts).toString(), () -> ferries(completions).equals(List.of(texts)));
    }

    @Test
    void theOldOnesAreOfferedUntilTheNewAreMade() throws Exception {
        CountDownLatch made = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        try (IndexOfPosts first = index("1", post("a", "en", "Ferry sails", "Text.").build());
                IndexOfPosts second = index("2", post("b", "en", "Ferry sinks", "Text.").build());
                FollowedCompletions completions = new FollowedCompletions(new Analyses.Pool(1), () -> {
                    awaitUnlessFirst(asked, made);
                    return NOW;
                })) {
            assertEquals(List.of(), ferries(completions), "nobody waits for the first");
            assertEquals("", completions.edition());
            completions.follow(first.view());
            await(completions, "Ferry sails");
            String edition = completions.edition();
            completions.follow(second.view());
            assertEquals(List.of("Ferry sails"), ferries(completions));
            assertEquals(edition, completions.edition());
            made.countDown();
            await(completions, "Ferry sinks");
        }
    }

    private static void awaitUnlessFirst(AtomicInteger asked, CountDownLatch latch) {
        if (asked.getAndIncrement() == 0) {
            return;
        }
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatFailedOnceIsMadeAgainAndToldMeanwhile() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (IndexOfPosts index = index("1", post("a", "en", "Ferry sails", "Text.").build());
                FollowedCompletions completions = new FollowedCompletions(new Analyses.Pool(1), () -> {
                    if (asked.getAndIncrement() == 0) {
                        throw new OutOfMemoryError("forced by the test");
                    }
                    return NOW;
                })) {
            completions.follow(index.view());
            List<String> told = List.of(
                    "The completions of the newest generation could not be made; older ones are offered.");
            Await.until("the reason", () -> completions.reasons().equals(told));
            await(completions, "Ferry sails");
            Await.until("no reason any more", () -> completions.reasons().isEmpty());
        }
    }

    @Test
    void thoseOfALargeArchiveAreMadeWhenTheyAreFirstAskedFor() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        try (IndexOfPosts index = index("1", post("a", "en", "Ferry sails", "Text.").build());
                FollowedCompletions completions = new FollowedCompletions(new Analyses.Pool(1), () -> {
                    looks.incrementAndGet();
                    return NOW;
                }, KeptCards::new, 0)) {
            completions.follow(index.view());
            assertEquals(0, looks.get(), "a clock is read where completions are made");
            assertEquals(List.of(), completions.now().of("fer", 5));
            await(completions, "Ferry sails");
        }
    }

    @Test
    void aPostWhoseTimeHasComeIsCompletedWithoutANewBuild() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        try (IndexOfPosts index = index("1", post("a", "en", "Ferry sails", "Text.").build(),
                post("b", "en", "Ferry strike", "Text.").visibleFrom(NOW.plusSeconds(60)).build());
                FollowedCompletions completions = new FollowedCompletions(new Analyses.Pool(1), now::get)) {
            completions.follow(index.view());
            await(completions, "Ferry sails");
            now.set(NOW.plus(Duration.ofMinutes(6)));
            Await.until("the second post", () -> ferries(completions).size() == 2);
        }
    }
}
