package broadsheet.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What this thread has cost, whatever else runs on the machine. */
final class Cpu {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Cpu() {}

    static long nanos() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Bytes allocated by this thread so far. */
    static long allocated() {
        return ((com.sun.management.ThreadMXBean) THREADS).getCurrentThreadAllocatedBytes();
    }
}
