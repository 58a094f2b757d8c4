package broadsheet.build;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Does work on many threads and hands the results over on one, in the order of the items, so that what is made of them
 * does not depend on which thread was quick. At most {@code WINDOW} results a thread wait to be handed over.
 */
final class ReadAhead {

    private static final int WINDOW = 32;

    private final int threads;

    ReadAhead(int threads) {
        this.threads = threads;
    }

    /** Takes a result; stops everything by throwing. */
    @FunctionalInterface
    interface Taker<R> {
        void take(R result) throws IOException;
    }

    /** @throws IOException what the taker threw; a work's runtime exception comes through as it is */
    <T, R> void each(List<T> items, Function<T, R> work, Taker<R> taker) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads,
                Thread.ofPlatform().name("reader-", 1).daemon().factory());
        try {
            Queue<Future<R>> window = new ArrayDeque<>();
            Iterator<T> rest = items.iterator();
            while (rest.hasNext() || !window.isEmpty()) {
                while (rest.hasNext() && window.size() < threads * WINDOW) {
                    T item = rest.next();
                    window.add(pool.submit(() -> work.apply(item)));
                }
                taker.take(result(window.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the build was interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
