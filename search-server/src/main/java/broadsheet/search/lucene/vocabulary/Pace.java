package broadsheet.search.lucene.vocabulary;

import java.util.concurrent.locks.LockSupport;

/**
 * The pauses of long work that nobody waits for: it takes a third of a processor at most, so that readers hardly feel it, not even on a
 * machine of one or two processors. For one thread.
 */
final class Pace {

    /** Steps between two looks at the clock. */
    private static final int STEPS = 64;
    private static final long WORK_NANOS = 5_000_000;
    private static final long PAUSE_NANOS = 10_000_000;

    private int steps;
    private long begun = System.nanoTime();

    /** A step of the work is done; returns after a pause where it is time for one. */
    void step() {
        if (++steps % STEPS == 0 && System.nanoTime() - begun > WORK_NANOS) {
            LockSupport.parkNanos(PAUSE_NANOS);
            begun = System.nanoTime();
        }
    }
}
