package broadsheet.search;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work done again and again in a daemon thread of its own. Nothing that the work throws ends the thread, not even an
 * {@link OutOfMemoryError}: the log says what happened, and the work is tried again after a pause that doubles with each
 * failure in a row, up to a minute. The timers of the JDK end a task in silence when it throws.
 */
public final class RepeatedTask implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedTask.class);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final String name;
    private final Duration every;
    private final Work work;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean closed;
    private volatile int failures;

    /** What is done each time. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private RepeatedTask(String name, Duration every, Work work) {
        this.name = name;
        this.every = every;
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
        Thread.ofPlatform().daemon().name(name).start(task::loop);
        return task;
    }

    /** Ends the pause: the work is done at once, and once more when it is being done. */
    public void now() {
        calls.release();
    }

    /** How many times in a row the work has failed by now. */
    public int failures() {
        return failures;
    }

    /** The pause after so many failures in a row: 1 s, 2 s, 4 s … 60 s where the work is done each half second. */
    public static Duration pause(Duration every, int failures) {
        Duration grown = every.multipliedBy(1L << Math.min(failures, 20));
        return failures == 0 || grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
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

    private void pause() {
        try {
            if (calls.tryAcquire(pause(every, failures).toNanos(), TimeUnit.NANOSECONDS)) {
                calls.drainPermits();
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread to end it; {@link #close} is for that.
        }
    }

    /** Where memory is too short for a line of the log, the next failure says it. */
    private void say(Throwable e) {
        try {
            LOG.error("{} failed and is tried again in {} s: {}", name, pause(every, failures).toSeconds(),
                    e.toString());
        } catch (Throwable noMemory) {
            calls.drainPermits();
        }
    }

    /** No work begins after this; work under way goes on to its end. */
    @Override
    public void close() {
        closed = true;
        calls.release();
    }
}
