package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.Await;
import broadsheet.web.http.Answer;
import broadsheet.web.http.AnswerLog;
import broadsheet.web.http.Edge;
import broadsheet.web.http.ServerMetrics;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing slips past: every answer is ours, counted and named. */
@Timeout(30)
class NetTest {

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = new RunningServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static double counted(String labels) {
        String line = "broadsheet_http_requests_total{" + labels + "} ";
        return server.get("/metrics").body().lines().filter(l -> l.startsWith(line))
                .mapToDouble(l -> Double.parseDouble(l.substring(line.length()))).sum();
    }

    /** An answer is counted when it has left, which its reader may see first. */
    private static void awaitCounted(double count, String labels) {
        Await.until(labels + " " + count, () -> counted(labels) == count);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", ";;", ",;,", ";q=0", "=", "\"", "gzip;q=", "*;*"})
    void noAcceptEncodingMakesAFailure(String encoding) {
        for (String path : List.of("/style.css", "/search?q=a", "/search.atom?q=a", "/openapi.yaml")) {
            assertEquals(200, server.get(path, "Accept-Encoding", encoding).statusCode(), path + " " + encoding);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nonsense\\r\\n\\r\\n | 400
            GET / HTTP/1.1\\r\\n\\r\\n | 400
            GET /%zz HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n | 400
            GET / HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: nonsense\\r\\n\\r\\n | 400
            GET / HTTP/3.7\\r\\nHost: a\\r\\n\\r\\n | 505
            """)
    void whatNeverReachesARouteIsCountedAndNamed(String request, int status) {
        double before = counted("route=\"refused\",status=\"" + status + "\"");
        String answer = server.raw(request.replace("\\r\\n", "\r\n"));
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.contains("\r\nX-Request-Id: "), answer);
        awaitCounted(before + 1, "route=\"refused\",status=\"" + status + "\"");
    }

    @Test
    void headersHaveEightKilobytesInAll() {
        double before = counted("route=\"refused\",status=\"431\"");
        assertEquals(200, server.get("/healthz", "X", "a".repeat(7500)).statusCode());
        assertEquals(431, server.get("/healthz", "X", "a".repeat(9000)).statusCode());
        String many = "Y: b\r\n".repeat(3000);
        String answer = server.raw("GET / HTTP/1.1\r\nHost: a\r\n" + many + "Connection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 431 "), answer);
        awaitCounted(before + 2, "route=\"refused\",status=\"431\"");
    }

    @Test
    void aLongAddressIsCountedToo() {
        double before = counted("route=\"refused\",status=\"414\"");
        server.raw("GET /" + "a".repeat(70_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");
        awaitCounted(before + 1, "route=\"refused\",status=\"414\"");
    }

    @Test
    void theNameOfARequestComesBack() {
        assertEquals("abc-1", server.get("/healthz", "X-Request-Id", "abc-1").headers().firstValue("X-Request-Id")
                .orElseThrow());
        String given = server.get("/healthz", "X-Request-Id", "a<b").headers().firstValue("X-Request-Id").orElseThrow();
        assertTrue(given.matches("[0-9a-z]{8}-[0-9a-z]+"), given);
    }

    @Test
    void moreThanAThousandParametersAreRefusedAtOnce() {
        for (String path : List.of("/search", "/api/v1/search", "/advanced")) {
            HttpResponse<String> answer = server.get(path + "?q=a" + "&a".repeat(20_000));
            assertEquals(400, answer.statusCode());
            assertTrue(answer.body().length() < 10_000, path);
        }
    }

    @Test
    void theFormLeadsToAnAddressThatFitsWhateverIsTyped() {
        HttpResponse<String> answer = server.get("/advanced?any=" + "a+".repeat(30_000));
        assertEquals(303, answer.statusCode());
    }

    @Test
    void anAnswerThatCannotBeSentBecomesOurOwnProblemAndIsCounted() throws Exception {
        ServerMetrics metrics = new ServerMetrics(new SampleEngine());
        AnswerLog log = new AnswerLog(metrics, line -> {}, Clock.systemUTC(), AnswerLog.Lines.NONE);
        Edge edge = new Edge(log, (request, fault) -> Answer.of(Answer.TEXT, ""), request -> Answer.of("", ""),
                Runnable::run);
        byte[] none = null;
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get("/broken", ctx -> edge.handle(ctx, "/broken",
                    request -> Answer.of(Answer.TEXT, none).with("Content-Encoding", "gzip")));
        }).start("127.0.0.1", 0);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:" + javalin.port() + "/broken")).build(),
                    BodyHandlers.ofString());
            assertEquals(500, answer.statusCode());
            assertTrue(answer.body().startsWith("{\"type\":\"/problems/internal\""), answer.body());
            assertFalse(answer.headers().map().containsKey("Content-Encoding"));
            assertTrue(answer.headers().map().containsKey("x-request-id"));
        } finally {
            javalin.stop();
        }
        String counted = new String(metrics.answer().body(), StandardCharsets.UTF_8);
        assertTrue(counted.contains("{route=\"/broken\",status=\"500\"} 1.0"), counted);
    }
}
