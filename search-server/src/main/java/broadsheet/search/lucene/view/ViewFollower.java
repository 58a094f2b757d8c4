package broadsheet.search.lucene.view;

import broadsheet.index.IndexException;
import broadsheet.index.generation.GenerationStore;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.SearchException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest generation open. Looks for a new one twice a second; opens, checks and warms it beside the old one,
 * then puts it in its place in one step. A generation that cannot be opened is logged and passed over.
 */
public final class ViewFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ViewFollower.class);
    private static final long EVERY_MILLIS = 500;

    private final Path index;
    private final Consumer<IndexView> opened;
    private final GenerationStore store;
    private final ScheduledExecutorService timer;
    private volatile IndexView current;
    private OptionalLong tried;

    /** @param opened gets each view before the first search reads it */
    public ViewFollower(Path index, Consumer<IndexView> opened) throws IOException {
        this.index = index;
        this.opened = opened;
        this.store = GenerationStore.at(index);
        this.tried = store.currentNumber();
        this.current = openNewest();
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("index-follower").factory());
        timer.scheduleWithFixedDelay(this::follow, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private IndexView openNewest() throws IOException {
        GenerationStore.Opened newest = store.open()
                .orElseThrow(() -> new IndexException.Damaged("index at " + index + " holds no whole generation"));
        newest.damage().forEach(line -> LOG.warn("passed over: {}", line));
        int schema = newest.generation().manifest().schemaVersion();
        if (schema != PostSchema.VERSION) {
            throw new IndexException.WrongSchema("index at " + index + " has schema " + schema
                    + ", this server reads schema " + PostSchema.VERSION + ": run `broadsheet index` again");
        }
        IndexView view = IndexView.open(newest.generation());
        opened.accept(view);
        return view;
    }

    private void follow() {
        OptionalLong number = store.currentNumber();
        if (number.isEmpty() || number.equals(tried)) {
            return;
        }
        tried = number;
        try {
            IndexView next = openNewest();
            IndexView last = current;
            current = next;
            last.release();
        } catch (IOException | RuntimeException e) {
            LOG.warn("keeping generation {}, as {} cannot be opened: {}", current.number(), number.getAsLong(),
                    e.getMessage());
        }
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

    @Override
    public void close() {
        timer.shutdownNow();
        current.release();
    }
}
