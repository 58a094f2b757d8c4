package broadsheet.web;

import broadsheet.web.page.PageSettings;
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
 * @param logs what is written of requests
 */
public record ServerOptions(String host, int port, Owner owner, Optional<String> publicUrl,
        Optional<String> adminToken, Limits limits, List<String> origins, Logs logs) {

    public ServerOptions {
        origins = List.copyOf(origins);
    }

    /** Loopback, default limits, nothing to administer. */
    public static ServerOptions local(int port) {
        return new ServerOptions("127.0.0.1", port, Owner.SILENT, Optional.empty(), Optional.empty(), Limits.DEFAULT,
                List.of(), Logs.NONE);
    }

    /** The same server, open to these origins. */
    public ServerOptions withOrigins(List<String> value) {
        return new ServerOptions(host, port, owner, publicUrl, adminToken, limits, value, logs);
    }

    /** The same server, administered by whoever has this token. */
    public ServerOptions withAdminToken(String value) {
        return new ServerOptions(host, port, owner, publicUrl, Optional.of(value), limits, origins, logs);
    }

    /** The same server, which takes on more or less at once. */
    public ServerOptions withLimits(Limits value) {
        return new ServerOptions(host, port, owner, publicUrl, adminToken, value, origins, logs);
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
     * @param connections open connections; more wait in the system's queue. Jetty has no deadline for a whole request
     *     header, so this number is the limit for clients that send a byte at a time
     * @param searches searches running at once
     * @param patience how long a search waits for its turn before its caller gets a 503
     * @param drain how long running requests may take to finish when the server stops
     */
    public record Limits(int connections, int searches, Duration patience, Duration drain) {
        public static final Limits DEFAULT = new Limits(1000, 2 * Runtime.getRuntime().availableProcessors(),
                Duration.ofMillis(250), Duration.ofSeconds(8));
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
    }
}
