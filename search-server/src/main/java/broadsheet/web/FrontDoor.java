package broadsheet.web;

import broadsheet.web.http.AnswerLog;
import broadsheet.web.limits.Clients;
import io.javalin.config.JettyConfig;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands before the routes: the port, the connections and their limits, the threads, and a calm end.
 *
 * <p>The end has four steps, so that no request is lost: readiness is false and each answer asks its client to connect
 * elsewhere; a pause lets balancers see that; nobody can connect any more; what has begun is answered.
 */
final class FrontDoor {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    /**
     * Bytes of the address and all headers; a query of 2,000 characters outside ASCII has up to 24,000 when it is
     * percent-encoded. The headers have a limit of their own, in {@link RequestWatch}.
     */
    private static final int HEADER_BYTES = 64 * 1024;
    /** Longer than clients and balancers keep a connection, so that they close it and not the server while they ask. */
    private static final long IDLE_MILLIS = 75_000;
    private static final long SWEEP_MILLIS = 500;
    /** Threads that read and write; none of them waits for a search, nor for a client. */
    private static final int MOST_THREADS = 24;
    private static final int LEAST_THREADS = 8;
    private static final int IDLE_THREAD_MILLIS = 1000;
    private static final long THREADS_END_MILLIS = 500;
    private static final long LOOK_MILLIS = 10;

    static {
        // Jetty would ask the JVM by JMX, which takes a tenth of a start, for the length of an array.
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
    }

    private final ServerOptions options;
    private final AnswerLog log;
    private final Runnable opening;
    private final Clients clients;
    private final Connections connections;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("connections").daemon().unstarted(work));
    private volatile CalmConnector connector;
    private volatile boolean stopping;

    /** @param opening waits for what must be done before anybody can connect */
    FrontDoor(ServerOptions options, AnswerLog log, Runnable opening) {
        this.options = options;
        this.log = log;
        this.opening = opening;
        this.clients = new Clients(options.trust().proxies());
        this.connections = new Connections(options.limits(), clients, System::nanoTime);
    }

    /** Whether the end has begun. */
    boolean isStopping() {
        return stopping;
    }

    Connections connections() {
        return connections;
    }

    void configure(JettyConfig jetty) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS, IDLE_THREAD_MILLIS);
        threads.setName("web");
        threads.setMaxEvictCount(MOST_THREADS);
        threads.setStopTimeout(THREADS_END_MILLIS);
        jetty.threadPool = threads;
        jetty.addConnector(this::connector);
        options.trust().metrics().own().ifPresent(own -> jetty.addConnector((server, http) -> {
            CalmConnector second = new CalmConnector(server, http, own.getHostString(), own.getPort(), opening);
            second.setName(RequestWatch.OWN_ADDRESS);
            return second;
        }));
        jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(HEADER_BYTES);
            http.setMaxResponseHeaderSize(2 * HEADER_BYTES);
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
            http.setIdleTimeout(IDLE_MILLIS);
        });
        jetty.modifyServer(server -> {
            server.setErrorHandler(new PlainErrors(log));
            server.insertHandler(new RequestWatch(connections, clients, this::isStopping,
                    options.trust().metrics().own().isPresent()));
            server.setStopTimeout(0);
            server.setOpenEarly(false);
        });
        jetty.modifyServletContextHandler(context -> context.setErrorHandler(new PlainErrors(log)));
        sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Connector connector(Server server, HttpConfiguration http) {
        connector = new CalmConnector(server, http, options.host(), options.port(), opening);
        connector.addBean(connections);
        return connector;
    }

    /** A timer that threw once would never run again. */
    private void sweep() {
        try {
            connections.sweep();
        } catch (RuntimeException | Error e) {
            LOG.error("failed to look after the connections; tried again: {}", e.toString());
        }
    }

    /** Returns when every request that came is answered, or the time for that is over. */
    void close() {
        stopping = true;
        try {
            Thread.sleep(options.limits().pause());
            connector.stopListening();
            drain(options.limits().drain(), Duration.ofMillis(options.limits().pause().toMillis() / 4));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sweeper.shutdownNow();
    }

    /** @param quiet nothing must have been going on for that long: a client may have connected and not asked yet */
    private void drain(Duration longest, Duration quiet) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        long calmSince = System.nanoTime();
        while (System.nanoTime() < end) {
            if (connections.active() > 0) {
                calmSince = System.nanoTime();
            } else if (System.nanoTime() - calmSince >= quiet.toNanos()) {
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
