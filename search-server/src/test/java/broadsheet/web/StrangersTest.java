package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.web.ServerOptions.Metrics;
import broadsheet.web.ServerOptions.Trust;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may ask how much, and who may read the metrics. */
@Timeout(30)
class StrangersTest {

    private static final String TOKEN = "a-token-of-thirty-two-characters";

    private static ServerOptions options(Metrics.To metrics, String... proxies) {
        return ServerOptions.local(0).withTrust(new Trust(List.of(proxies), new Metrics(metrics, Optional.empty())));
    }

    private static int metrics(RunningServer server, String... headers) {
        return server.get("/metrics", headers).statusCode();
    }

    @Test
    void theMetricsAreForThisMachineAndNotForWhomAProxyBrings() {
        try (RunningServer server = new RunningServer(options(Metrics.To.MACHINE))) {
            assertEquals(200, metrics(server));
            assertEquals(404, metrics(server, "X-Forwarded-For", "203.0.113.7"));
            assertEquals(404, metrics(server, "Forwarded", "for=127.0.0.1"));
        }
        try (RunningServer server = new RunningServer(options(Metrics.To.MACHINE, "127.0.0.1"))) {
            assertEquals(404, metrics(server, "X-Forwarded-For", "203.0.113.7"));
        }
        try (RunningServer server = new RunningServer(options(Metrics.To.ALL))) {
            assertEquals(200, metrics(server, "X-Forwarded-For", "203.0.113.7"));
        }
    }

    @Test
    void theTokenOpensTheMetrics() {
        try (RunningServer server = new RunningServer(options(Metrics.To.TOKEN).withAdminToken(TOKEN))) {
            assertEquals(401, metrics(server));
            assertEquals(401, metrics(server, "Authorization", "Bearer x" + TOKEN));
            assertEquals(200, metrics(server, "Authorization", "Bearer " + TOKEN));
        }
    }

    @Test
    void onTheirOwnAddressTheMetricsHaveTheHealthChecksBesideThemAndNothingElse() throws Exception {
        int port = freePort();
        Trust own = new Trust(List.of(), new Metrics(Metrics.To.OWN_ADDRESS,
                Optional.of(InetSocketAddress.createUnresolved("127.0.0.1", port))));
        try (RunningServer server = new RunningServer(ServerOptions.local(0).withTrust(own));
                HttpClient client = HttpClient.newHttpClient()) {
            assertEquals(404, metrics(server));
            assertEquals(404, server.get("/%6Detrics").statusCode());
            assertEquals(200, server.get("/healthz").statusCode());
            for (String path : List.of("/metrics 200", "/healthz 200", "/readyz 200", "/ 404", "/search 404",
                    "/api/v1/search 404")) {
                String[] parts = path.split(" ");
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + parts[0])).build();
                assertEquals(Integer.parseInt(parts[1]), client.send(request, BodyHandlers.ofString()).statusCode(),
                        path);
            }
        }
    }

    private static int freePort() throws IOException {
        // Below the ports that the system gives to clients, of which other tests open many meanwhile.
        for (int port = 20_000 + ThreadLocalRandom.current().nextInt(9_000);; port++) {
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException e) {
                continue;
            }
        }
    }

    @Test
    void eachClientBehindANamedProxyHasItsOwnLimit() {
        ServerOptions options = options(Metrics.To.MACHINE, "127.0.0.1");
        try (RunningServer server = new RunningServer(
                options.withLimits(options.limits().withSearchesAMinute(3)))) {
            for (String path : List.of("/search?q=a", "/api/v1/search?q=a", "/search.csv?q=a")) {
                assertEquals(200, server.get(path, "X-Forwarded-For", "203.0.113.7").statusCode());
            }
            HttpResponse<String> fourth = server.get("/api/v1/search?q=a", "X-Forwarded-For", "9.9.9.9, 203.0.113.7");
            assertEquals(429, fourth.statusCode());
            assertEquals(Optional.of("\"search\";q=3;w=60"), fourth.headers().firstValue("RateLimit-Policy"));
            assertEquals(Optional.of("20"), fourth.headers().firstValue("Retry-After"));
            assertTrue(fourth.body().startsWith("{\"type\":\"/problems/too-many\""), fourth.body());
            assertEquals(200, server.get("/search?q=a", "X-Forwarded-For", "203.0.113.8").statusCode());
            assertEquals(200, server.get("/healthz", "X-Forwarded-For", "203.0.113.7").statusCode());
        }
    }

    @Test
    void withoutANamedProxyAForgedHeaderGivesNoNewLimit() {
        ServerOptions options = options(Metrics.To.MACHINE);
        try (RunningServer server = new RunningServer(
                options.withLimits(options.limits().withSearchesAMinute(1)))) {
            assertEquals(200, server.get("/search?q=a", "X-Forwarded-For", "203.0.113.7").statusCode());
            assertEquals(429, server.get("/search?q=a", "X-Forwarded-For", "203.0.113.8").statusCode());
        }
    }
}
