package broadsheet.search.lucene.view;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The text analysis of each language, for one search at a time; analyses remember words, so they are used again. */
public final class Analyses implements AutoCloseable {

    private static final ConcurrentLinkedDeque<Analyses> FREE = new ConcurrentLinkedDeque<>();
    private final Map<String, TextAnalysis> byCode = new HashMap<>();

    private Analyses() {}

    /** Analyses that nobody else uses until they are closed. */
    public static Analyses borrow() {
        Analyses free = FREE.poll();
        return free == null ? new Analyses() : free;
    }

    public TextAnalysis of(Language language) {
        return byCode.computeIfAbsent(language.code(), code -> new TextAnalysis(language));
    }

    @Override
    public void close() {
        FREE.push(this);
    }
}
