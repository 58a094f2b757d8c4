package broadsheet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final Map<String, List<String>> JSON = Map.of("content-type", List.of("application/json"));

    @Test
    void timeTakenAndTimeOfBuildingAreLeftOut() {
        Answer one = Answer.of(200, JSON, "{\"tookMillis\":3,\"built\":\"2026-11-23T02:36:00Z\",\"total\":7}",
                "2026-11-23T02:36:00Z");
        Answer other = Answer.of(200, JSON, "{\"tookMillis\":14,\"built\":\"2026-11-24T00:00:09Z\",\"total\":7}",
                "2026-11-24T00:00:09Z");
        assertEquals(one, other);
        assertEquals("{\"tookMillis\":0,\"built\":\"BUILT\",\"total\":7}", one.body());
    }

    @Test
    void anyOtherByteCounts() {
        Answer one = Answer.of(200, JSON, "{\"total\":7}", "x");
        assertNotEquals(one, Answer.of(200, JSON, "{\"total\":8}", "x"));
        assertNotEquals(one, Answer.of(200, JSON, "{\"total\": 7}", "x"));
        assertNotEquals(one, Answer.of(404, JSON, "{\"total\":7}", "x"));
        assertNotEquals(Answer.of(200, JSON, "\u00e9\u0080", "x"), Answer.of(200, JSON, "\u00e9\u0081", "x"));
    }

    @Test
    void headersCountWithoutDateTagAndLength() {
        Map<String, List<String>> dated = Map.of("content-type", List.of("application/json"), "Date",
                List.of("Sat, 28 Nov 2026 05:28:44 GMT"), "ETag", List.of("W/\"1-a\""), "content-length",
                List.of("11"));
        assertEquals(Answer.of(200, JSON, "", "x"), Answer.of(200, dated, "", "x"));
        assertNotEquals(Answer.of(200, JSON, "", "x"),
                Answer.of(200, Map.of("content-type", List.of("text/html")), "", "x"));
    }

    @Test
    void bytesAreReadAsUtf8() {
        assertEquals("caf\u00e9", Answer.of(200, Map.of(), "caf\u00c3\u00a9", "x").text());
    }
}
