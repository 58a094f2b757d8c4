package broadsheet.web;

import broadsheet.web.http.Answer;
import broadsheet.web.http.SecurityHeaders;
import io.javalin.config.JettyConfig;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/** The settings below Javalin: sizes, connections, a calm end, and plain answers to requests that are no HTTP. */
final class JettySetup {

    /** A query of 2,000 characters outside ASCII is 18,000 bytes percent-encoded; longer addresses are a 414. */
    private static final int HEADER_BYTES = 64 * 1024;
    private static final long IDLE_MILLIS = 30_000;

    private JettySetup() {}

    static void apply(JettyConfig jetty, ServerOptions options) {
        jetty.host = options.host();
        jetty.port = options.port();
        jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(HEADER_BYTES);
            http.setMaxResponseHeaderSize(2 * HEADER_BYTES);
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
            http.setIdleTimeout(IDLE_MILLIS);
        });
        jetty.modifyServer(server -> {
            server.addBean(new NetworkConnectionLimit(options.limits().connections(), server));
            server.setErrorHandler(new PlainErrors());
            // Without these two, stopping cuts the requests that are being answered.
            server.insertHandler(new GracefulHandler());
            server.setStopTimeout(options.limits().drain().toMillis());
        });
        jetty.modifyServletContextHandler(context -> context.setErrorHandler(new PlainErrors()));
    }

    /** Bad requests that never reach a route; Jetty's own page would repeat the address and lack the headers. */
    private static final class PlainErrors extends ErrorHandler {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            HttpFields.Mutable headers = response.getHeaders();
            SecurityHeaders.ALL.forEach(h -> headers.put(h.name(), h.value()));
            headers.put(HttpHeader.CACHE_CONTROL, "no-store");
            headers.put(HttpHeader.CONTENT_TYPE, Answer.TEXT);
            String text = "The request cannot be answered (" + response.getStatus() + ").\n";
            response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
            return true;
        }
    }
}
