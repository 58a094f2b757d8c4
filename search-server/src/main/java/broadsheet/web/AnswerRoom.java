package broadsheet.web;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Where requests are answered that may wait. Who finds no thread is sent away and counted. */
final class AnswerRoom implements Executor {

    /** Some stay, since the engine keeps things by thread; the others come in a burst, and go a second later. */
    private static final int ALWAYS = 8;
    private static final int MOST = 200;

    private final LongAdder rejected = new LongAdder();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(ALWAYS, MOST, 1, TimeUnit.SECONDS,
            new SynchronousQueue<>(), Thread.ofPlatform().name("answer-", 0).daemon().factory());

    /** @throws RejectedExecutionException when too many wait already */
    @Override
    public void execute(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException e) {
            rejected.increment();
            throw e;
        }
    }

    /** How many were sent away. */
    long rejected() {
        return rejected.sum();
    }

    void close() {
        threads.shutdownNow();
    }
}
