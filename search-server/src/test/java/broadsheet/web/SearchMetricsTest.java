package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Post;
import broadsheet.search.SearchEngine;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the operator sees of searches. */
@Timeout(60)
class SearchMetricsTest {

    @TempDir
    private Path folder;

    private static double value(String metrics, String name) {
        return metrics.lines().filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1))).findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in\n" + metrics));
    }

    @Test
    void eachStepOfARealSearchIsTimed() throws Exception {
        try (LucenePostIndexer indexer = LucenePostIndexer.open(folder, false)) {
            Post post = Post.builder("a.md").title("Sea wall").body("The tide took it.").lang("en").build();
            indexer.put(post.id(), List.of(post));
            indexer.publish(new byte[0]);
        }
        try (SearchEngine engine = LuceneSearchEngine.open(folder);
                WebServer server = WebServer.start(ServerOptions.local(0), engine, Optional.empty());
                HttpClient client = HttpClient.newHttpClient()) {
            for (String path : List.of("api/v1/search?q=tide", "api/v1/search?q=qzxv", "search?q=qzxvw",
                    "search.atom?q=wall", "metrics")) {
                String body = client.send(HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
                        BodyHandlers.ofString()).body();
                if (path.equals("metrics")) {
                    checkSteps(body);
                }
            }
        }
    }

    private static void checkSteps(String metrics) {
        for (String step : List.of("correct", "translate", "match", "order", "describe", "count")) {
            String label = "{step=\"" + step + "\"}";
            // The page that found nothing may count ways out, which are searches for the engine.
            assertTrue(value(metrics, "broadsheet_search_step_seconds_count" + label) >= 4, metrics);
            assertTrue(value(metrics, "broadsheet_search_step_seconds_sum" + label) > 0, metrics);
        }
        assertEquals(value(metrics, "broadsheet_search_step_seconds_count{step=\"match\"}"),
                value(metrics, "broadsheet_search_step_seconds_bucket{step=\"match\",le=\"+Inf\"}"));
        assertEquals(2, value(metrics, "broadsheet_searches_zero_results_total"));
        assertEquals(0, value(metrics, "broadsheet_searches_partial_total"));
        assertEquals(1, value(metrics, "broadsheet_index_generation"));
        assertTrue(value(metrics, "broadsheet_index_bytes") > 0 && value(metrics, "broadsheet_index_age_seconds") >= 0);
        assertEquals(0, value(metrics, "broadsheet_degraded"));
    }

    @Test
    void theQueueIsSeenAndWhoWasSentAway() throws Exception {
        ServerOptions options = ServerOptions.local(0);
        options = options.withLimits(options.limits().withSearches(1, Duration.ofMillis(50)).withSearchesAMinute(3));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (RunningServer server = new RunningServer(options)) {
            server.engine.behave(request -> {
                begun.countDown();
                awaitQuietly(end);
                return server.engine.answer(request).asPartial();
            });
            CompletableFuture<Integer> first = CompletableFuture
                    .supplyAsync(() -> server.get("/api/v1/search?q=wall").statusCode());
            begun.await();
            assertEquals(503, server.get("/api/v1/search?q=tide").statusCode());
            String busy = server.get("/metrics").body();
            assertEquals(1, value(busy, "broadsheet_searches_running{lane=\"plain\"}"));
            assertEquals(0, value(busy, "broadsheet_searches_running{lane=\"dear\"}"));
            assertEquals(0, value(busy, "broadsheet_searches_waiting{lane=\"plain\"}"));
            end.countDown();
            assertEquals(200, first.join());
            assertEquals(200, server.get("/api/v1/search?q=wall+" + "th*+".repeat(30)).statusCode());
            assertEquals(429, server.get("/api/v1/search?q=gale").statusCode());
            String calm = server.get("/metrics").body();
            String rejected = "broadsheet_searches_rejected_total";
            assertEquals(0, value(calm, "broadsheet_searches_running{lane=\"plain\"}"));
            assertEquals(1, value(calm, rejected + "{lane=\"plain\",reason=\"no place in time\"}"));
            assertEquals(0, value(calm, rejected + "{lane=\"dear\",reason=\"no place in time\"}"));
            assertEquals(1, value(calm, rejected + "{lane=\"any\",reason=\"too many of one client\"}"));
            assertEquals(0, value(calm, rejected + "{lane=\"any\",reason=\"no thread\"}"));
            assertEquals(2, value(calm, "broadsheet_searches_partial_total"));
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
