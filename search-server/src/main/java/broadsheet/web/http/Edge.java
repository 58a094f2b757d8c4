package broadsheet.web.http;

import broadsheet.post.OneLine;
import broadsheet.web.http.Answer.Header;
import broadsheet.web.http.Fault.Kind;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The border of HTTP: a request becomes a {@link WebRequest}; an {@link Answer} or an exception becomes bytes with the
 * headers of every answer. Nothing below it knows the server, nothing is thrown above it.
 */
public final class Edge {

    private static final Logger LOG = LoggerFactory.getLogger(Edge.class);

    /** Bytes; smaller bodies fit into one TCP packet, where gzip saves nothing. */
    private static final int MIN_COMPRESSED = 1024;
    /** Bytes; no address reads a body, so this is what a careless client may send along. */
    private static final long MAX_BODY = 64 * 1024;
    /** Characters of a caller's text in a line of the log. */
    private static final int MAX_LOGGED = 200;

    private final ServerMetrics metrics;
    private final ErrorPage errorPage;
    private final Action unknown;
    private final boolean accessLog;

    /** @param unknown answers addresses that no route takes */
    public Edge(ServerMetrics metrics, ErrorPage errorPage, Action unknown, boolean accessLog) {
        this.metrics = metrics;
        this.errorPage = errorPage;
        this.unknown = unknown;
        this.accessLog = accessLog;
    }

    /** A fault as a page for people. */
    @FunctionalInterface
    public interface ErrorPage {
        Answer of(WebRequest request, Fault fault);
    }

    /** @param route the pattern, as metrics count it */
    public void handle(Context ctx, String route, Action action) {
        long start = System.nanoTime();
        WebRequest request = request(ctx.req());
        Answer answer = answer(ctx.req(), request, action);
        send(ctx, request, answer);
        long nanos = System.nanoTime() - start;
        metrics.answered(route, answer.status(), nanos);
        if (accessLog) {
            LOG.warn("{} {} {} {} bytes {} us", request.method(), printable(request.path()), answer.status(),
                    answer.body().length, nanos / 1000);
        }
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
        return new WebRequest(raw.getMethod(), raw.getRequestURI(), query, raw.getRemoteAddr(),
                name -> Optional.ofNullable(raw.getHeader(name)).orElse(""));
    }

    private static void send(Context ctx, WebRequest request, Answer answer) {
        HttpServletResponse out = ctx.res();
        out.setStatus(answer.status());
        SecurityHeaders.ALL.forEach(h -> out.setHeader(h.name(), h.value()));
        for (Header header : answer.headers()) {
            out.setHeader(header.name(), header.value());
        }
        if (answer.status() == HttpServletResponse.SC_NOT_MODIFIED) {
            out.setContentType(null);
            return;
        }
        out.setContentType(answer.type());
        byte[] body = answer.body();
        if (body.length >= MIN_COMPRESSED && compressible(answer.type())
                && takesGzip(request.header("Accept-Encoding"))) {
            body = gzip(body);
            out.setHeader("Content-Encoding", "gzip");
        }
        out.setContentLength(body.length);
        if (!request.method().equals("HEAD")) {
            write(out, body);
        }
    }

    private static void write(HttpServletResponse out, byte[] body) {
        try {
            out.getOutputStream().write(body);
        } catch (IOException e) {
            // The caller has gone; nobody would read an error.
            LOG.debug("answer not taken", e);
        }
    }

    private static boolean compressible(String type) {
        return type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("javascript")
                || type.contains("yaml");
    }

    /** {@code gzip}, {@code gzip;q=0.5}, {@code *}, but not {@code gzip;q=0} (RFC 9110, 12.5.3). */
    public static boolean takesGzip(String acceptEncoding) {
        boolean any = false;
        for (String part : acceptEncoding.split(",")) {
            String[] coding = part.strip().split("\\s*;\\s*");
            boolean refused = coding.length > 1 && coding[1].matches("q=0(\\.0*)?");
            if (coding[0].equalsIgnoreCase("gzip")) {
                return !refused;
            }
            any |= coding[0].equals("*") && !refused;
        }
        return any;
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes, 8192)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /** A caller's text on one line of the log; of a long one, the first 200 characters. */
    public static String printable(String text) {
        boolean isLong = text.codePointCount(0, text.length()) > MAX_LOGGED;
        return OneLine.of(isLong ? text.substring(0, text.offsetByCodePoints(0, MAX_LOGGED)) : text);
    }
}
