package broadsheet.archive;

import java.time.Duration;
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
 * Runs work that may never end, and gives it up when it has used its time. A thread that is given up is interrupted,
 * and dies with the program if it does not listen.
 */
final class TimeLimit {

    /** Deep nesting in a post needs stack; a thread's default is 1 MB. */
    static final long STACK_BYTES = 4L << 20;

    private static final ExecutorService READERS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(null, work, "post-reader", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    });

    private TimeLimit() {}

    /** The work's result; empty when it was given up. What the work throws comes out as it is. */
    static <T> Optional<T> run(Callable<T> work, Duration limit) throws Exception {
        TimedWork<T> timed = new TimedWork<>(work, limit);
        FutureTask<T> task = new FutureTask<>(timed);
        READERS.execute(task);
        while (true) {
            try {
                return Optional.of(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                if (timed.isOverdue()) {
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
}
