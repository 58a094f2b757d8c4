package broadsheet.search;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work done again and again in a daemon thread of its own. Nothing that the work throws ends the thread, not even an
 * {@link OutOfMemoryError}: the log says what happened, and the work is tried again after a pause that doubles with each
 * failure in a row, up to a minute. The timers of the JDK end a task in silence when it throws.
 */
public final class RepeatedTask implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedTask.class);
    private static final long LONGEST_NANOS = Duration.ofMinutes(1).toNanos();

    private final String name;
    private final long everyNanos;
    private final Work work;
    private volatile Thread thread;
    private volatile boolean called;
    private volatile boolean closed;
    private volatile int failures;

    /** What is done each time. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private RepeatedTask(String name, Duration every, Work work) {
        this.name = name;
        this.everyNanos = every.toNanos();
        this.work = work;
    }

    /**
     * Starts the thread; the work is done for the first time after one pause, or at the first {@link #now}.
     *
     * @param name of the thread, as the log names it
     * @param every the pause after work that succeeded
     */
    public static RepeatedTask start(String name, Duration every, Work work) {
        RepeatedTask task = new RepeatedTask(name, every, work);
        task.thread = Thread.ofPlatform().daemon().name(name).unstarted(task::loop);
        task.thread.start();
        return task;
    }

    /** Ends the pause: the work is done at once, and once more when it is being done. */
    public void now() {
        called = true;
        LockSupport.unpark(thread);
    }

    /** How many times in a row the work has failed by now. */
    public int failures() {
        return failures;
    }

    /** The pause after so many failures in a row: 1 s, 2 s, 4 s … 60 s where the work is done each half second. */
    public static Duration pause(Duration every, int failures) {
        return Duration.ofNanos(nanos(every.toNanos(), failures));
    }

    /**
     * Not by {@code Duration.multipliedBy}, which counts in {@code BigDecimal}: a class that is first used when memory is
     * short cannot be used ever after, and this is first used after a failure.
     */
    private static long nanos(long every, int failures) {
        int doubled = Math.min(failures, 20);
        boolean longest = doubled > 0 && every >= LONGEST_NANOS >> doubled;
        return longest ? LONGEST_NANOS : every << doubled;
    }

    private void loop() {
        while (!closed) {
            try {
                pause();
                if (closed) {
                    return;
                }
                work.run();
                if (failures > 0) {
                    LOG.warn("{} works again, after {} failures", name, failures);
                }
                failures = 0;
            } catch (Throwable e) {
                failures++;
                say(e);
            }
        }
    }

    /**
     * Waits without making an object: a semaphore of the JDK that lacks the memory for its queue no longer looks at the
     * time, and a thread that nobody calls would never go on.
     */
    private void pause() {
        long end = System.nanoTime() + nanos(everyNanos, failures);
        for (long left = end - System.nanoTime(); left > 0 && !closed; left = end - System.nanoTime()) {
            if (called) {
                called = false;
                return;
            }
            LockSupport.parkNanos(left);
            // Nobody interrupts this thread to end it; {@link #close} is for that.
            Thread.interrupted();
        }
    }

    /** Where memory is too short for a line of the log, the next failure says it. */
    private void say(Throwable e) {
        try {
            LOG.error("{} failed and is tried again in {} s: {}", name,
                    TimeUnit.NANOSECONDS.toSeconds(nanos(everyNanos, failures)), e.toString());
        } catch (Throwable noMemory) {
            called = false;
        }
    }

    /** No work begins after this; work under way goes on to its end. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
