package broadsheet.web;

import broadsheet.web.http.AnswerLog;
import broadsheet.web.limits.Clients;
import broadsheet.web.page.PageSettings;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings of the server, read once, at main.
 *
 * @param host the address to listen on: {@code 127.0.0.1}
 * @param port 0 takes a free one
 * @param owner the owner's choices for the page
 * @param publicUrl the server's address as readers see it, without a slash at the end; empty: taken from each request
 * @param adminToken opens {@code /admin/rebuild}; empty: nobody may rebuild over HTTP
 * @param limits how much the server takes on at once
 * @param origins sites whose pages may read the endpoint from a browser: {@code https://news.example}, or {@code *}
 * @param trust whom the server believes
 * @param logs what is written of requests
 */
public record ServerOptions(String host, int port, Owner owner, Optional<String> publicUrl,
        Optional<String> adminToken, Limits limits, List<String> origins, Trust trust, Logs logs) {

    public ServerOptions {
        origins = List.copyOf(origins);
    }

    /** Loopback, default limits, nothing to administer. */
    public static ServerOptions local(int port) {
        return new ServerOptions("127.0.0.1", port, Owner.SILENT, Optional.empty(), Optional.empty(),
                Limits.DEFAULT.withPause(Duration.ZERO),
                List.of(), Trust.NOBODY, Logs.NONE);
    }

    /** The same server, open to these origins. */
    public ServerOptions withOrigins(List<String> value) {
        return new ServerOptions(host, port, owner, publicUrl, adminToken, limits, value, trust, logs);
    }

    /** The same server, administered by whoever has this token. */
    public ServerOptions withAdminToken(String value) {
        return new ServerOptions(host, port, owner, publicUrl, Optional.of(value), limits, origins, trust, logs);
    }

    /** The same server, which believes these. */
    public ServerOptions withTrust(Trust value) {
        return new ServerOptions(host, port, owner, publicUrl, adminToken, limits, origins, value, logs);
    }

    /** The same server, which takes on more or less at once. */
    public ServerOptions withLimits(Limits value) {
        return new ServerOptions(host, port, owner, publicUrl, adminToken, value, origins, trust, logs);
    }

    /**
     * The owner's choices for the page; an empty one is taken from the site of the posts.
     *
     * @param title the site's name, for pages, feeds and the address bar
     * @param siteUrl the site that has the posts, {@code https://news.example}; {@code none}: they are read on this server
     * @param language of the page's own words; empty: the reader's
     * @param basePath the beginning of every path, {@code /archive}; no slash at the end
     * @param colours the owner's colours
     */
    public record Owner(Optional<String> title, Optional<String> siteUrl, Optional<Locale> language, String basePath,
            PageSettings.Colours colours) {

        /** The value of {@code siteUrl} that keeps all links on this server. */
        public static final String NO_SITE = "none";
        /** The owner said nothing. */
        public static final Owner SILENT = new Owner(Optional.empty(), Optional.empty(), Optional.empty(), "",
                PageSettings.Colours.NONE);
    }

    /**
     * How much the server takes on at once.
     *
     * @param connections open connections; one more costs the connection that has waited longest for its client
     * @param connectionsOfOne connections of one address that wait for their client; more cost it the oldest of them
     * @param searches searches running at once
     * @param searchesAMinute of one client; 0: as many as it likes
     * @param patience how long a search waits for its turn before its caller gets a 503
     * @param header how long a client may take for the whole header of a request
     * @param pause between saying that the server stops and doing so
     * @param drain how long running requests may take to finish when the server stops
     * @param keptBytes of answers that are kept for those who ask the same; 0: none
     */
    public record Limits(int connections, int connectionsOfOne, int searches, int searchesAMinute, Duration patience,
            Duration header,
            Duration pause, Duration drain, long keptBytes) {
        /** What an index of a million posts and its searches need; of a larger heap, kept answers get a part of the rest. */
        private static final long NEEDED_BYTES = 256L << 20;
        /** Some 45,000 answers; readers do not ask for more before the index is new. */
        private static final long MOST_KEPT_BYTES = 512L << 20;
        public static final Limits DEFAULT = new Limits(1000, 64, 2 * Runtime.getRuntime().availableProcessors(), 0,
                Duration.ofMillis(250), Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(8),
                keptBytes(Runtime.getRuntime().maxMemory()));

        /** What kept answers may take of a heap: half of what it has to spare, and a 16th part of it at least. */
        static long keptBytes(long heap) {
            return Math.min(MOST_KEPT_BYTES, Math.max(heap / 16, (heap - NEEDED_BYTES) / 2));
        }

        public Limits withConnections(int all, int ofOne) {
            return new Limits(all, ofOne, searches, searchesAMinute, patience, header, pause, drain, keptBytes);
        }

        public Limits withSearches(int places, Duration wait) {
            return new Limits(connections, connectionsOfOne, places, searchesAMinute, wait, header, pause, drain,
                    keptBytes);
        }

        public Limits withSearchesAMinute(int value) {
            return new Limits(connections, connectionsOfOne, searches, value, patience, header, pause, drain,
                    keptBytes);
        }

        public Limits withHeader(Duration value) {
            return new Limits(connections, connectionsOfOne, searches, searchesAMinute, patience, value, pause, drain,
                    keptBytes);
        }

        public Limits withKeptBytes(long value) {
            return new Limits(connections, connectionsOfOne, searches, searchesAMinute, patience, header, pause, drain,
                    value);
        }

        public Limits withPause(Duration value) {
            return new Limits(connections, connectionsOfOne, searches, searchesAMinute, patience, header, value, drain,
                    keptBytes);
        }
    }

    /**
     * Whom the server believes.
     *
     * @param proxies addresses whose {@code X-Forwarded-For} names the client: {@code 10.0.0.1}, {@code 10.0.0.0/8}
     * @param metrics who may read {@code /metrics}
     */
    public record Trust(List<String> proxies, Metrics metrics) {

        public static final Trust NOBODY = new Trust(List.of(), Metrics.MACHINE);

        public Trust {
            proxies = List.copyOf(proxies);
            // Says which of them is no address.
            new Clients(proxies);
        }
    }

    /**
     * What is written of requests.
     *
     * @param answers a line for each answer
     * @param queries with what was searched
     * @param slow a search that takes longer has a line; zero: none has
     */
    public record Logs(boolean answers, boolean queries, Duration slow) {
        public static final Logs NONE = new Logs(false, false, Duration.ZERO);

        /** What the access log is to write. */
        AnswerLog.Lines lines() {
            if (!answers) {
                return AnswerLog.Lines.NONE;
            }
            return queries ? AnswerLog.Lines.ANSWERS_WITH_QUERIES : AnswerLog.Lines.ANSWERS;
        }
    }

    /**
     * Who may read {@code /metrics}.
     *
     * @param to the readers
     * @param own the address that is listened on for {@link To#OWN_ADDRESS}
     */
    public record Metrics(To to, Optional<InetSocketAddress> own) {

        /** The default. */
        public static final Metrics MACHINE = new Metrics(To.MACHINE, Optional.empty());

        /** Readers; whoever has the token is always one. */
        public enum To {
            /** Clients on the same machine, when no proxy stands between. */
            MACHINE,
            /** Whoever has the token of the administration. */
            TOKEN,
            /** Everybody. */
            ALL,
            /** Whoever reaches an address of its own, which has the health checks as well and nothing else. */
            OWN_ADDRESS
        }
    }
}
