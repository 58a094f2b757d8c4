package broadsheet.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.web.SampleEngine;
import broadsheet.web.http.AnswerLog.Lines;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerLogTest {

    private final StringBuilder lines = new StringBuilder();
    private final ServerMetrics metrics = new ServerMetrics(new SampleEngine());

    private AnswerLog log(Lines wanted) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-28T12:00:00.5Z"), ZoneOffset.UTC);
        return new AnswerLog(metrics, lines::append, clock, wanted);
    }

    private static Answered answered(String path, String query) {
        return new Answered(new Caller("192.0.2.7", "abc-1"), "GET", "/search", path, query, 200, 1234, 5_678_900);
    }

    private String text() {
        return lines.toString();
    }

    @Test
    void aLineIsOneObjectWithoutTheQuery() {
        log(Lines.ANSWERS).take(answered("/search", "q=secret"));
        assertEquals("{\"time\":\"2026-11-28T12:00:00.500Z\",\"id\":\"abc-1\",\"client\":\"192.0.2.7\","
                + "\"method\":\"GET\",\"route\":\"/search\",\"path\":\"/search\",\"status\":200,\"bytes\":1234,"
                + "\"micros\":5678}", text());
    }

    @Test
    void theQueryIsWrittenWhenItIsAskedFor() {
        log(Lines.ANSWERS_WITH_QUERIES).take(answered("/search", "q=secret"));
        assertTrue(text().contains(",\"query\":\"q=secret\"}"), text());
    }

    @Test
    void withoutALogEachAnswerIsCountedAllTheSame() throws Exception {
        log(Lines.NONE).take(answered("/search", ""));
        assertEquals("", text());
        String counted = new String(metrics.answer().body(), StandardCharsets.UTF_8);
        assertTrue(counted.contains("broadsheet_http_requests_total{route=\"/search\",status=\"200\"} 1.0"), counted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\u001B[31mb", "a\u0000b", "a\u2028b", "a\u2029b", "a\u0085b", "\uD800"})
    void whateverIsAskedStaysOneLine(String nasty) {
        log(Lines.ANSWERS_WITH_QUERIES).take(answered("/" + nasty, nasty + "x".repeat(5000)));
        String line = text().strip();
        assertEquals(1, line.lines().count());
        assertTrue(line.chars().allMatch(c -> c >= ' ' && c != 0x85 && c != 0x2028 && c != 0x2029), line);
        assertTrue(line.length() < 700, line);
    }
}
