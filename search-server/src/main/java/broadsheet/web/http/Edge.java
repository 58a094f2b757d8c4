package broadsheet.web.http;

import broadsheet.post.OneLine;
import broadsheet.web.http.Fault.Kind;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The border of HTTP: a request becomes a {@link WebRequest}; an {@link Answer} or an exception becomes bytes with the
 * headers of every answer. Nothing below it knows the server, nothing is thrown above it.
 */
public final class Edge {

    private static final Logger LOG = LoggerFactory.getLogger(Edge.class);

    /** Bytes; no address reads a body, so this is what a careless client may send along. */
    private static final long MAX_BODY = 64 * 1024;

    private final AnswerLog log;
    private final ErrorPage errorPage;
    private final Action unknown;
    private final Executor room;

    /**
     * @param unknown answers addresses that no route takes
     * @param room runs what may wait; rejects what is too much
     */
    public Edge(AnswerLog log, ErrorPage errorPage, Action unknown, Executor room) {
        this.log = log;
        this.errorPage = errorPage;
        this.unknown = unknown;
        this.room = room;
    }

    /** A fault as a page for people. */
    @FunctionalInterface
    public interface ErrorPage {
        Answer of(WebRequest request, Fault fault);
    }

    /** @param route the pattern, as metrics count it */
    public void handle(Context ctx, String route, Action action) {
        ctx.future(() -> inRoom(ctx, route, action));
    }

    /** Answers what takes no time, and must be answered however many searches wait. */
    public void handleAtOnce(Context ctx, String route, Action action) {
        ctx.future(() -> exchange(ctx, route, action));
    }

    /** The threads of the server itself never wait for a search; where all others do, the caller is sent away. */
    private CompletableFuture<Void> inRoom(Context ctx, String route, Action action) {
        try {
            return CompletableFuture.supplyAsync(() -> exchange(ctx, route, action), room).thenCompose(sent -> sent);
        } catch (RejectedExecutionException full) {
            return exchange(ctx, route, request -> {
                throw Fault.of(Kind.UNAVAILABLE, "Too many requests are waiting; try again in a second.")
                        .with("Retry-After", "1").thrown();
            });
        }
    }

    private CompletableFuture<Void> exchange(Context ctx, String route, Action action) {
        long start = System.nanoTime();
        HttpServletRequest raw = ctx.req();
        WebRequest request = request(raw);
        ctx.res().setHeader(Caller.ID_HEADER, caller(raw).id());
        Sent sent = sent(ctx, request, answer(raw, request, action));
        Answer answer = sent.answer();
        log.take(new Answered(caller(raw), request.method(), route, request.path(),
                Optional.ofNullable(raw.getQueryString()).orElse(""), answer.status(), answer.body().length,
                System.nanoTime() - start));
        return sent.end();
    }

    /** No route took the request: it may be a post's address, else 404, or 405 with the methods that would do. */
    public void unrouted(Context ctx, HttpResponseException e) {
        handle(ctx, "none", request -> {
            if (e instanceof MethodNotAllowedResponse) {
                String allowed = e.getDetails().values().stream().findFirst().orElse("");
                throw Fault.of(Kind.METHOD_NOT_ALLOWED, "This address takes " + allowed + " only.")
                        .with("Allow", allowed).thrown();
            }
            return unknown.answer(request);
        });
    }

    private Answer answer(HttpServletRequest raw, WebRequest request, Action action) {
        try {
            if (raw.getContentLengthLong() > MAX_BODY) {
                throw Fault.of(Kind.TOO_LARGE, "This address takes no body.").with("Connection", "close").thrown();
            }
            if (request.query().parameters().size() > QueryString.MOST) {
                throw Fault.of(Kind.BAD_PARAMETER, "An address takes at most " + QueryString.MOST + " parameters.")
                        .thrown();
            }
            caller(raw).entered();
            return action.answer(request);
        } catch (Throwable thrown) {
            Fault fault = ProblemAnswer.fault(thrown);
            if (fault.kind() == Kind.INTERNAL) {
                LOG.error("failed to answer {} {}", request.method(), printable(request.path()), thrown);
            } else if (thrown instanceof Error) {
                // Its stack is a thousand lines of one loop, or made when memory is short.
                LOG.error("failed to answer {} {}: {}", request.method(), printable(request.path()), thrown.toString());
            }
            return faultAnswer(request, fault);
        } finally {
            Caller.left();
        }
    }

    private Answer faultAnswer(WebRequest request, Fault fault) {
        boolean forPrograms = request.path().startsWith("/api/") || request.path().startsWith("/admin/")
                || request.path().startsWith("/search.") || !request.header("Accept").contains("text/html");
        if (forPrograms) {
            return ProblemAnswer.of(fault);
        }
        try {
            return ProblemAnswer.finish(errorPage.of(request, fault), fault);
        } catch (RuntimeException e) {
            LOG.error("failed to make the error page", e);
            return ProblemAnswer.of(fault);
        }
    }

    private static WebRequest request(HttpServletRequest raw) {
        QueryString query = QueryString.parse(Optional.ofNullable(raw.getQueryString()).orElse(""));
        return new WebRequest(raw.getMethod(), raw.getRequestURI(), query, caller(raw).address(),
                name -> Optional.ofNullable(raw.getHeader(name)).orElse(""));
    }

    /** The answer that is on its way, and when the last of it has left. */
    private record Sent(Answer answer, CompletableFuture<Void> end) {}

    /** The answer, or the one that is sent in its place where it cannot be sent. */
    private static Sent sent(Context ctx, WebRequest request, Answer answer) {
        try {
            return new Sent(answer, Sending.send(ctx.res(), request, answer));
        } catch (Throwable thrown) {
            LOG.error("failed to send the answer to {} {}", request.method(), printable(request.path()), thrown);
            return sentInstead(ctx, request, ProblemAnswer.of(ProblemAnswer.fault(thrown)));
        }
    }

    private static Sent sentInstead(Context ctx, WebRequest request, Answer problem) {
        try {
            ctx.res().reset();
            ctx.res().setHeader(Caller.ID_HEADER, caller(ctx.req()).id());
            return new Sent(problem, Sending.send(ctx.res(), request, problem));
        } catch (Throwable again) {
            LOG.error("failed to send the problem, too: {}", again.toString());
            return new Sent(problem, CompletableFuture.completedFuture(null));
        }
    }

    private static Caller caller(HttpServletRequest raw) {
        return raw.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
                ? caller
                : Caller.of(raw.getRemoteAddr(), "");
    }

    /** A caller's text on one line of the log; of a long one, the first 200 characters. */
    public static String printable(String text) {
        return OneLine.of(AnswerLog.cut(text));
    }
}
