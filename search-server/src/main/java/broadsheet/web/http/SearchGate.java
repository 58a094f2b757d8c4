package broadsheet.web.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets so many searches run at once; who would wait too long is sent away, so that a crowd cannot pile up. */
public final class SearchGate {

    private final Semaphore places;
    private final Duration wait;

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
