package broadsheet.web.limits;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.web.http.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Lets a number of searches run at once; a search that would wait too long gets a 503, so that no queue builds up. Dear
 * searches wait in a line of their own, so that few of them cannot keep everybody else waiting. Counts what comes by.
 */
public final class SearchGate {

    /** Of so many places one is for dear searches: they run one at a time on two cores. */
    private static final int PLACES_A_DEAR_ONE = 4;

    private final Lane plain;
    private final Lane dear;
    private final Duration wait;
    private final LongAdder partial = new LongAdder();
    private final LongAdder without = new LongAdder();

    /**
     * @param places number of searches that run at once; dear ones have a fourth of that besides
     * @param wait the longest wait for a place
     */
    public SearchGate(int places, Duration wait) {
        this.plain = new Lane("plain", places);
        this.dear = new Lane("dear", Math.max(1, places / PLACES_A_DEAR_ONE));
        this.wait = wait;
    }

    private static final class Lane {
        private final String name;
        private final int places;
        private final Semaphore free;
        private final LongAdder rejected = new LongAdder();

        Lane(String name, int places) {
            this.name = name;
            this.places = places;
            this.free = new Semaphore(places);
        }

        Load load() {
            return new Load(name, places - free.availablePermits(), free.getQueueLength(), rejected.sum());
        }
    }

    /**
     * How full a lane is now, and how many it has sent away since the start.
     *
     * @param lane {@code plain} or {@code dear}
     */
    record Load(String lane, int running, int waiting, long rejected) {}

    List<Load> loads() {
        return List.of(plain.load(), dear.load());
    }

    /** Searches whose answer was cut short. */
    long partial() {
        return partial.sum();
    }

    /** Searches that found nothing. */
    long withoutResults() {
        return without.sum();
    }

    /** The answer to a search; a 503 when no place gets free in time. */
    public SearchResponse search(SearchRequest request, SearchEngine engine) {
        return run(request, () -> seen(engine.search(request)));
    }

    /** Counts the answer that somebody is shown, and gives it back. */
    public SearchResponse seen(SearchResponse response) {
        if (response.partial()) {
            partial.increment();
        } else if (response.totalAll() == 0) {
            without.increment();
        }
        return response;
    }

    /** The answer to a request; a 503 when no place gets free in time. */
    public <T> T run(SearchRequest request, Supplier<T> search) {
        return run(request.isDear() ? dear : plain, search);
    }

    /** The answer to a plain question; a 503 when no place gets free in time. */
    public <T> T run(Supplier<T> search) {
        return run(plain, search);
    }

    private <T> T run(Lane lane, Supplier<T> search) {
        if (!enter(lane.free)) {
            lane.rejected.increment();
            throw Fault.of(Fault.Kind.UNAVAILABLE, "Too many searches are running; try again in a second.")
                    .with("Retry-After", "1").thrown();
        }
        try {
            return search.get();
        } finally {
            lane.free.release();
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
