package broadsheet.search.lucene.vocabulary;

import broadsheet.search.lucene.view.Analyses;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.IndexView;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.suggest.Completions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * The completions of a generation, collected in a thread of their own from when it is opened: that takes a second for a
 * hundred thousand posts, for which no search should wait.
 */
public record CollectedCompletions(CompletableFuture<Completions> future) {

    /** Begins to collect, from the posts that may be seen now. @param free lends the analyses */
    public static void begin(IndexView view, Analyses.Pool free, Instant now) {
        view.kept(CollectedCompletions.class, () -> collect(view, free, now));
    }

    /** The completions of a view for which {@link #begin} was called; waits while they are being collected. */
    public static Completions of(IndexView view) {
        return view.kept(CollectedCompletions.class, () -> {
            throw new IllegalStateException("nobody has begun to collect the completions");
        }).future().join();
    }

    private static CollectedCompletions collect(IndexView view, Analyses.Pool free, Instant now) {
        if (!view.tryAcquire()) {
            throw new IllegalStateException("the view is closed");
        }
        return new CollectedCompletions(CompletableFuture.supplyAsync(() -> {
            try (Analyses analyses = free.borrow()) {
                return new CompletionBuilder(Reading.of(view, analyses, now, Budget.begin(Budget.Limits.NONE))).build();
            } catch (IOException e) {
                throw new UncheckedIOException("collecting completions of generation " + view.number(), e);
            } finally {
                view.release();
            }
        }, work -> Thread.ofPlatform().daemon().name("completions").start(work)));
    }
}
