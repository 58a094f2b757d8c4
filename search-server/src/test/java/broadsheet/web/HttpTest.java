package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.web.http.SecurityHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What every answer has in common, whatever is asked. */
class HttpTest {

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = new RunningServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void assertSafe(String headers) {
        String lower = headers.toLowerCase(Locale.ROOT);
        SecurityHeaders.ALL.stream().filter(h -> !h.name().equals("Vary"))
                .forEach(h -> assertTrue(
                        lower.contains((h.name() + ": " + h.value()).toLowerCase(Locale.ROOT)),
                        h.name() + " is missing in:\n" + headers));
        assertFalse(lower.contains("\nserver:"), headers);
        assertFalse(lower.contains("jetty") || lower.contains("javalin"), headers);
        assertFalse(lower.contains("set-cookie"), headers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET / | 200
            GET /search?q=a | 200
            GET /search?page=0&nonsense=1 | 200
            GET /tips | 200
            GET /advanced | 200
            GET /advanced?all=a | 303
            GET /similar?id=_posts/2024-03-01-sea-wall.md | 200
            GET /similar?id=none | 404
            GET /style.css | 200
            GET /search.js | 200
            GET /favicon.svg | 200
            GET /api/v1/search?q=a | 200
            GET /api/v1/search?size=0 | 400
            GET /api/v1/search?cursor=x | 400
            GET /api/v1/search?cursor=old | 410
            GET /api/v1/search?syntax=lucene&q=a+((b | 400
            GET /api/v1/suggest?q=a | 200
            GET /api/v1/suggest?x=a | 400
            GET /api/v1/posts/_posts/2024-03-01-sea-wall.md | 200
            GET /api/v1/posts/_posts%2F2024-03-01-sea-wall.md | 200
            GET /api/v1/posts/_posts/2024-03-01-sea-wall.md/similar | 200
            GET /api/v1/posts/nothing.md | 404
            GET /api/v1/posts/nothing.md/similar | 404
            GET /api/v2/search | 404
            GET /search.atom?q=a | 200
            GET /search.json?q=a | 200
            GET /search.csv?q=a | 200
            GET /search.csv?size=x | 400
            GET /suggest?q=a | 200
            GET /opensearch.xml | 200
            GET /openapi.yaml | 200
            GET /problems/bad-parameter | 200
            GET /problems/none | 404
            GET /healthz | 200
            GET /readyz | 200
            GET /metrics | 200
            GET /nothing/here | 404
            POST /api/v1/search?q=a | 405
            DELETE / | 405
            PUT /search.atom | 405
            TRACE / | 405
            OPTIONS /api/v1/search | 405
            FOO / | 405
            POST /admin/rebuild | 404
            GET /admin/rebuild | 404
            """)
    void everyAnswerHasItsStatusAndTheSafeHeaders(String request, int status) {
        String answer = server.raw(request + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n"
                + "Connection: close\r\nContent-Length: 0\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertSafe(answer.substring(0, answer.indexOf("\r\n\r\n")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET / HTTP/1.1\\r\\n\\r\\n | 400
            nonsense\\r\\n\\r\\n | 400
            GET / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1\\r\\nContent-Length: 2\\r\\n\\r\\n | 400
            GET / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n | 400
            GET /%zz HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n | 400
            POST / HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\nContent-Length: 5000000\\r\\n\\r\\n | 413
            """)
    void requestsThatAreNoneAreRefusedWithTheSafeHeaders(String request, int status) {
        String answer = server.raw(request.replace("\\r\\n", "\r\n"));
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertSafe(answer.substring(0, answer.indexOf("\r\n\r\n")));
    }

    @Test
    void addressesAndHeadersHaveALimit() {
        String uri = server.raw("GET /search?q=" + "a".repeat(70_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");
        assertTrue(uri.startsWith("HTTP/1.1 414 "), uri);
        assertSafe(uri.substring(0, uri.indexOf("\r\n\r\n")));
        String header = server.raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(70_000) + "\r\n\r\n");
        assertTrue(header.startsWith("HTTP/1.1 431 "), header);
        assertSafe(header.substring(0, header.indexOf("\r\n\r\n")));
    }

    @Test
    void twoThousandCharactersOfAnyScriptGetThrough() {
        String query = "%F0%9F%8C%8A".repeat(2000);
        JsonNode answer = server.json("/api/v1/search?facets=none&q=" + query);
        assertEquals("\uD83C\uDF0A".repeat(2000), answer.get("query").get("text").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/%252e%252e/etc/passwd", "/..;/etc/passwd",
            "/..%2fetc/passwd", "//etc/passwd", "/style.css/../../etc/passwd", "/public/style.css", "/style.css%00",
            "/embed/../style.css/", "/api/v1/posts/../../../etc/passwd", "/api/v1/posts/..%2F..%2Fetc%2Fpasswd"})
    void noPathLeadsToAFile(String path) {
        String answer = server.raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 404 ") || answer.startsWith("HTTP/1.1 400 "), answer);
        assertFalse(answer.contains("root:"));
    }

    @Test
    void aKnownAnswerIsNotSentAgain() {
        String path = "/api/v1/search?q=sea";
        HttpResponse<String> first = server.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertTrue(tag.matches("W/\"7-[\\w-]{12}\""), tag);
        assertEquals("no-cache", first.headers().firstValue("Cache-Control").orElseThrow());
        for (String known : new String[]{tag, "\"other\", " + tag, "*"}) {
            HttpResponse<String> again = server.get(path, "If-None-Match", known);
            assertEquals(304, again.statusCode());
            assertEquals("", again.body());
            assertEquals(Optional.of(tag), again.headers().firstValue("ETag"));
        }
        assertEquals(200, server.get("/api/v1/search?q=sea&page=2", "If-None-Match", tag).statusCode());
        assertEquals(304, server.get("/api/v1/search?page=1&q=sea&tag=", "If-None-Match", tag).statusCode());
    }

    @Test
    void aNewIndexMakesANewTag() {
        try (RunningServer own = new RunningServer()) {
            for (String path : new String[]{"/", "/search?q=a", "/search.atom?q=a", "/api/v1/suggest?q=a"}) {
                own.engine.publish(7);
                String tag = own.get(path).headers().firstValue("ETag").orElseThrow();
                assertEquals(304, own.get(path, "If-None-Match", tag).statusCode(), path);
                own.engine.publish(8);
                assertEquals(200, own.get(path, "If-None-Match", tag).statusCode(), path);
            }
        }
    }

    @Test
    void answersAreCompressedForThoseWhoAsk() throws IOException {
        byte[] plain = server.bytes("/style.css", "Accept-Encoding", "identity").body();
        HttpResponse<byte[]> packed = server.bytes("/style.css", "Accept-Encoding", "gzip");
        assertEquals(Optional.of("gzip"), packed.headers().firstValue("Content-Encoding"));
        assertEquals(Optional.of("Accept-Encoding"), packed.headers().firstValue("Vary"));
        assertTrue(packed.body().length < plain.length / 2);
        assertArrayEquals(plain, new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
    }

    @Test
    void typesNameTheirCharset() {
        assertEquals("text/html;charset=utf-8", type("/"));
        assertEquals("text/css;charset=utf-8", type("/style.css"));
        assertEquals("text/javascript;charset=utf-8", type("/search.js"));
        assertEquals("image/svg+xml", type("/favicon.svg"));
        assertEquals("application/json", type("/api/v1/search"));
        assertEquals("application/problem+json", type("/api/v1/search?size=0"));
        assertEquals("application/atom+xml;charset=utf-8", type("/search.atom"));
        assertEquals("application/feed+json", type("/search.json"));
        assertEquals("text/csv;charset=utf-8;header=present", type("/search.csv"));
        assertEquals("application/opensearchdescription+xml;charset=utf-8", type("/opensearch.xml"));
    }

    private static String type(String path) {
        return server.get(path).headers().firstValue("Content-Type").orElseThrow().replace(" ", "")
                .toLowerCase(Locale.ROOT);
    }

    @Test
    void filesOfThePageAreKeptUnderTheirVersionedAddress() {
        String page = server.get("/").body();
        int at = page.indexOf("/style.css?v=");
        String address = page.substring(at, page.indexOf('"', at));
        assertEquals(Optional.of("public, max-age=31536000, immutable"),
                server.get(address).headers().firstValue("Cache-Control"));
        assertEquals(Optional.of("no-cache"), server.get("/style.css").headers().firstValue("Cache-Control"));
        assertEquals(Optional.of("no-cache"), server.get("/style.css?v=old").headers().firstValue("Cache-Control"));
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        HttpResponse<String> answer = server.send("POST", "/api/v1/search");
        assertEquals(405, answer.statusCode());
        assertEquals("GET, HEAD", answer.headers().firstValue("Allow").orElseThrow());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void headEqualsGetEverywhere() {
        for (String path : new String[]{"/", "/search?q=a", "/style.css", "/search.atom", "/search.json", "/search.csv",
                "/opensearch.xml", "/openapi.yaml", "/api/v1/suggest?q=a", "/healthz", "/api/v1/search?size=0"}) {
            HttpResponse<String> get = server.get(path);
            HttpResponse<String> head = server.send("HEAD", path);
            assertEquals(get.statusCode(), head.statusCode(), path);
            assertEquals(get.headers().firstValue("Content-Type"), head.headers().firstValue("Content-Type"), path);
            assertEquals(get.body().getBytes(StandardCharsets.UTF_8).length,
                    head.headers().firstValueAsLong("Content-Length").orElseThrow(), path);
            assertEquals("", head.body());
        }
    }

    @Test
    void metricsCountRequestsByRouteNotByText() {
        server.get("/api/v1/search?q=secret");
        String metrics = server.get("/metrics").body();
        assertTrue(metrics.contains("broadsheet_http_requests_total{route=\"/api/v1/search\",status=\"200\"}"));
        assertTrue(metrics.contains("broadsheet_index_posts 12034.0"), metrics);
        assertFalse(metrics.contains("secret"));
    }

    @Test
    void onlyNamedOriginsMayReadTheEndpoint() {
        assertEquals(Optional.empty(),
                server.get("/api/v1/search", "Origin", "https://a.example").headers()
                        .firstValue("Access-Control-Allow-Origin"));
        try (RunningServer own = new RunningServer(
                ServerOptions.local(0).withOrigins(List.of("https://a.example")))) {
            HttpResponse<String> named = own.get("/api/v1/search", "Origin", "https://a.example");
            assertEquals(Optional.of("https://a.example"), named.headers().firstValue("Access-Control-Allow-Origin"));
            assertEquals(Optional.of("Accept-Encoding, Origin"), named.headers().firstValue("Vary"));
            assertEquals(Optional.empty(), own.get("/api/v1/search", "Origin", "https://b.example").headers()
                    .firstValue("Access-Control-Allow-Origin"));
            assertEquals(Optional.of("*"),
                    own.get("/embed/v1/search.js").headers().firstValue("Access-Control-Allow-Origin"));
        }
    }
}
