package broadsheet.web.route;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse;
import broadsheet.web.api.SearchJson;
import broadsheet.web.api.SearchLinks;
import broadsheet.web.api.SearchParameters;
import broadsheet.web.http.Answer;
import broadsheet.web.http.Paths;
import broadsheet.web.http.Revalidation;
import broadsheet.web.http.WebRequest;
import broadsheet.web.limits.SearchGate;
import java.util.ArrayList;
import java.util.List;

/** The endpoint for programs: searches. */
public final class SearchRoutes {

    /** Bytes; proxies take headers of 8 KB in all. A longer header is left out, since the document has the links too. */
    private static final int MAX_LINK = 4096;

    private final SearchEngine engine;
    private final SearchGate gate;
    private final Revalidation revalidation;

    public SearchRoutes(SearchEngine engine, SearchGate gate, Revalidation revalidation) {
        this.engine = engine;
        this.gate = gate;
        this.revalidation = revalidation;
    }

    public Answer search(WebRequest request) {
        SearchRequest search = SearchParameters.read(request.query(), Sort.RELEVANCE).orThrow();
        SearchLinks links = SearchLinks.of(search, Sort.RELEVANCE);
        return revalidation.answer(request, links.self(Paths.SEARCH), () -> {
            SearchResponse response = gate.search(search, engine);
            Answer answer = Answer.of(Answer.JSON, SearchJson.of(search, response))
                    .keptUnless(response.partial());
            List<String> related = new ArrayList<>();
            links.next(Paths.SEARCH, response).ifPresent(next -> related.add("<" + next + ">; rel=\"next\""));
            links.prev(Paths.SEARCH, response).ifPresent(prev -> related.add("<" + prev + ">; rel=\"prev\""));
            String link = String.join(", ", related);
            return link.isEmpty() || link.length() > MAX_LINK ? answer : answer.with("Link", link);
        });
    }
}
