package broadsheet.build;

import broadsheet.archive.Archive;
import broadsheet.archive.TimedWork;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does work on many threads and hands the results over on one, in the order of the items, so that what is made of them
 * does not depend on which thread was quick. At most {@code WINDOW} results a thread wait to be handed over. A thread
 * whose work does not end in time is given up and another takes its place: handing each item to a thread of its own
 * that one could give up took a tenth of all the time.
 */
public final class ReadAhead {

    private static final int WINDOW = 32;

    private final int threads;

    public ReadAhead(int threads) {
        this.threads = threads;
    }

    /** The work on an item. */
    @FunctionalInterface
    public interface Work<T, R> {
        R on(T item);

        /**
         * The result where it is known at once: handing an item to a thread and back takes longer than a look at it.
         */
        default Optional<R> known(T item) {
            return Optional.empty();
        }

        /** Whether an item takes so much memory that no further one is begun until its result was taken. */
        default boolean isLarge(T item) {
            return false;
        }

        /** Processor time for an item; work that takes longer is given up. */
        default Duration limit(T item) {
            return Duration.ofDays(1);
        }

        /** The result where work was given up. */
        default R givenUp(T item) {
            throw new IllegalStateException("not done within " + limit(item) + ": " + item);
        }
    }

    /** Takes a result; stops everything by throwing. */
    @FunctionalInterface
    public interface Taker<R> {
        void take(R result) throws IOException;
    }

    /** A result that is there, or is waited for. */
    @FunctionalInterface
    private interface Coming<R> {
        R get() throws IOException;
    }

    /** An item under way. */
    private record Task<T, R>(T item, TimedWork<R> timed, FutureTask<R> future) {

        static <T, R> Task<T, R> of(T item, Work<T, R> work) {
            TimedWork<R> timed = new TimedWork<>(() -> work.on(item), work.limit(item));
            return new Task<>(item, timed, new FutureTask<>(timed));
        }
    }

    /** @throws IOException what the taker threw; a work's runtime exception comes through as it is */
    public <T, R> void each(List<T> items, Work<T, R> work, Taker<R> taker) throws IOException {
        each(items.iterator(), WINDOW, work, taker);
    }

    /** The same for items that come one after another; at most {@code window} of them a thread are under way. */
    <T, R> void each(Iterator<T> rest, int window, Work<T, R> work, Taker<R> taker) throws IOException {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), ReadAhead::thread);
        try {
            Queue<Coming<R>> coming = new ArrayDeque<>();
            boolean large = false;
            while (rest.hasNext() || !coming.isEmpty()) {
                large &= !coming.isEmpty();
                while (!large && coming.size() < threads * window && rest.hasNext()) {
                    T item = rest.next();
                    Optional<R> known = work.known(item);
                    coming.add(known.isPresent() ? known::get : coming(item, work, pool));
                    large = known.isEmpty() && work.isLarge(item);
                }
                taker.take(coming.remove().get());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T, R> Coming<R> coming(T item, Work<T, R> work, ThreadPoolExecutor pool) {
        Task<T, R> task = Task.of(item, work);
        pool.execute(task.future);
        return () -> result(task, work, pool);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "reader", Archive.STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    private static <T, R> R result(Task<T, R> task, Work<T, R> work, ThreadPoolExecutor pool) throws IOException {
        while (true) {
            try {
                return task.future.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                if (task.timed.isOverdue()) {
                    task.future.cancel(true);
                    pool.setMaximumPoolSize(pool.getMaximumPoolSize() + 1);
                    pool.setCorePoolSize(pool.getCorePoolSize() + 1);
                    return work.givenUp(task.item);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("the build was interrupted", e);
            } catch (ExecutionException e) {
                throw Failures.thrown(e);
            }
        }
    }
}
