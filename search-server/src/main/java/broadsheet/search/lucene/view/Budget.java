package broadsheet.search.lucene.view;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.apache.lucene.index.QueryTimeout;

/**
 * What one request may use: time, and CPU time and memory of its thread. Every step asks whether something is left, and
 * leaves out the rest of its work when nothing is; the answer is then marked as partial. A step may not use what the
 * steps behind it need. Not for several threads.
 */
public final class Budget implements QueryTimeout {

    /** Measuring takes about a microsecond, so that a quick count comes first. */
    private static final int COUNTS_BETWEEN = 512;
    private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory
            .getThreadMXBean();

    private final Limits limits;
    private final long startNanos = System.nanoTime();
    private final long startCpu = THREADS.getCurrentThreadCpuTime();
    private final long startBytes = THREADS.getCurrentThreadAllocatedBytes();
    /** Work that is no search has one step, with all of it. */
    private Step step = Step.COUNT;
    /** Nanoseconds of each step that is over. */
    private final long[] laps = new long[Step.values().length];
    private long stepNanos = startNanos;
    /** What calls of the same request had used when this search began. */
    private long usedNanos;
    private long usedCpu;
    private long usedBytes;
    private int counts;
    private boolean spent;
    private boolean partial;

    private Budget(Limits limits) {
        this.limits = limits;
    }

    /** From now on, on this thread. */
    public static Budget begin(Limits limits) {
        return new Budget(limits);
    }

    /**
     * The most that a search may use.
     *
     * @param time on the clock
     * @param cpu CPU time of its thread
     * @param bytes memory that its thread allocates, free again or not
     */
    public record Limits(Duration time, Duration cpu, long bytes) {

        /** A page of ten hits takes a hundredth of it; only questions that are made to be dear reach it. */
        public static final Limits SEARCH = new Limits(Duration.ofSeconds(2), Duration.ofMillis(400), 24L << 20);
        /** For tests and measurements whose answers must be whole. */
        public static final Limits NONE = new Limits(Duration.ofHours(1), Duration.ofHours(1), Long.MAX_VALUE >> 1);

        /** The same for the first searches of a process: code that was not compiled yet takes ten times as long. */
        public Limits cold() {
            return this == NONE ? NONE : new Limits(time.multipliedBy(5), cpu.multipliedBy(10), bytes * 4);
        }
    }

    /** The steps of a search in their order, each with the share of the limits that is used up at its end at most. */
    public enum Step {
        CORRECT(.35),
        TRANSLATE(.5),
        MATCH(.65),
        ORDER(.8),
        DESCRIBE(.93),
        COUNT(1);

        private final double share;

        Step(double share) {
            this.share = share;
        }

        /** Its name in metrics: {@code match}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Thrown where a step cannot go on with less; what it has found until then counts. */
    public static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Spent() {
            super("the work limit of the search is reached", null, false, false);
        }
    }

    /** Begins the steps of a search, which has all that is left: another search of the same request may have been before. */
    public void beginSearch() {
        step = Step.CORRECT;
        stepNanos = System.nanoTime();
        usedNanos = stepNanos - startNanos;
        usedCpu = THREADS.getCurrentThreadCpuTime() - startCpu;
        usedBytes = THREADS.getCurrentThreadAllocatedBytes() - startBytes;
        partial = false;
        Arrays.fill(laps, 0);
        spent = false;
    }

    /** Begins a step, which has what the steps before left and its own share; one that is over does not come again. */
    public void begin(Step next) {
        if (next.compareTo(step) > 0) {
            endLap();
            step = next;
            spent = false;
        }
    }

    /** Whether nothing is left for this step. Measures, so it is not for the innermost loops. */
    public boolean isSpent() {
        if (!spent && measuredSpent()) {
            spent = true;
            partial = true;
        }
        return spent;
    }

    /**
     * Counts a piece of work in an inner loop.
     *
     * @throws Spent when nothing is left for this step
     */
    public void count() {
        if (++counts >= COUNTS_BETWEEN) {
            counts = 0;
            check();
        }
    }

    /** @throws Spent when nothing is left for this step */
    public void check() {
        if (isSpent()) {
            throw new Spent();
        }
    }

    /** How long the steps of the search took until now, in their order; of those that did not begin there is nothing. */
    public long[] laps() {
        endLap();
        return Arrays.copyOf(laps, step.ordinal() + 1);
    }

    private void endLap() {
        long now = System.nanoTime();
        laps[step.ordinal()] += now - stepNanos;
        stepNanos = now;
    }

    /** Whether some step has left something out. */
    public boolean isPartial() {
        return partial;
    }

    /** Lucene asks this between documents. */
    @Override
    public boolean shouldExit() {
        return isSpent();
    }

    /** A thread uses no more processor time than passes on the clock, and only the clock is quickly asked. */
    private boolean measuredSpent() {
        long passed = System.nanoTime() - startNanos;
        return isOver(passed, usedNanos, limits.time().toNanos())
                || isOver(THREADS.getCurrentThreadAllocatedBytes() - startBytes, usedBytes, limits.bytes())
                || isOver(passed, usedCpu, limits.cpu().toNanos())
                        && isOver(THREADS.getCurrentThreadCpuTime() - startCpu, usedCpu, limits.cpu().toNanos());
    }

    private boolean isOver(long now, long before, long most) {
        return now > before + step.share * Math.max(0, most - before);
    }
}
