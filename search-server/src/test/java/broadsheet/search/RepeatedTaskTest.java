package broadsheet.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A timer that nothing ends. */
@Timeout(30)
class RepeatedTaskTest {

    private static final Duration SOON = Duration.ofMillis(1);

    @Test
    void noErrorEndsTheThread() throws InterruptedException {
        List<Throwable> faults = List.of(new OutOfMemoryError("forced"), new StackOverflowError(),
                new NoClassDefFoundError("x"), new IllegalStateException(), new IOException("disk"),
                new InterruptedException(), new ThreadDeathLike());
        BlockingQueue<Integer> done = new LinkedBlockingQueue<>();
        int[] tries = {0};
        try (RepeatedTask task = RepeatedTask.start("tested", SOON, () -> {
            int number = tries[0]++;
            if (number < faults.size()) {
                throwIt(faults.get(number));
            }
            done.add(number);
        })) {
            assertEquals(7, done.take());
            assertNotNull(done.take());
            assertEquals(0, task.failures());
        }
    }

    private static final class ThreadDeathLike extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static void throwIt(Throwable fault) throws Exception {
        switch (fault) {
            case Exception e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(fault);
        }
    }

    @Test
    void aCallEndsThePause() throws InterruptedException {
        BlockingQueue<String> done = new LinkedBlockingQueue<>();
        try (RepeatedTask task = RepeatedTask.start("tested", Duration.ofHours(1), () -> done.add("done"))) {
            assertEquals(null, done.poll(20, TimeUnit.MILLISECONDS));
            task.now();
            assertEquals("done", done.take());
        }
    }

    @Test
    void aClosedTaskDoesNoMore() throws InterruptedException {
        BlockingQueue<String> done = new LinkedBlockingQueue<>();
        RepeatedTask task = RepeatedTask.start("tested", Duration.ofHours(1), () -> done.add("done"));
        task.close();
        task.now();
        assertEquals(null, done.poll(50, TimeUnit.MILLISECONDS));
    }

    /** Milliseconds. */
    @ParameterizedTest
    @CsvSource({"500, 0, 500", "500, 1, 1000", "500, 2, 2000", "500, 6, 32000", "500, 7, 60000", "500, 1000, 60000",
            "3600000, 0, 3600000"})
    void pausesGrowUpToAMinute(long every, int failures, long pause) {
        assertEquals(pause, RepeatedTask.pause(Duration.ofMillis(every), failures).toMillis());
    }
}
