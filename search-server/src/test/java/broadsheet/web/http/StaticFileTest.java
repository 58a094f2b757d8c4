package broadsheet.web.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaticFileTest {

    private static final byte[] BODY = "body{}".getBytes(StandardCharsets.UTF_8);
    private static final StaticFile FILE = StaticFile.of("/style.css", BODY);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /style.css     | text/css; charset=utf-8
            /search.js     | text/javascript; charset=utf-8
            /favicon.svg   | image/svg+xml
            /openapi.yaml  | application/yaml
            /a.png         | image/png
            /favicon.ico   | image/x-icon
            /robots.txt    | text/plain; charset=utf-8
            /a.b.css       | text/css; charset=utf-8
            /a.zip         | application/octet-stream
            /none          | application/octet-stream
            """)
    void theEndOfTheNameSaysTheType(String path, String type) {
        assertEquals(type, StaticFile.of(path, BODY).type());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /style.css                | public, max-age=31536000, immutable
            /style.css?v=other        | no-cache
            /style.css?v=             | no-cache
            """)
    void onlyTheAddressOfTheseBytesIsKept(String address, String caching) {
        String asked = address.equals("/style.css") ? FILE.address() : address;
        Answer answer = FILE.answer(Requests.get(asked));
        assertEquals(caching, Requests.header(answer, "Cache-Control"));
        assertArrayEquals(BODY, answer.body());
        assertEquals("W/\"fJgEClQWV1hG\"", Requests.header(answer, "ETag"));
    }

    @Test
    void theAddressHasTheVersion() {
        assertEquals("/style.css?v=fJgEClQWV1hG", FILE.address());
        assertEquals("no-cache", Requests.header(FILE.answer(Requests.get("/style.css")), "Cache-Control"));
    }

    @Test
    void aKnownFileIsNotSentAgain() {
        Answer answer = FILE.answer(Requests.get("/style.css", "If-None-Match", "W/\"fJgEClQWV1hG\""));
        assertEquals(304, answer.status());
        assertEquals(0, answer.body().length);
    }

    @Test
    void filesComeFromTheProgramItself() {
        StaticFile openapi = StaticFile.load("/openapi.yaml").orElseThrow();
        assertTrue(new String(openapi.body(), StandardCharsets.UTF_8).startsWith("openapi: 3.1.0\n"));
        assertEquals(Optional.empty(), StaticFile.load("/nothing.css"));
    }
}
