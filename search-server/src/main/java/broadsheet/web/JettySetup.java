package broadsheet.web;

import broadsheet.web.http.AnswerLog;
import io.javalin.config.JettyConfig;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** The settings below Javalin: sizes, connections, a calm end, and plain answers to requests that are no HTTP. */
final class JettySetup {

    /** A query of 2,000 characters outside ASCII is 18,000 bytes percent-encoded; longer addresses are a 414. */
    private static final int HEADER_BYTES = 64 * 1024;
    private static final long IDLE_MILLIS = 30_000;

    private JettySetup() {}

    static void apply(JettyConfig jetty, ServerOptions options, AnswerLog log) {
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
            server.setErrorHandler(new PlainErrors(log));
            // Without these two, stopping cuts the requests that are being answered.
            server.insertHandler(new GracefulHandler());
            server.insertHandler(new RequestWatch());
            server.setStopTimeout(options.limits().drain().toMillis());
        });
        jetty.modifyServletContextHandler(context -> context.setErrorHandler(new PlainErrors(log)));
    }
}
