package broadsheet.search;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another thread does, without taking the processor from it, and not for ever. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(3);

    private Await() {}

    /** What must become true. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    /** @param what fails the test by this name when it does not come true within a minute */
    public static void until(String what, Condition condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    private static boolean holds(Condition condition) {
        try {
            return condition.holds();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
