package broadsheet.web.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import broadsheet.web.http.Action;
import broadsheet.web.http.Answer;
import broadsheet.web.http.Requests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {

    private static final Action ANSWER = request -> Answer.of(Answer.JSON, "{}").with("Vary", "Accept-Encoding");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://a.example                   | https://a.example | https://a.example
            https://a.example,https://b.example | https://b.example | https://b.example
            https://a.example                   | https://b.example | ''
            https://a.example                   | http://a.example  | ''
            https://a.example                   | https://a.example:8443 | ''
            https://a.example                   | null              | ''
            https://a.example                   | ''                | ''
            *                                   | https://b.example | *
            *                                   | ''                | ''
            """)
    void onlyANamedOriginMayRead(String allowed, String origin, String expected) throws Exception {
        Answer answer = new Origins(List.of(allowed.split(","))).open(ANSWER)
                .answer(Requests.get("/api/v1/search", "Origin", origin));
        assertEquals(expected, Requests.header(answer, "Access-Control-Allow-Origin"));
        assertEquals(expected.isEmpty() ? "" : "ETag, Link, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id",
                Requests.header(answer, "Access-Control-Expose-Headers"));
        assertEquals(expected.isEmpty() ? "" : "cross-origin",
                Requests.header(answer, "Cross-Origin-Resource-Policy"));
        assertEquals("Accept-Encoding, Origin", Requests.header(answer, "Vary"));
        assertEquals("", Requests.header(answer, "Access-Control-Allow-Credentials"));
    }

    @Test
    void whereNobodyIsNamedNothingChanges() {
        assertSame(ANSWER, new Origins(List.of()).open(ANSWER));
    }
}
