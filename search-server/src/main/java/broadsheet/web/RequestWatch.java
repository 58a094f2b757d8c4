package broadsheet.web;

import broadsheet.web.http.Caller;
import broadsheet.web.http.Paths;
import broadsheet.web.limits.Clients;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The first to see each whole request header: names the request and its caller, and refuses what is too long. */
final class RequestWatch extends Handler.Wrapper {

    /** Bytes of all headers together; the address has a limit of its own, since it carries the query. */
    private static final int MAX_HEADERS = 8 * 1024;

    /** The name of the connector for the metrics' own address. */
    static final String OWN_ADDRESS = "metrics";
    private static final Set<String> ON_OWN_ADDRESS = Set.of(Paths.METRICS, "/healthz", "/readyz");

    private final Connections connections;
    private final Clients clients;
    private final BooleanSupplier stopping;
    private final boolean metricsApart;

    RequestWatch(Connections connections, Clients clients, BooleanSupplier stopping, boolean metricsApart) {
        this.connections = connections;
        this.clients = clients;
        this.stopping = stopping;
        this.metricsApart = metricsApart;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        boolean kept = connections.answering(endPoint);
        Request.addCompletionListener(request, failure -> connections.waiting(endPoint));
        request.setAttribute(Caller.ATTRIBUTE, caller(request));
        if (!kept || stopping.getAsBoolean()) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        if (length(request) > MAX_HEADERS) {
            Response.writeError(request, response, callback, HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431);
            return true;
        }
        if (!isPath(request.getHttpURI().getPath())) {
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
            return true;
        }
        if (metricsApart && !isAtItsAddress(request)) {
            Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            return true;
        }
        return super.handle(request, response, callback);
    }

    /** What begins with two slashes is read as a host later on, and fails where it can be none: {@code //;}. */
    private static boolean isPath(String path) {
        if (path == null || !path.startsWith("//")) {
            return path != null;
        }
        try {
            HttpURI.build(path);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isAtItsAddress(Request request) {
        String path = request.getHttpURI().getCanonicalPath();
        boolean own = OWN_ADDRESS.equals(request.getConnectionMetaData().getConnector().getName());
        return own ? ON_OWN_ADDRESS.contains(path) : !Paths.METRICS.equals(path);
    }

    private Caller caller(Request request) {
        String id = Optional.ofNullable(request.getHeaders().get(Caller.ID_HEADER)).orElse("");
        List<String> forwardedFor = request.getHeaders().getCSV(HttpHeader.X_FORWARDED_FOR, false);
        return Caller.of(clients.of(Request.getRemoteAddr(request), forwardedFor), id);
    }

    private static long length(Request request) {
        long length = 0;
        for (HttpField field : request.getHeaders()) {
            length += field.getName().length() + Optional.ofNullable(field.getValue()).orElse("").length() + 4L;
        }
        return length;
    }
}
