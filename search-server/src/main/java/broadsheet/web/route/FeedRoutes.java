package broadsheet.web.route;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse;
import broadsheet.web.api.AtomFeed;
import broadsheet.web.api.CsvTable;
import broadsheet.web.api.Feed;
import broadsheet.web.api.JsonFeed;
import broadsheet.web.api.OpenSearchDescription;
import broadsheet.web.api.SearchLinks;
import broadsheet.web.api.SearchParameters;
import broadsheet.web.http.Answer;
import broadsheet.web.http.Paths;
import broadsheet.web.http.PublicAddress;
import broadsheet.web.http.Revalidation;
import broadsheet.web.http.WebRequest;
import broadsheet.web.limits.SearchGate;
import broadsheet.web.page.PageSettings;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;

/** A search to subscribe to, as a table, and as a description for the browser's address bar. */
public final class FeedRoutes {

    private final SearchEngine engine;
    private final SearchGate gate;
    private final Revalidation revalidation;
    private final PublicAddress address;
    private final Supplier<PageSettings> site;

    /** The site of the posts, and the server's address as readers see it. */
    public record Home(Supplier<PageSettings> site, PublicAddress address) {}

    public FeedRoutes(SearchEngine engine, SearchGate gate, Revalidation revalidation, Home home) {
        this.engine = engine;
        this.gate = gate;
        this.revalidation = revalidation;
        this.address = home.address();
        this.site = home.site();
    }

    public Answer atom(WebRequest request) {
        return answer(request, Paths.ATOM, AtomFeed.TYPE, feed -> AtomFeed.of(feed).getBytes(StandardCharsets.UTF_8));
    }

    public Answer json(WebRequest request) {
        return answer(request, Paths.JSON_FEED, JsonFeed.TYPE, JsonFeed::of);
    }

    public Answer csv(WebRequest request) {
        return answer(request, Paths.CSV, CsvTable.TYPE, feed -> CsvTable.of(feed).getBytes(StandardCharsets.UTF_8))
                .with("Content-Disposition", "inline; filename=\"search.csv\"");
    }

    public Answer description(WebRequest request) {
        SearchParameters.allowOnly(request.query(), Set.of());
        return Answer.of(OpenSearchDescription.TYPE, OpenSearchDescription.of(site.get().title(), address.of(request)))
                .with("Cache-Control", Answer.REVALIDATE);
    }

    private interface Form {
        byte[] of(Feed feed);
    }

    private Answer answer(WebRequest request, String path, String type, Form form) {
        SearchRequest asked = SearchParameters.read(request.query(), Sort.NEWEST).orThrow();
        // A feed shows no counts, so none are made.
        SearchRequest search = asked.plain();
        SearchLinks links = SearchLinks.of(asked, Sort.NEWEST);
        String base = address.of(request);
        return revalidation.answer(request, base + links.self(path), () -> {
            SearchResponse response = gate.search(search, engine);
            return Answer.of(type, form.of(new Feed(site.get(), base, path, links, asked, response)))
                    .with("X-Robots-Tag", "noindex").keptUnless(response.partial());
        });
    }
}
