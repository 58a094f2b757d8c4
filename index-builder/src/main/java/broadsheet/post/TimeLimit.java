package broadsheet.post;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs work that may never end, and gives it up when it has used its time. The time that counts is the processor's:
 * a busy machine must not cost a post. A thread that is given up is told to stop, and dies with the program if it does
 * not listen.
 */
final class TimeLimit {

    /** However little of the processor it gets, nothing waits longer; a read from a hung disk ends here. */
    private static final long WALL_FACTOR = 15;

    /** Deep nesting in a post needs stack; a thread's default is 1 MB. */
    private static final long STACK_BYTES = 4L << 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final ExecutorService READERS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(null, work, "post-reader", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    });

    private TimeLimit() {}

    /** The work's result; empty when it was given up. What the work throws comes out as it is. */
    static <T> Optional<T> run(Callable<T> work, long limitMillis) throws Exception {
        Clocked<T> clocked = new Clocked<>(work);
        FutureTask<T> task = new FutureTask<>(clocked);
        READERS.execute(task);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis * WALL_FACTOR);
        while (true) {
            try {
                return Optional.of(task.get(limitMillis, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                if (clocked.usedMillis() >= limitMillis || System.nanoTime() > end) {
                    task.cancel(true);
                    return Optional.empty();
                }
            } catch (CancellationException e) {
                return Optional.empty();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : new StackLimitException(e.getCause());
            }
        }
    }

    /** An error of the machine that the work met: no stack left, no memory left. */
    static final class StackLimitException extends Exception {
        private static final long serialVersionUID = 1L;

        private StackLimitException(Throwable cause) {
            super(cause);
        }
    }

    /** Work that knows how much of the processor it has used. */
    private static final class Clocked<T> implements Callable<T> {
        private final Callable<T> work;
        private volatile long thread = -1;
        private volatile long startNanos;

        private Clocked(Callable<T> work) {
            this.work = work;
        }

        @Override
        public T call() throws Exception {
            startNanos = THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : 0;
            thread = Thread.currentThread().threadId();
            return work.call();
        }

        private long usedMillis() {
            long now = thread < 0 ? -1 : THREADS.getThreadCpuTime(thread);
            return now < 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(now - startNanos);
        }
    }
}
