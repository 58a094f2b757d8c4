package broadsheet.search.lucene.view;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingDeque;

/** The text analysis of each language, for one search at a time; analyses remember words, so they are used again. */
public final class Analyses implements AutoCloseable {

    private final Pool pool;
    private final Map<String, TextAnalysis> byCode = new HashMap<>();

    private Analyses(Pool pool) {
        this.pool = pool;
    }

    /** Keeps analyses that no search uses now. Safe for many threads. */
    public static final class Pool {

        private final LinkedBlockingDeque<Analyses> free;

        /** @param most how many are kept; of more searches at once, the last to end drop theirs */
        public Pool(int most) {
            this.free = new LinkedBlockingDeque<>(most);
        }

        /** Analyses that nobody else uses until they are closed. */
        public Analyses borrow() {
            Analyses last = free.pollFirst();
            return last == null ? new Analyses(this) : last;
        }
    }

    public TextAnalysis of(Language language) {
        return byCode.computeIfAbsent(language.code(), code -> new TextAnalysis(language));
    }

    @Override
    public void close() {
        pool.free.offerFirst(this);
    }
}
