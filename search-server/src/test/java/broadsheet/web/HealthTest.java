package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.SearchException;
import broadsheet.web.http.WebRequest;
import broadsheet.web.http.QueryString;
import broadsheet.web.http.Answer;
import broadsheet.web.route.HealthRoutes;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a supervisor is told. */
class HealthTest {

    @Test
    void readyIsWithoutReasons() {
        try (RunningServer server = new RunningServer()) {
            assertEquals("{\"status\":\"ready\",\"reasons\":[],\"generation\":7,\"built\":\"2026-01-02T03:04:05Z\","
                    + "\"posts\":12034}", server.get("/readyz").body());
        }
    }

    @Test
    void degradedIsReadyWithItsReasons() {
        try (RunningServer server = new RunningServer()) {
            server.engine.degrade("The folder of the index is gone.");
            HttpResponse<String> answer = server.get("/readyz");
            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().startsWith(
                    "{\"status\":\"degraded\",\"reasons\":[\"The folder of the index is gone.\"],\"generation\":7"),
                    answer.body());
            String metrics = server.get("/metrics").body();
            assertTrue(metrics.contains("\nbroadsheet_degraded 1.0\n"), metrics);
            assertTrue(metrics.contains("\nbroadsheet_index_bytes 4096.0\n"), metrics);
            assertTrue(metrics.contains("\nbroadsheet_index_generation 7.0\n"), metrics);
            assertTrue(metrics.contains("\nbroadsheet_index_age_seconds "), metrics);
            server.engine.degrade();
            assertTrue(server.get("/metrics").body().contains("\nbroadsheet_degraded 0.0\n"));
        }
    }

    @Test
    void aSearchThatFailsIsNotReady() {
        try (RunningServer server = new RunningServer()) {
            server.engine.behave(request -> {
                throw new SearchException.Unavailable("gone", null);
            });
            HttpResponse<String> answer = server.get("/readyz");
            assertEquals(503, answer.statusCode());
            assertEquals("{\"status\":\"starting\",\"reasons\":[\"gone\"]}", answer.body());
            server.engine.behave(request -> {
                throw new OutOfMemoryError("forced");
            });
            assertEquals(503, server.get("/readyz").statusCode());
            assertEquals(200, server.get("/healthz").statusCode());
        }
    }

    @Test
    void aStoppingServerSaysSo() {
        Answer answer = new HealthRoutes(new SampleEngine(), () -> true)
                .readyz(new WebRequest("GET", "/readyz", QueryString.parse(""), "", name -> ""));
        assertEquals(503, answer.status());
        assertEquals("{\"status\":\"stopping\",\"reasons\":[\"The server is stopping.\"]}",
                new String(answer.body(), StandardCharsets.UTF_8));
        assertFalse(answer.headers().isEmpty());
    }
}
