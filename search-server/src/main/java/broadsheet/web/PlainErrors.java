package broadsheet.web;

import broadsheet.web.http.Answer;
import broadsheet.web.http.AnswerLog;
import broadsheet.web.http.Answered;
import broadsheet.web.http.Caller;
import broadsheet.web.http.SecurityHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Bad requests that never reach a route; Jetty's own page would repeat the address and lack the headers. */
final class PlainErrors extends ErrorHandler {

    private final AnswerLog log;

    PlainErrors(AnswerLog log) {
        this.log = log;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Caller caller = request.getAttribute(Caller.ATTRIBUTE) instanceof Caller known
                ? known
                : Caller.of(Request.getRemoteAddr(request), "");
        HttpFields.Mutable headers = response.getHeaders();
        SecurityHeaders.ALL.forEach(h -> headers.put(h.name(), h.value()));
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(HttpHeader.CONTENT_TYPE, Answer.TEXT);
        headers.put(Caller.ID_HEADER, caller.id());
        byte[] text = ("The request cannot be answered (" + response.getStatus() + ").\n")
                .getBytes(StandardCharsets.UTF_8);
        log.take(new Answered(caller, request.getMethod(), Answered.REFUSED,
                Optional.ofNullable(request.getHttpURI().getPath()).orElse(""),
                Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""), response.getStatus(), text.length,
                System.nanoTime() - request.getBeginNanoTime()));
        response.write(true, ByteBuffer.wrap(text), callback);
        return true;
    }
}
