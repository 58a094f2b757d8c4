package broadsheet.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.SearchException;
import broadsheet.web.http.Fault.Kind;
import broadsheet.web.http.Fault.ParameterFault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemAnswerTest {

    static Stream<Arguments> thrown() {
        return Stream.of(
                Arguments.of(Fault.of(Kind.CONFLICT, "A rebuild is running.").thrown(), "CONFLICT",
                        "A rebuild is running.", ""),
                Arguments.of(new SearchException.BadSyntax("expected a bracket", "a ((b", 4), "BAD_SYNTAX",
                        "q does not parse at offset 4: expected a bracket", ""),
                Arguments.of(new SearchException.BadCursor("This is no cursor.", "x", false), "BAD_PARAMETER",
                        "This is no cursor.", ""),
                Arguments.of(new SearchException.BadCursor("The index is gone.", "x", true), "GONE",
                        "The index is gone.", ""),
                Arguments.of(new SearchException.Unavailable("There is no index.", null), "UNAVAILABLE",
                        "There is no index.", "Retry-After: 1"),
                Arguments.of(new StackOverflowError(), "TOO_COMPLEX", "The query nests too deep.", ""),
                Arguments.of(new OutOfMemoryError("secret"), "UNAVAILABLE", "The server ran short of memory.",
                        "Retry-After: 5"),
                Arguments.of(new IllegalStateException("secret"), "INTERNAL",
                        "The server failed to answer; its log has more.", ""),
                Arguments.of(new AssertionError("secret"), "INTERNAL",
                        "The server failed to answer; its log has more.", ""));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void eachExceptionBecomesOneKindOfFault(Throwable thrown, Kind kind, String detail, String header) {
        Fault fault = ProblemAnswer.fault(thrown);
        assertEquals(kind, fault.kind());
        assertEquals(detail, fault.detail());
        assertEquals(header,
                String.join(", ", fault.headers().stream().map(h -> h.name() + ": " + h.value()).toList()));
    }

    @Test
    void theSpotOfASyntaxErrorIsNamed() {
        Fault fault = ProblemAnswer.fault(new SearchException.BadSyntax("expected a bracket", "a ((b", 4));
        assertEquals(List.of(new ParameterFault("q", "a ((b", "Lucene's standard syntax",
                "q does not parse at offset 4: expected a bracket", 4)), fault.errors());
        String body = new String(ProblemAnswer.of(fault).body(), StandardCharsets.UTF_8);
        assertEquals("{\"type\":\"/problems/bad-syntax\",\"title\":\"The query does not parse\",\"status\":400,"
                + "\"detail\":\"q does not parse at offset 4: expected a bracket\",\"errors\":[{\"parameter\":\"q\","
                + "\"value\":\"a ((b\",\"expected\":\"Lucene's standard syntax\","
                + "\"detail\":\"q does not parse at offset 4: expected a bracket\",\"position\":4}]}", body);
    }

    @Test
    void aProblemIsNotKeptAndHasItsOwnHeaders() {
        Answer answer = ProblemAnswer.of(Fault.of(Kind.TOO_MANY, "Wait.").with("Retry-After", "60"));
        assertEquals(429, answer.status());
        assertEquals("application/problem+json", answer.type());
        assertEquals("no-store", Requests.header(answer, "Cache-Control"));
        assertEquals("60", Requests.header(answer, "Retry-After"));
        assertEquals("{\"type\":\"/problems/too-many\",\"title\":\"Too many attempts\",\"status\":429,"
                + "\"detail\":\"Wait.\",\"errors\":[]}", new String(answer.body(), StandardCharsets.UTF_8));
    }

    /** The code is part of an address that programs may keep, so each is written out. */
    @ParameterizedTest
    @CsvSource({"BAD_PARAMETER, 400, bad-parameter", "BAD_SYNTAX, 400, bad-syntax", "TOO_COMPLEX, 400, too-complex",
            "UNAUTHORIZED, 401, unauthorized", "FORBIDDEN, 403, forbidden", "NOT_FOUND, 404, not-found",
            "METHOD_NOT_ALLOWED, 405, method-not-allowed", "CONFLICT, 409, conflict", "GONE, 410, gone",
            "TOO_LARGE, 413, too-large", "TOO_MANY, 429, too-many", "INTERNAL, 500, internal",
            "UNAVAILABLE, 503, unavailable"})
    void eachKindHasItsStatusAndItsAddress(Kind kind, int status, String code) {
        assertEquals(status, kind.status);
        assertEquals(code, kind.code());
        assertEquals(13, Kind.values().length);
    }

    @Test
    void aParameterAtFaultIsNamedWithWhatWasExpected() {
        assertEquals("size must be between 1 and 100, was \"500\"",
                ParameterFault.value("size", "500", "between 1 and 100").detail());
        assertEquals("unknown parameter \"limit\", expected one of q, size",
                ParameterFault.unknown("limit", "3", "one of q, size").detail());
    }
}
