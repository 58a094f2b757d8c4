package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.SearchException;
import broadsheet.search.SearchResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What happens when things go wrong: too many, too deep, too big, too late. */
@Timeout(30)
class LimitsTest {

    private static ServerOptions options(int connections, int searches) {
        ServerOptions options = ServerOptions.local(0);
        return options.withLimits(options.limits().withConnections(connections, connections).withSearches(searches,
                Duration.ofMillis(50)));
    }

    private static SearchResponse fail(Supplier<? extends Throwable> failure) {
        return LimitsTest.<RuntimeException>sneak(failure.get());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> SearchResponse sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    private static void expect(Supplier<? extends Throwable> failure, int status, String type) {
        try (RunningServer server = new RunningServer()) {
            server.engine.behave(request -> fail(failure));
            HttpResponse<String> answer = server.get("/api/v1/search?q=secret");
            assertEquals(status, answer.statusCode());
            JsonNode problem = RunningServer.JSON.readTree(answer.body());
            assertEquals("/problems/" + type, problem.get("type").asString());
            assertEquals(status, problem.get("status").asInt());
            assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
            assertFalse(answer.body().contains("secret") || answer.body().contains("Exception"), answer.body());
            assertEquals(status, server.get("/search?q=secret", "Accept", "text/html").statusCode());
            server.engine.behave(server.engine::answer);
            assertEquals(200, server.get("/api/v1/search?q=secret").statusCode());
        }
    }

    @Test
    void aQueryTooDeepForTheStackIsTheCallersFault() {
        expect(StackOverflowError::new, 400, "too-complex");
    }

    @Test
    void shortMemoryIsAskedToComeBack() {
        expect(() -> new OutOfMemoryError("a test's"), 503, "unavailable");
    }

    @Test
    void anIndexThatCannotAnswerIsAskedToComeBack() {
        expect(() -> new SearchException.Unavailable("The search took too long.", new IOException()), 503,
                "unavailable");
    }

    @Test
    void whatNobodyExpectedIsOurFault() {
        expect(() -> new IllegalStateException("a test's secret"), 500, "internal");
    }

    @Test
    void aSyntaxErrorNamesTheSpot() {
        try (RunningServer server = new RunningServer()) {
            JsonNode problem = server.json("/api/v1/search?syntax=lucene&q=a+((b");
            assertEquals(400, problem.get("status").asInt());
            assertEquals("q", problem.get("errors").get(0).get("parameter").asString());
            assertEquals(4, problem.get("errors").get(0).get("position").asInt());
        }
    }

    @Test
    void aBadParameterIsNamedWithItsValueAndWhatWouldDo() {
        try (RunningServer server = new RunningServer()) {
            assertEquals(RunningServer.JSON.readTree("""
                    {"type": "/problems/bad-parameter", "title": "A parameter cannot be used", "status": 400,
                     "detail": "size must be between 1 and 100, was \\"500\\"",
                     "errors": [{"parameter": "size", "value": "500", "expected": "between 1 and 100",
                       "detail": "size must be between 1 and 100, was \\"500\\""}]}"""),
                    server.json("/api/v1/search?size=500"));
        }
    }

    @Test
    void moreSearchesThanPlacesAreSentAway() throws Exception {
        CountDownLatch inside = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        try (RunningServer server = new RunningServer(options(100, 2))) {
            server.engine.behave(request -> {
                inside.countDown();
                await(release);
                return server.engine.answer(request);
            });
            List<CompletableFuture<Integer>> slow = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                slow.add(CompletableFuture.supplyAsync(() -> server.get("/api/v1/search").statusCode()));
            }
            inside.await();
            HttpResponse<String> refused = server.get("/api/v1/search");
            assertEquals(503, refused.statusCode());
            assertEquals("1", refused.headers().firstValue("Retry-After").orElseThrow());
            assertEquals(200, server.get("/healthz").statusCode());
            release.countDown();
            for (CompletableFuture<Integer> one : slow) {
                assertEquals(200, one.get());
            }
            assertEquals(200, server.get("/api/v1/search").statusCode());
        }
    }

    @Test
    void connectionsBeyondTheLimitWaitAndOthersAreServed() throws Exception {
        try (RunningServer server = new RunningServer(options(5, 4))) {
            List<Socket> dripping = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Socket socket = new Socket("127.0.0.1", server.server.port());
                socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
                dripping.add(socket);
            }
            for (Socket socket : dripping) {
                socket.close();
            }
            assertEquals(200, server.get("/healthz").statusCode());
        }
    }

    @Test
    void stoppingLetsRunningRequestsFinish() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        SampleEngine engine = new SampleEngine();
        WebServer server = WebServer.start(options(100, 2), engine, Optional.empty());
        engine.behave(request -> {
            inside.countDown();
            await(release);
            return engine.answer(request);
        });
        int port = server.port();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /api/v1/search HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            inside.await();
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            InputStream in = socket.getInputStream();
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> read(in));
            release.countDown();
            String text = answer.get();
            assertTrue(text.startsWith("HTTP/1.1 200 "), text);
            assertTrue(text.endsWith("}"), text);
            stopped.get();
        }
        assertThrows(IOException.class, () -> new Socket("127.0.0.1", port).close());
    }

    @Test
    void aTakenPortIsSaidPlainly() {
        try (RunningServer server = new RunningServer()) {
            ServerOptions same = ServerOptions.local(server.server.port());
            PortTakenException taken = assertThrows(PortTakenException.class,
                    () -> WebServer.start(same, new SampleEngine(), Optional.empty()));
            assertEquals("cannot listen on 127.0.0.1:" + server.server.port()
                    + ": the port is in use or not allowed; choose another with --port", taken.getMessage());
        }
    }

    private static String read(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void allThatOneRequestAsksTheEngineIsOnOneBudget() {
        List<Boolean> together = new ArrayList<>();
        try (RunningServer server = new RunningServer()) {
            server.engine.behave(request -> {
                together.add(server.engine.isInRequest());
                return SearchResponse.nothing(SearchResponse.Query.asTyped(request.text()), request,
                        server.engine.index()).withPage(request.page(), request.page() > 3 ? 3 : 0);
            });
            for (String path : List.of("/", "/search?q=wall&page=90", "/search?q=sea+wall&tag=a", "/search.atom?q=wall",
                    "/api/v1/search?q=wall")) {
                assertEquals(200, server.get(path).statusCode(), path);
            }
        }
        assertTrue(together.size() > 5, "the page past the end is searched twice: " + together);
        assertFalse(together.contains(false), together.toString());
    }
}
