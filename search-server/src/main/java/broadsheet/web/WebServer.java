package broadsheet.web;

import broadsheet.search.SearchEngine;
import broadsheet.web.http.Action;
import broadsheet.web.http.Answer;
import broadsheet.web.http.AnswerLog;
import broadsheet.web.http.Edge;
import broadsheet.web.http.Paths;
import broadsheet.web.http.PublicAddress;
import broadsheet.web.http.Revalidation;
import broadsheet.web.http.SecurityHeaders;
import broadsheet.web.http.ServerMetrics;
import broadsheet.web.http.StaticFile;
import broadsheet.web.limits.AdminToken;
import broadsheet.web.limits.Origins;
import broadsheet.web.limits.RateLimiter;
import broadsheet.web.limits.SearchGate;
import broadsheet.web.limits.SearchMetrics;
import broadsheet.web.page.SearchPage;
import broadsheet.web.route.AdminRoutes;
import broadsheet.web.route.DocumentRoutes;
import broadsheet.web.route.FeedRoutes;
import broadsheet.web.route.HealthRoutes;
import broadsheet.web.route.PageRoutes;
import broadsheet.web.route.PostRoutes;
import broadsheet.web.route.Rebuild;
import broadsheet.web.route.SearchRoutes;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The running server: routes over one engine, which is opened and closed by others. */
public final class WebServer implements AutoCloseable {

    private static final String VERSION = Optional.ofNullable(WebServer.class.getPackage().getImplementationVersion())
            .orElse("");
    private static final String EMBED = "/embed/v1/search.js";

    private final ServerOptions options;
    private final SearchEngine engine;
    private final Optional<Rebuild> rebuild;
    private final Clock clock = Clock.systemUTC();
    private final PageFiles files;
    private final SiteChoice site;
    private final SearchGate gate;
    private final Revalidation revalidation;
    private final PageRoutes pages;
    private final ServerMetrics metrics;
    private final AnswerLog log;
    private final AnswerRoom room = new AnswerRoom();
    private final Optional<RateLimiter> rate;
    private final Edge edge;
    private final FrontDoor door;
    private final List<String> served = new ArrayList<>();
    private final Javalin javalin;
    private volatile int port;

    private WebServer(ServerOptions options, SearchEngine engine, Optional<Rebuild> rebuild, Consumer<String> lines,
            Runnable opening) {
        this.options = options;
        this.engine = new ShownEngine(engine, new SlowSearches(options.logs().slow(), clock, lines)::took);
        this.rebuild = rebuild;
        files = new PageFiles(options.owner());
        site = new SiteChoice(options.owner(), engine::site, files.addresses());
        gate = new SearchGate(options.limits().searches(), options.limits().patience());
        revalidation = new Revalidation(engine, clock, () -> VERSION + " " + site.text(),
                options.limits().keptBytes());
        pages = new PageRoutes(this.engine, gate, revalidation, new SearchPage(site), clock);
        rate = rate(options.limits());
        metrics = new ServerMetrics(engine).with(numbers -> SearchMetrics.register(numbers, engine, gate,
                new SearchMetrics.Refused(room::rejected, () -> rate.map(RateLimiter::refused).orElse(0L))));
        log = new AnswerLog(metrics, lines, clock, options.logs().lines());
        edge = new Edge(log, pages::error, pages::post, room);
        door = new FrontDoor(options, log, opening);
        javalin = Javalin.create(this::configure);
    }

    /**
     * Listens and answers.
     *
     * @param rebuild started by the administration; empty where the server knows no posts
     * @param lines takes the lines of the logs that the options ask for
     * @param opening waits for what must be done before anybody can connect
     * @throws PortTakenException when the port is in use or not allowed
     */
    public static WebServer start(ServerOptions options, SearchEngine engine, Optional<Rebuild> rebuild,
            Consumer<String> lines, Runnable opening) {
        WebServer server = new WebServer(options, engine, rebuild, lines, opening);
        try {
            server.javalin.start();
            server.port = server.javalin.port();
        } catch (JavalinBindException e) {
            throw new PortTakenException(options, e);
        }
        return server;
    }

    /** A server whose log nobody reads. */
    public static WebServer start(ServerOptions options, SearchEngine engine, Optional<Rebuild> rebuild) {
        return start(options, engine, rebuild, line -> {}, () -> {});
    }

    /** The port that is listened on. */
    public int port() {
        return port;
    }

