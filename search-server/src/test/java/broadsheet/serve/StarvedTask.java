package broadsheet.serve;

import broadsheet.search.RepeatedTask;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A task that is repeated each millisecond, and fails for lack of memory, in a process whose memory is used up to the last
 * bytes again and again. Its first failure is then the first use of all that a failure needs.
 */
final class StarvedTask {

    private static final int ROUNDS = 20;
    private static final int BYTES = 4_096;
    private static final Duration SHORTAGE = Duration.ofMillis(100);
    /** After failures in a row the pauses have grown; all of these end within it. */
    private static final Duration PATIENCE = Duration.ofSeconds(70);

    private static volatile byte[] used;

    private StarvedTask() {}

    /** No arguments. */
    public static void main(String[] arguments) throws Exception {
        AtomicLong times = new AtomicLong();
        RepeatedTask task = RepeatedTask.start("starved", Duration.ofMillis(1), () -> {
            used = new byte[BYTES];
            times.incrementAndGet();
        });
        for (int round = 1; round <= ROUNDS; round++) {
            starve();
            goesOn(times, round);
        }
        task.close();
        System.out.println("survived " + ROUNDS + " shortages");
        System.exit(0);
    }

    private static void starve() {
        long end = System.nanoTime() + SHORTAGE.toNanos();
        Object[] hoard = null;
        int size = 1_024;
        while (System.nanoTime() < end) {
            try {
                Object[] more = new Object[size];
                more[0] = hoard;
                hoard = more;
            } catch (OutOfMemoryError e) {
                // The last gaps are filled with the smallest arrays.
                size = 2;
            }
        }
    }

    private static void goesOn(AtomicLong times, int round) throws InterruptedException {
        long before = times.get();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (times.get() == before) {
            if (System.nanoTime() > end) {
                System.out.println("round " + round + ": the task is not repeated any more");
                System.exit(1);
            }
            Thread.sleep(10);
        }
    }
}
