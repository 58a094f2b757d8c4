package broadsheet.web.route;

import broadsheet.web.api.SearchParameters;
import broadsheet.web.http.Answer;
import broadsheet.web.http.Edge;
import broadsheet.web.http.Fault;
import broadsheet.web.http.Fault.Kind;
import broadsheet.web.http.WebRequest;
import broadsheet.web.limits.AdminToken;
import broadsheet.web.text.JsonText;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests that need the token. They take no parameters, so that nobody can name a file or an address in them. */
public final class AdminRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(AdminRoutes.class);

    private final AdminToken token;
    private final Optional<Rebuild> rebuild;
    private final RebuildState state;

    public AdminRoutes(AdminToken token, Optional<Rebuild> rebuild, Clock clock) {
        this.token = token;
        this.rebuild = rebuild;
        this.state = new RebuildState(clock);
    }

    /** Starts a rebuild in the background: 202; 409 while one runs or where the server knows no posts. */
    public Answer rebuild(WebRequest request) {
        authorize(request);
        SearchParameters.allowOnly(request.query(), Set.of());
        Rebuild work = rebuild.orElseThrow(
                () -> Fault.of(Kind.CONFLICT, "The server was started without --posts; it has nothing to rebuild.")
                        .thrown());
        if (!state.begin()) {
            throw Fault.of(Kind.CONFLICT, "A rebuild is running.").thrown();
        }
        try {
            Thread.ofPlatform().name("rebuild").daemon().start(() -> run(work));
        } catch (OutOfMemoryError e) {
            // No thread could be made: else every later rebuild would be refused.
            state.end("failed", e.toString());
            throw e;
        }
        return json(JsonText.object(json -> json.text("status", "started"))).status(202);
    }

    /** Tells the rebuild to stop: 202; 409 when none runs, and when its index is as good as served. */
    public Answer stop(WebRequest request) {
        authorize(request);
        SearchParameters.allowOnly(request.query(), Set.of());
        return switch (state.stop()) {
            case STOPS -> json(JsonText.object(json -> json.text("status", "stopping"))).status(202);
            case NOTHING_RUNS -> throw Fault.of(Kind.CONFLICT, "No rebuild is running.").thrown();
            case TOO_LATE -> throw Fault.of(Kind.CONFLICT,
                    "It is too late to stop the rebuild; its index is served in a moment.").thrown();
        };
    }

    /** What runs, how far it is, and what the last rebuild said. */
    public Answer status(WebRequest request) {
        authorize(request);
        SearchParameters.allowOnly(request.query(), Set.of());
        return json(state.json());
    }

    private static Answer json(byte[] body) {
        return Answer.of(Answer.JSON, body).with("Cache-Control", "no-store");
    }

    /** A page of another origin cannot send the token in a header; it is refused before the token is looked at. */
    private void authorize(WebRequest request) {
        String origin = request.header("Origin");
        if (!origin.isEmpty() && !origin.replaceFirst("^https?://", "").equals(request.header("Host"))) {
            throw Fault.of(Kind.FORBIDDEN, "Another origin may not administer the server.").thrown();
        }
        switch (token.check(request.client(), request.header("Authorization"))) {
            case RIGHT -> {
                return;
            }
            case WRONG -> throw Fault.of(Kind.UNAUTHORIZED, "The token is missing or wrong.")
                    .with("WWW-Authenticate", "Bearer").thrown();
            case TOO_MANY -> throw Fault.of(Kind.TOO_MANY, "Too many wrong tokens; wait a moment.")
                    .with("Retry-After", "12").thrown();
        }
    }

    private void run(Rebuild work) {
        String outcome = "failed";
        String message = "";
        try {
            message = work.run(state);
            outcome = "published";
        } catch (CancellationException e) {
            message = "The rebuild was told to stop; the old index stays.";
            outcome = "stopped";
        } catch (Exception | Error e) {
            message = String.valueOf(e.getMessage());
            LOG.error("rebuild failed, the old index stays: {}", Edge.printable(message));
        } finally {
            state.end(outcome, message);
        }
    }
}
