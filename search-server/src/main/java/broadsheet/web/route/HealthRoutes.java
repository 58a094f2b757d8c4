package broadsheet.web.route;

import broadsheet.search.EngineState;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchException;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse.IndexInfo;
import broadsheet.web.http.Answer;
import broadsheet.web.http.WebRequest;
import broadsheet.web.text.JsonText;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers for a supervisor: the process lives, and requests may be sent to it. */
public final class HealthRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(HealthRoutes.class);

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

    /**
     * Whether searches are answered. {@code ready}, or {@code degraded} with the reasons, when they are, but over an older
     * index than the newest, for example: 200. {@code starting} when no search is answered yet, or for the moment, and
     * {@code stopping}: 503.
     */
    public Answer readyz(WebRequest request) {
        if (stopping.getAsBoolean()) {
            return notReady("stopping", "The server is stopping.");
        }
        try {
            IndexInfo index = engine.search(canary()).index();
            EngineState state = engine.state();
            return json(JsonText.object(json -> json.text("status", state.degraded() ? "degraded" : "ready")
                    .texts("reasons", state.reasons())
                    .number("generation", index.generation()).time("built", index.built())
                    .number("posts", index.posts())));
        } catch (SearchException.Unavailable e) {
            LOG.warn("not ready: {}", e.toString());
            return notReady("starting", e.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.warn("not ready: {}", e.toString());
            return notReady("starting", "No search is answered now; the server's log has more.");
        }
    }

    /** The cheapest search that still goes the whole way. */
    private static SearchRequest canary() {
        return SearchRequest.of("").counting().withFoldCopies(false);
    }

    private static Answer notReady(String status, String reason) {
        return json(JsonText.object(json -> json.text("status", status).texts("reasons", List.of(reason)))).status(503)
                .with("Retry-After", "10");
    }

    private static Answer json(byte[] body) {
        return Answer.of(Answer.JSON, body).with("Cache-Control", "no-store");
    }
}
