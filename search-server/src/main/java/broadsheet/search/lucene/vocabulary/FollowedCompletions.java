package broadsheet.search.lucene.vocabulary;

import broadsheet.search.RepeatedTask;
import broadsheet.search.lucene.view.Analyses;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.IndexView;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.suggest.Completions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The completions of the newest generation for which they could be made. That takes a second for a hundred thousand
 * posts, and nobody waits for it: those of the generation before are offered meanwhile. The first ones of a large archive
 * are made when they are first asked for, since a start has enough to do; none are offered until then. Making them is tried
 * again until it succeeds. They are made again when posts appear whose time has come.
 */
public final class FollowedCompletions implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);
    /** How long posts whose time has come may lack in the completions. */
    private static final Duration OLDEST = Duration.ofMinutes(5);

    /** Posts whose completions are made in a twentieth of a second: a start hardly feels that. */
    private static final int QUICK = 5_000;

    private final Analyses.Pool free;
    private final InstantSource clock;
    private final Function<Reading, CompletionSource> source;
    private final int quick;
    private final RepeatedTask timer;
    private volatile boolean asked;
    private volatile Made made = new Made("", new Completions(List.of()), Instant.EPOCH, false);
    /** Held open until another takes its place. */
    private Optional<IndexView> newest = Optional.empty();
    private boolean closed;

    /**
     * What is offered.
     *
     * @param edition of which generation it is, and when it was made; empty for the first moment
     * @param hides whether posts were left out, as their time had not come
     */
    private record Made(String edition, Completions completions, Instant at, boolean hides) {}

    /** Of an index in this process. @param free lends the analyses */
    public FollowedCompletions(Analyses.Pool free, InstantSource clock) {
        this(free, clock, KeptCards::new, QUICK);
    }

    /** @param source where the posts of a view are */
    public FollowedCompletions(Analyses.Pool free, InstantSource clock, Function<Reading, CompletionSource> source) {
        this(free, clock, source, QUICK);
    }

    /** @param quick posts of an archive that is not large */
    FollowedCompletions(
            Analyses.Pool free, InstantSource clock, Function<Reading, CompletionSource> source, int quick) {
        this.free = free;
        this.clock = clock;
        this.source = source;
        this.quick = quick;
        this.timer = RepeatedTask.start("completions", EVERY, this::make);
    }

    /** Begins to make the completions of a view, in another thread. */
    public synchronized void follow(IndexView view) {
        if (!closed && view.tryAcquire()) {
            newest.ifPresent(IndexView::release);
            newest = Optional.of(view);
            asked |= view.reader().maxDoc() <= quick;
            timer.now();
        }
    }

    /** What is offered now; of a large archive nothing at the first call, which begins to make it. */
    public Completions now() {
        Made offered = made;
        ask();
        return offered.completions();
    }

    private void ask() {
        if (!asked) {
            asked = true;
            timer.now();
        }
    }

    /** A text that changes with {@link #now}; to ask for it begins to make them, too. */
    public String edition() {
        Made offered = made;
        ask();
        return offered.edition();
    }

    /** Why those of the newest generation are not offered, in sentences; empty when they are, or are just being made. */
    public List<String> reasons() {
        return timer.failures() == 0
                ? List.of()
                : List.of("The completions of the newest generation could not be made; older ones are offered.");
    }

    private void make() throws IOException {
        Optional<IndexView> held = asked ? hold() : Optional.empty();
        if (held.isEmpty()) {
            return;
        }
        IndexView view = held.get();
        try (Analyses analyses = free.borrow()) {
            Instant now = clock.instant();
            String generation = view.number() + " " + view.built();
            if (isDue(generation, now)) {
                Reading reading = Reading.of(view, analyses, now, Budget.begin(Budget.Limits.NONE));
                boolean hides = reading.hidesPosts();
                made = new Made(generation + (hides ? " " + now : ""),
                        new CompletionBuilder(reading).build(source.apply(reading)), now,
                        hides);
            }
        } finally {
            view.release();
        }
    }

    private boolean isDue(String generation, Instant now) {
        boolean same = made.edition().startsWith(generation);
        return !same || made.hides() && made.at().plus(OLDEST).isBefore(now);
    }

    private synchronized Optional<IndexView> hold() {
        return newest.filter(IndexView::tryAcquire);
    }

    @Override
    public void close() {
        timer.close();
        synchronized (this) {
            closed = true;
            newest.ifPresent(IndexView::release);
            newest = Optional.empty();
        }
    }
}