    /** {@code http://127.0.0.1:7070/}. */
    public String address() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return "http://" + host + ":" + port() + "/";
    }

    /** Open connections. */
    int connections() {
        return door.connections().count();
    }

    /** The patterns of all addresses that take a GET: {@code /api/v1/posts/<id>}. */
    List<String> served() {
        return List.copyOf(served);
    }

    /** Takes no new requests, lets the running ones finish, then ends. */
    @Override
    public void close() {
        door.close();
        javalin.stop();
        room.close();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        // The edge compresses by itself: Javalin's choice misses weights, HEAD and the length.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        door.configure(config.jetty);
        config.routes.exception(HttpResponseException.class, (e, ctx) -> edge.unrouted(ctx, e));
        routes(config.routes);
    }

    private static Optional<RateLimiter> rate(ServerOptions.Limits limits) {
        int quota = limits.searchesAMinute();
        return quota == 0
                ? Optional.empty()
                : Optional.of(new RateLimiter("search", quota, Duration.ofMinutes(1), System::nanoTime));
    }

    private void routes(RoutesConfig routes) {
        SearchRoutes search = new SearchRoutes(engine, gate, revalidation);
        PostRoutes posts = new PostRoutes(engine, gate, revalidation);
        Origins origins = new Origins(options.origins());
        get(routes, Paths.SEARCH, origins.open(counted(search::search)));
        get(routes, Paths.SUGGEST, origins.open(posts::suggest));
        get(routes, "/suggest", posts::suggestForBrowsers);
        get(routes, Paths.POSTS + "<id>" + Paths.SIMILAR, origins.open(counted(posts::similar)));
        get(routes, Paths.POSTS + "<id>", origins.open(posts::post));
        get(routes, "/", counted(pages::start));
        get(routes, Paths.PAGE, counted(pages::results));
        get(routes, "/similar", counted(pages::similar));
        get(routes, "/tips", pages::tips);
        get(routes, "/advanced", pages::advanced);
        FeedRoutes feeds = new FeedRoutes(engine, gate, revalidation, new FeedRoutes.Home(site,
                new PublicAddress(options.publicUrl(), options.owner().basePath())));
        get(routes, Paths.ATOM, counted(feeds::atom));
        get(routes, Paths.JSON_FEED, counted(feeds::json));
        get(routes, Paths.CSV, counted(feeds::csv));
        get(routes, Paths.DESCRIPTION, feeds::description);
        operations(routes);
    }

    private void operations(RoutesConfig routes) {
        DocumentRoutes documents = new DocumentRoutes();
        getAtOnce(routes, Paths.OPENAPI, documents::openapi);
        getAtOnce(routes, Paths.PROBLEMS + "{code}", documents::problem);
        HealthRoutes health = new HealthRoutes(engine, door::isStopping);
        getAtOnce(routes, "/healthz", health::healthz);
        getAtOnce(routes, "/readyz", health::readyz);
        Optional<AdminToken> token = options.adminToken().map(text -> new AdminToken(text, System::nanoTime));
        getAtOnce(routes, Paths.METRICS, new MetricsReaders(options.trust().metrics(), token)
                .only(request -> metrics.answer()));
        // Browsers ask for it where a page names no icon: on JSON, for example.
        getAtOnce(routes, "/favicon.ico", request -> Answer.of(Answer.TEXT, "").status(301)
                .with("Location", files.icon()).with("Cache-Control", Answer.REVALIDATE));
        files.all().forEach(file -> getAtOnce(routes, file.path(), file::answer));
        // Pages of other origins load it as a module, which browsers fetch by the rules of CORS.
        StaticFile.load(EMBED).ifPresent(file -> getAtOnce(routes, EMBED,
                request -> file.answer(request).with(SecurityHeaders.RESOURCE_POLICY, "cross-origin")
                        .with("Access-Control-Allow-Origin", "*")));
        token.ifPresent(right -> {
            AdminRoutes admin = new AdminRoutes(right, rebuild, clock);
            getAtOnce(routes, Paths.ADMIN_STATUS, admin::status);
            routes.post(Paths.REBUILD_STOP, ctx -> edge.handleAtOnce(ctx, Paths.REBUILD_STOP, admin::stop));
            routes.post(Paths.REBUILD, ctx -> edge.handleAtOnce(ctx, Paths.REBUILD, admin::rebuild));
        });
    }

    /** A search counts against its client's limit, where there is one. */
    private Action counted(Action search) {
        return rate.map(limiter -> limiter.limit(search)).orElse(search);
    }

    private void get(RoutesConfig routes, String path, Action action) {
        both(routes, path, ctx -> edge.handle(ctx, path, request -> engine.asOne(() -> action.answer(request))));
    }

    /** For what takes no time. */
    private void getAtOnce(RoutesConfig routes, String path, Action action) {
        both(routes, path, ctx -> edge.handleAtOnce(ctx, path, action));
    }

    /** Javalin answers HEAD with an empty 200 of its own where only GET is given: each gets both. */
    private void both(RoutesConfig routes, String path, Handler handler) {
        served.add(path);
        routes.get(path, handler);
        routes.head(path, handler);
    }
}
