package broadsheet.web.route;

import broadsheet.web.api.SearchParameters;
import broadsheet.web.http.AdminToken;
import broadsheet.web.http.Answer;
import broadsheet.web.http.Edge;
import broadsheet.web.http.Fault;
import broadsheet.web.http.Fault.Kind;
import broadsheet.web.http.WebRequest;
import broadsheet.web.text.JsonText;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests that need the token. They take no parameters, so that nobody can name a file or an address in them. */
public final class AdminRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(AdminRoutes.class);

    private final AdminToken token;
    private final Optional<Rebuild> rebuild;
    private final AtomicBoolean running = new AtomicBoolean();

    public AdminRoutes(AdminToken token, Optional<Rebuild> rebuild) {
        this.token = token;
        this.rebuild = rebuild;
    }

    /** Starts a rebuild in the background: 202; 409 while one runs or where the server knows no posts. */
    public Answer rebuild(WebRequest request) {
        authorize(request);
        SearchParameters.allowOnly(request.query(), Set.of());
        Rebuild work = rebuild.orElseThrow(
                () -> Fault.of(Kind.CONFLICT, "The server was started without --posts; it has nothing to rebuild.")
                        .thrown());
        if (!running.compareAndSet(false, true)) {
            throw Fault.of(Kind.CONFLICT, "A rebuild is running.").thrown();
        }
        Thread.ofPlatform().name("rebuild").daemon().start(() -> run(work));
        byte[] body = JsonText.object(json -> json.text("status", "started"));
        return Answer.of(Answer.JSON, body).status(202).with("Cache-Control", "no-store");
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
        try {
            work.run();
        } catch (Exception | Error e) {
            LOG.error("rebuild failed, the old index stays: {}", Edge.printable(String.valueOf(e.getMessage())));
        } finally {
            running.set(false);
        }
    }
}
