package broadsheet.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the server is set up; read once, at main.
 *
 * @param host the address to listen on: {@code 127.0.0.1}
 * @param port 0 takes a free one
 * @param title the site's name, for feeds and the address bar
 * @param publicUrl where the world sees the server, without a slash at the end; empty: taken from each request
 * @param adminToken opens {@code /admin/rebuild}; empty: nobody may rebuild over HTTP
 * @param limits what the server takes on at once
 * @param origins whose pages may read the endpoint from a browser: {@code https://news.example}, or {@code *}
 * @param accessLog one line on stderr for each request, without the query
 */
public record ServerOptions(String host, int port, String title, Optional<String> publicUrl,
        Optional<String> adminToken, Limits limits, List<String> origins, boolean accessLog) {

    public ServerOptions {
        origins = List.copyOf(origins);
    }

    /** Loopback, default limits, nothing to administer. */
    public static ServerOptions local(int port) {
        return new ServerOptions("127.0.0.1", port, "Broadsheet", Optional.empty(), Optional.empty(), Limits.DEFAULT,
                List.of(), false);
    }

    /**
     * What the server takes on at once.
     *
     * @param connections open connections; more wait in the system's queue. Jetty has no deadline for a whole request
     *     header, so this is what bounds clients that drip bytes
     * @param searches searches running at once
     * @param patience how long a search may wait for its turn before it is told to come back (503)
     * @param drain how long running requests may take to finish when the server stops
     */
    public record Limits(int connections, int searches, Duration patience, Duration drain) {
        public static final Limits DEFAULT = new Limits(1000, 2 * Runtime.getRuntime().availableProcessors(),
                Duration.ofMillis(250), Duration.ofSeconds(8));
    }
}
