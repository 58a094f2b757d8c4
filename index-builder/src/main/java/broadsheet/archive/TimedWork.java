package broadsheet.archive;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Work that may never end, and that knows when it has used its time. The time that counts is the processor's: a busy
 * machine must not cost a post. To be called once, by one thread; asked by others meanwhile.
 */
public final class TimedWork<T> implements Callable<T> {

    /** However little of the processor it gets, nothing waits longer; a read from a hung disk ends here. */
    private static final int WALL_FACTOR = 15;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Callable<T> work;
    private final Duration limit;
    private volatile long thread = -1;
    private volatile long cpuStart;
    private volatile long wallStart;

    /** @param limit of processor time */
    public TimedWork(Callable<T> work, Duration limit) {
        this.work = work;
        this.limit = limit;
    }

    @Override
    public T call() throws Exception {
        cpuStart = THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : 0;
        wallStart = System.nanoTime();
        thread = Thread.currentThread().threadId();
        return work.call();
    }

    /** Whether it has used more than its time; false before it has begun. */
    public boolean isOverdue() {
        if (thread < 0) {
            return false;
        }
        long cpu = THREADS.getThreadCpuTime(thread);
        long used = cpu < 0 ? 0 : cpu - cpuStart;
        return used >= limit.toNanos() || System.nanoTime() - wallStart > limit.toNanos() * WALL_FACTOR;
    }
}
