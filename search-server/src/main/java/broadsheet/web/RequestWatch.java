package broadsheet.web;

import broadsheet.web.http.Caller;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The first to see each whole request header: names the request and its caller, and refuses what is too long. */
final class RequestWatch extends Handler.Wrapper {

    /** Bytes of all headers together; the address has a limit of its own, since it carries the query. */
    private static final int MAX_HEADERS = 8 * 1024;

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String id = Optional.ofNullable(request.getHeaders().get(Caller.ID_HEADER)).orElse("");
        request.setAttribute(Caller.ATTRIBUTE, Caller.of(Request.getRemoteAddr(request), id));
        if (length(request) > MAX_HEADERS) {
            Response.writeError(request, response, callback, HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private static long length(Request request) {
        long length = 0;
        for (HttpField field : request.getHeaders()) {
            length += field.getName().length() + Optional.ofNullable(field.getValue()).orElse("").length() + 4L;
        }
        return length;
    }
}
