package broadsheet.serve;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchException;
import broadsheet.search.SearchRequest;
import java.util.List;

/**
 * Searches of each kind before the server says that it is ready: the first readers then do not wait for classes and word
 * lists to be loaded, and no class is first used when memory is short, after which it would stay broken.
 */
final class WarmUp {

    private static final List<String> TEXTS = List.of("", "news", "the caf\u00E9 of the “harbour” council",
            "\"old wall\" -new",
            "wal* h?rbour counsil~", "water /p wall NEAR/5 sea", "title:wall by:smith date:2020..", "\u6E2F\u53E3");

    private WarmUp() {}

    /** Asks the engine; what it answers matters to nobody. */
    static void of(SearchEngine engine) {
        try {
            for (String text : TEXTS) {
                SearchRequest request = SearchRequest.of(text);
                engine.search(request);
                engine.search(request.withExplain(true).withSort(SearchRequest.Sort.NEWEST));
            }
            // The first call only begins to make them: they are there a moment later.
            engine.suggest("the old harbour", 1);
        } catch (SearchException e) {
            // the first reader is told why
        }
    }
}
