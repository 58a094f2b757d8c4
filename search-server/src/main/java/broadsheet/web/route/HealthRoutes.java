package broadsheet.web.route;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.web.http.Answer;
import broadsheet.web.http.Fault;
import broadsheet.web.http.Fault.Kind;
import broadsheet.web.http.WebRequest;
import broadsheet.web.text.JsonText;
import java.util.function.BooleanSupplier;

/** Answers for a supervisor: the process lives, and requests may be sent to it. */
public final class HealthRoutes {

    private final SearchEngine engine;
    private final BooleanSupplier stopping;

    public HealthRoutes(SearchEngine engine, BooleanSupplier stopping) {
        this.engine = engine;
        this.stopping = stopping;
    }

    /** The process answers. */
    public Answer healthz(WebRequest request) {
        return json(JsonText.object(json -> json.text("status", "ok")));
    }

    /** The index is open and a search over it works; a 503 otherwise, and while the server stops. */
    public Answer readyz(WebRequest request) {
        if (stopping.getAsBoolean()) {
            throw Fault.of(Kind.UNAVAILABLE, "The server is stopping.").with("Retry-After", "10").thrown();
        }
        SearchResponse.IndexInfo index = engine.search(canary()).index();
        return json(JsonText.object(json -> json.text("status", "ready").number("generation", index.generation())
                .text("built", JsonText.iso(index.built())).number("posts", index.posts())));
    }

    /** The cheapest search that still goes the whole way. */
    private static SearchRequest canary() {
        return SearchRequest.of("").counting().withFoldCopies(false);
    }

    private static Answer json(byte[] body) {
        return Answer.of(Answer.JSON, body).with("Cache-Control", "no-store");
    }
}
