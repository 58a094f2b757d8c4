package broadsheet.search;

import java.util.List;
import java.util.Optional;

/**
 * Answers searches over one published index, and takes up each new one by itself. Safe for many threads.
 *
 * <p>Every method may throw {@link SearchException}, which says whose fault it is.
 */
public interface SearchEngine extends AutoCloseable {

    /** The answer; a text in the box syntax never fails. */
    SearchResponse search(SearchRequest request);

    /** One post with its whole text, if it is there and may be seen. */
    Optional<StoredPost> post(String id);

    /**
     * The post with this address on its site, {@code /2024/03/01/sea-wall.html}, else the one that had it before, if it
     * is there and may be seen.
     */
    Optional<StoredPost> postAt(String address);

    /** Posts like the one with this id, best first; empty when there is no such post. */
    Similar similar(String id, int size);

    /** Completions of a text that is still being typed, best first. */
    List<Suggestion> suggest(String text, int size);

    /**
     * Runs the calls of one request, on this thread: together they may use what one search may. An engine without limits
     * just runs them.
     */
    default <T, E extends Exception> T asOne(Calls<T, E> calls) throws E {
        return calls.run();
    }

    /** The index that answers now. */
    SearchResponse.IndexInfo index();

    /** How the engine is doing; cheap to ask for. */
    EngineState state();

    /** How long the steps of the searches took; an engine without steps has none. */
    default StepTimes steps() {
        return StepTimes.NONE;
    }

    /** The site whose posts the index holds; empty as long as no index could be opened. */
    Optional<Site> site();

    @Override
    void close();

    /**
     * Posts like one.
     *
     * @param partial whether the time or work limit cut the looking short
     */
    record Similar(List<Hit> hits, boolean partial) {

        public static final Similar NONE = new Similar(List.of(), false);

        public Similar {
            hits = List.copyOf(hits);
        }
    }

    /** What one request asks of the engine, one call after another. */
    @FunctionalInterface
    interface Calls<T, E extends Exception> {
        T run() throws E;
    }

    /** A post with its text. */
    record StoredPost(PostView post, String body) {}

    /**
     * A completed text.
     *
     * @param count number of posts that it would find, roughly
     */
    record Suggestion(String text, long count) {}
}
