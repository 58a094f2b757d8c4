package broadsheet.search.lucene.view;

import broadsheet.index.IndexException;
import broadsheet.index.generation.Generation;
import broadsheet.index.generation.GenerationStore;
import broadsheet.index.generation.GenerationStore.Opened;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.RepeatedTask;
import broadsheet.search.SearchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest generation open. Looks for another one twice a second; opens, checks and warms it beside the old one,
 * then puts it in its place in one step. Whatever keeps it from that, it serves what it has, says why in
 * {@link #reasons}, and tries again with growing pauses.
 */
public final class ViewFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ViewFollower.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Path index;
    private final Consumer<IndexView> opened;
    private final GenerationStore store;
    private final RepeatedTask timer;
    private volatile IndexView current;
    private volatile List<String> reasons = List.of();
    private boolean closed;
    /** The mark of the store when it was last looked at in full; only the timer's thread uses it, as all below. */
    private String seen;
    private Generation served;
    /** How often what is marked so could not be opened, and when it is tried again, in {@link System#nanoTime}. */
    private int failures;
    private long again;

    /** @param opened gets each view before the first search reads it */
    public ViewFollower(Path index, Consumer<IndexView> opened) throws IOException {
        this.index = index.toAbsolutePath().normalize();
        this.opened = opened;
        this.store = GenerationStore.at(index);
        this.seen = store.mark();
        Opened first = store.open(PostSchema.VERSION);
        this.current = view(first);
        this.served = first.generation();
        settle(first);
        this.timer = RepeatedTask.start("index-follower", EVERY, this::follow);
    }

    private IndexView view(Opened newest) throws IOException {
        IndexView view = IndexView.open(newest.generation());
        try {
            opened.accept(view);
            return view;
        } catch (Throwable e) {
            view.release();
            throw e;
        }
    }

    private void follow() {
        String mark = store.mark();
        if (mark.isEmpty()) {
            // A folder being deleted or put in its place; nothing in it can be better than what is open.
            seen = "";
            say(List.of(Files.isDirectory(index)
                    ? "The index does not say which generation is current."
                    : "The folder of the index is gone."));
            return;
        }
        boolean same = mark.equals(seen);
        if (same && (failures == 0 || System.nanoTime() - again < 0)) {
            return;
        }
        failures = same ? failures : 0;
        seen = mark;
        try {
            take(store.open(PostSchema.VERSION));
        } catch (Throwable e) {
            delay();
            LOG.warn("keeping generation {}, as the newest cannot be opened; next try in {} s: {}", current.number(),
                    RepeatedTask.pause(EVERY, failures).toSeconds(), e.toString());
            say(List.of("The newest generation cannot be opened: " + told(e)));
        }
    }

    /** A fall-back that is older than what is served would be no gain. */
    private void take(Opened next) throws IOException {
        boolean same = next.generation().equals(served);
        boolean older = next.fallback() && next.generation().manifest().built().isBefore(current.built());
        if (!same && !older) {
            put(view(next));
            served = next.generation();
        }
        settle(next);
    }

    private synchronized void put(IndexView next) {
        if (closed) {
            next.release();
            return;
        }
        IndexView last = current;
        current = next;
        last.release();
    }

    /** What was passed over may be whole again later, where the disk alone was at fault. */
    private void settle(Opened found) {
        if (!found.fallback()) {
            failures = 0;
            say(List.of());
            return;
        }
        delay();
        List<String> why = new ArrayList<>();
        found.damage().forEach(line -> why.add(local(line) + ". Generation " + current.number() + " is served."));
        if (!why.equals(reasons)) {
            found.damage()
                    .forEach(line -> LOG.warn("generation {} is served, passed over: {}", current.number(), line));
            reasons = why;
        }
    }

    private void delay() {
        failures++;
        again = System.nanoTime() + RepeatedTask.pause(EVERY, failures).toNanos();
    }

    private void say(List<String> why) {
        if (!why.equals(reasons)) {
            LOG.warn("{}", why.isEmpty() ? "the newest generation is served again" : String.join(" ", why));
            reasons = why;
        }
    }

    private String told(Throwable e) {
        return e instanceof IndexException ? local(e.getMessage()) : e.getClass().getSimpleName();
    }

    /** Without the path of the index, which is nobody's business but the owner's. */
    private String local(String line) {
        return line.replace(index + "/", "").replace(index.toString(), "here");
    }

    /** The newest view, held open for the caller, who must release it. */
    public IndexView acquire() {
        for (int attempt = 0; attempt < 100; attempt++) {
            IndexView view = current;
            if (view.tryAcquire()) {
                return view;
            }
        }
        throw new SearchException.Unavailable("the index is closed", null);
    }

    /** Why an older generation than the newest is served, in sentences; empty when the newest is. */
    public List<String> reasons() {
        return reasons;
    }

    @Override
    public void close() {
        timer.close();
        synchronized (this) {
            closed = true;
            current.release();
        }
    }
}
