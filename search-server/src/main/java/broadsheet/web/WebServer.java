package broadsheet.web;

import broadsheet.search.SearchEngine;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.time.Clock;

/** The running server: routes over one engine. It neither opens nor closes the engine. */
public final class WebServer implements AutoCloseable {

    private final ServerOptions options;
    private final SearchEngine engine;
    private final Edge edge;
    private final ServerMetrics metrics;
    private final Javalin javalin;
    private volatile boolean stopping;

    private WebServer(ServerOptions options, SearchEngine engine) {
        this.options = options;
        this.engine = engine;
        this.metrics = new ServerMetrics(engine);
        this.edge = new Edge(metrics, (request, fault) -> ProblemAnswer.of(fault), options.accessLog());
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Listens and answers.
     *
     * @throws PortTakenException when the port is in use or not allowed
     */
    public static WebServer start(ServerOptions options, SearchEngine engine) {
        WebServer server = new WebServer(options, engine);
        try {
            server.javalin.start();
        } catch (JavalinBindException e) {
            throw new PortTakenException(options, e);
        }
        return server;
    }

    /** The port that is listened on. */
    public int port() {
        return javalin.port();
    }

    /** {@code http://127.0.0.1:7070/}. */
    public String address() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return "http://" + host + ":" + port() + "/";
    }

    /** Takes no new requests, lets the running ones finish, then ends. */
    @Override
    public void close() {
        stopping = true;
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        // The edge compresses by itself: Javalin's choice misses weights, HEAD and the length.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        JettySetup.apply(config.jetty, options);
        config.routes.exception(HttpResponseException.class, (e, ctx) -> edge.unrouted(ctx, e));
        routes(config.routes);
    }

    private void routes(RoutesConfig routes) {
        SearchGate gate = new SearchGate(options.limits().searches(), options.limits().patience());
        SearchRoutes search = new SearchRoutes(engine, gate, Clock.systemUTC());
        get(routes, Paths.SEARCH, search::search);
        get(routes, Paths.SUGGEST, search::suggest);
        get(routes, Paths.POSTS + "<id>" + Paths.SIMILAR, search::similar);
        get(routes, Paths.POSTS + "<id>", search::post);
        HealthRoutes health = new HealthRoutes(engine, () -> stopping);
        get(routes, "/healthz", health::healthz);
        get(routes, "/readyz", health::readyz);
        get(routes, "/metrics", request -> metrics.answer());
    }

    /** Javalin answers HEAD with an empty 200 of its own where only GET is given: each gets both. */
    private void get(RoutesConfig routes, String path, Action action) {
        routes.get(path, ctx -> edge.handle(ctx, path, action));
        routes.head(path, ctx -> edge.handle(ctx, path, action));
    }
}
