package broadsheet.search.opensearch;

import broadsheet.index.IndexException;
import broadsheet.index.opensearch.ClusterGeneration;
import broadsheet.index.opensearch.ClusterStore;
import broadsheet.opensearch.Cluster;
import broadsheet.opensearch.ClusterException;
import broadsheet.search.RepeatedTask;
import broadsheet.search.SearchException;
import broadsheet.search.lucene.view.IndexView;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the generation open to which the alias points. Looks once a second; opens and warms another one beside the old, and
 * puts it in its place in one step. While the cluster is away it serves what it has, which answers as soon as the cluster
 * is back. A server may start before its cluster.
 */
final class ClusterFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterFollower.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** How long a request waits for the generation that has taken the place of the one it had. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 50;

    private final Cluster cluster;
    private final ClusterStore store;
    private final GenerationOpener opener;
    private final Consumer<IndexView> opened;
    private final RepeatedTask timer;
    private volatile Optional<IndexView> current = Optional.empty();
    private volatile List<String> reasons = List.of("The OpenSearch cluster was not asked yet.");
    private boolean closed;
    /** What is open; only the thread that follows uses it, as all below. */
    private Optional<ClusterGeneration> served = Optional.empty();
    /** Whether the cluster is known to be one for us. */
    private boolean suitable;
    /** How often what is shown could not be opened, and when it is tried again, in {@link System#nanoTime}. */
    private int failures;
    private long again;

    /**
     * Takes up what is there, if the cluster is.
     *
     * @param opened gets each view before the first search reads it
     * @throws ClusterException when the cluster is none for us, or does not let us in: to wait would change
     * nothing
     */
    ClusterFollower(Cluster cluster, ClusterStore store, GenerationOpener opener, Consumer<IndexView> opened)
            throws IOException {
        this.cluster = cluster;
        this.store = store;
        this.opener = opener;
        this.opened = opened;
        try {
            look();
        } catch (ClusterException.Unsuitable | ClusterException.Unsafe | IndexException e) {
            throw e;
        } catch (ClusterException.Refused e) {
            if (e.isForbidden()) {
                throw e;
            }
            failed(e);
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
        this.timer = RepeatedTask.start("cluster-follower", EVERY, this::follow);
    }

    private void follow() {
        try {
            cluster.checkFailed();
            look();
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }

    private void look() throws IOException {
        if (!suitable) {
            if (cluster.version().failsAtScripts()) {
                LOG.warn(
                        "the cluster is older than OpenSearch 3.4, so that words with synonyms or other spellings are scored by one of their forms");
            }
            Clauses.check(cluster);
            suitable = true;
        }
        Optional<ClusterGeneration> shown = store.look();
        if (shown.isEmpty()) {
            say(List.of("Nothing was published on the OpenSearch cluster yet: run `broadsheet index`."));
            return;
        }
        boolean waits = failures > 0 && System.nanoTime() - again < 0;
        if (!shown.equals(served) && !waits) {
            take(shown.get());
        }
        if (shown.equals(served)) {
            failures = 0;
            say(List.of());
        }
    }

    private void take(ClusterGeneration next) throws IOException {
        try {
            IndexView view = opener.open(next);
            try {
                opened.accept(view);
            } catch (Throwable e) {
                view.release();
                throw e;
            }
            put(view);
            served = Optional.of(next);
        } catch (Throwable e) {
            failures++;
            again = System.nanoTime() + RepeatedTask.pause(EVERY, failures).toNanos();
            throw e;
        }
    }

    private synchronized void put(IndexView next) {
        if (closed) {
            next.release();
            return;
        }
        current.ifPresent(IndexView::release);
        current = Optional.of(next);
    }

    private void failed(Exception e) {
        switch (e) {
            case ClusterException.Unsafe unsafe -> say(List.of(
                    "There is no safe connection to the OpenSearch cluster."), unsafe);
            case ClusterException.Refused refused when refused.isForbidden() -> say(List.of(
                    "The OpenSearch cluster does not let the server's user in."), refused);
            // its manager may hang or be chosen anew; searches are answered meanwhile
            case ClusterException.Away away when isOpen() && cluster.isAnswering() -> LOG.warn(
                    "the cluster cannot say which generation is the newest: {}", away.getMessage());
            case ClusterException.Away away -> say(List.of("The OpenSearch cluster does not answer."), away);
            case ClusterException.Unsuitable other -> say(List.of(
                    "What answers is no OpenSearch of 3.0 or newer."), other);
            case IndexException index -> say(List.of("The newest generation cannot be opened: " + index.getMessage()),
                    index);
            default -> say(List.of("The newest generation cannot be opened: " + e.getClass().getSimpleName()), e);
        }
    }

    private void say(List<String> why, Exception cause) {
        if (!why.equals(reasons)) {
            LOG.warn("{} {}", String.join(" ", why), cause.toString());
            reasons = why;
        }
    }

    private void say(List<String> why) {
        if (!why.equals(reasons)) {
            LOG.info("{}", why.isEmpty() ? "the newest generation is served" : String.join(" ", why));
            reasons = why;
        }
    }

    /** The newest view, held open for the caller, who must release it. */
    IndexView acquire() {
        for (int attempt = 0; attempt < 100; attempt++) {
            Optional<IndexView> view = current;
            if (view.isEmpty()) {
                throw new SearchException.Unavailable(String.join(" ", reasons), null);
            }
            if (view.get().tryAcquire()) {
                return view.get();
            }
        }
        throw new SearchException.Unavailable("the index is closed", null);
    }

    /** Whether a generation was ever opened. */
    boolean isOpen() {
        return current.isPresent();
    }

    /**
     * Another view than one whose index is gone, held open for the caller.
     *
     * @throws SearchException.Unavailable when none is found in time
     */
    IndexView acquireAnother(IndexView gone) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - until < 0) {
            IndexView view = acquire();
            if (view != gone) {
                return view;
            }
            view.release();
            timer.now();
            pause();
        }
        throw new SearchException.Unavailable("The index is gone from the OpenSearch cluster.", null);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchException.Unavailable("stopped", e);
        }
    }

    /** Why the newest generation is not served, in sentences; empty when it is. */
    List<String> reasons() {
        return reasons;
    }

    @Override
    public void close() {
        timer.close();
        synchronized (this) {
            closed = true;
            current.ifPresent(IndexView::release);
            current = Optional.empty();
        }
    }
}
