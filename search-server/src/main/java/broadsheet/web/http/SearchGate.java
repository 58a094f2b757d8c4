package broadsheet.web.http;

import broadsheet.search.SearchRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a number of searches run at once; a search that would wait too long gets a 503, so that no queue builds up. Dear
 * searches wait in a line of their own, so that few of them cannot keep everybody else waiting.
 */
public final class SearchGate {

    /** Of so many places one is for dear searches: they run one at a time on two cores. */
    private static final int PLACES_A_DEAR_ONE = 4;

    private final Semaphore places;
    private final Semaphore dear;
    private final Duration wait;

    /**
     * @param places number of searches that run at once; dear ones have a fourth of that besides
     * @param wait the longest wait for a place
     */
    public SearchGate(int places, Duration wait) {
        this.places = new Semaphore(places);
        this.dear = new Semaphore(Math.max(1, places / PLACES_A_DEAR_ONE));
        this.wait = wait;
    }

    /** The answer to a request; a 503 when no place gets free in time. */
    public <T> T run(SearchRequest request, Supplier<T> search) {
        return run(request.isDear() ? dear : places, search);
    }

    /** The answer to a plain question; a 503 when no place gets free in time. */
    public <T> T run(Supplier<T> search) {
        return run(places, search);
    }

    private <T> T run(Semaphore line, Supplier<T> search) {
        if (!enter(line)) {
            throw Fault.of(Fault.Kind.UNAVAILABLE, "Too many searches are running; try again in a second.")
                    .with("Retry-After", "1").thrown();
        }
        try {
            return search.get();
        } finally {
            line.release();
        }
    }

    private boolean enter(Semaphore line) {
        try {
            return line.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
