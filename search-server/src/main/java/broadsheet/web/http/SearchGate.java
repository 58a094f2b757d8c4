package broadsheet.web.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets a number of searches run at once; a search that would wait too long gets a 503, so that no queue builds up. */
public final class SearchGate {

    private final Semaphore places;
    private final Duration wait;

    /**
     * @param places number of searches that run at once
     * @param wait the longest wait for a place
     */
    public SearchGate(int places, Duration wait) {
        this.places = new Semaphore(places);
        this.wait = wait;
    }

    /** The search's answer; a 503 when no place gets free in time. */
    public <T> T run(Supplier<T> search) {
        if (!enter()) {
            throw Fault.of(Fault.Kind.UNAVAILABLE, "Too many searches are running; try again in a second.")
                    .with("Retry-After", "1").thrown();
        }
        try {
            return search.get();
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
