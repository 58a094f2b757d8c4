package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.Hit;
import broadsheet.search.Hit.Mark;
import broadsheet.search.PostView;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What of a request and of a post comes back: never more than a reader can use. */
@Timeout(30)
class ShownEngineTest {

    private static SearchResponse huge(SampleEngine engine, SearchRequest request) {
        PostView post = SampleEngine.POST.withTitle("𝕏y".repeat(30_000)).withExcerpt("e".repeat(60_000))
                .withTags(IntStream.range(0, 1000).mapToObj(i -> i + "t".repeat(1000)).toList());
        Hit hit = Hit.of(post, 1).withTitleMarks(List.of(new Mark(0, 2), new Mark(440, 460), new Mark(900, 904)));
        return engine.answer(request).withHits(Collections.nCopies(10, hit));
    }

    @Test
    void aTitleOfSixtyThousandCharactersIsShownToItsThreeHundredth() {
        try (RunningServer server = new RunningServer()) {
            server.engine.behave(request -> huge(server.engine, request));
            JsonNode hit = server.json("/api/v1/search?q=y").get("hits").get(0);
            assertEquals("𝕏y".repeat(150) + "…", hit.get("title").asString());
            assertTrue(hit.get("titleHtml").asString().startsWith("<mark>𝕏</mark>y𝕏y"));
            assertEquals(501, hit.get("excerpt").asString().length());
            assertEquals(50, hit.get("tags").size());
            assertEquals(201, hit.get("tags").get(0).asString().length());
            for (String path : List.of("/api/v1/search?q=y", "/search?q=y", "/search.atom?q=y", "/search.json?q=y",
                    "/search.csv?q=y")) {
                int length = server.get(path).body().length();
                assertTrue(length < 200_000, path + ": " + length);
            }
        }
    }

    @Test
    void aMarkThatReachesBeyondTheCutEndsThere() {
        SampleEngine sample = new SampleEngine();
        sample.behave(request -> huge(sample, request));
        Hit hit = new ShownEngine(sample, (response, nanos) -> {}).search(SearchRequest.of("y")).hits().getFirst();
        assertEquals(List.of(new Mark(0, 2), new Mark(440, 451)), hit.titleMarks());
    }

    @Test
    void tenFaultsAreToldAndTheNamesOnce() {
        try (RunningServer server = new RunningServer()) {
            StringBuilder address = new StringBuilder("?size=x&page=y");
            IntStream.range(0, 900).forEach(i -> address.append("&p").append(i).append('=').append("v".repeat(50)));
            HttpResponse<String> answer = server.get("/api/v1/search" + address);
            assertEquals(400, answer.statusCode());
            JsonNode errors = RunningServer.JSON.readTree(answer.body()).get("errors");
            assertEquals(10, errors.size());
            assertEquals("a name as above", errors.get(1).get("expected").asString());
            assertTrue(answer.body().length() < 5000, answer.body().length() + " characters");
            assertTrue(server.get("/search" + address).body().length() < 60_000);
        }
    }

    @Test
    void valuesComeBackCut() {
        try (RunningServer server = new RunningServer()) {
            for (String parameter : List.of("sort", "size", "nonsense", "tag", "from", "facets", "cursor")) {
                HttpResponse<String> answer = server.get("/api/v1/search?" + parameter + "=" + "x".repeat(20_000));
                assertEquals(400, answer.statusCode(), parameter);
                assertTrue(answer.body().length() < 1500, parameter + ": " + answer.body());
            }
            assertTrue(server.get("/api/v1/posts/" + "x".repeat(20_000)).body().length() < 1500);
        }
    }

    @Test
    void ofALongTextTheFirstTwoThousandCharactersAreTaken() {
        try (RunningServer server = new RunningServer()) {
            JsonNode answer = server.json("/api/v1/search?facets=none&q=" + "a".repeat(60_000));
            assertEquals(2001, answer.get("query").get("text").asString().length());
            assertTrue(server.get("/search?q=" + "%22".repeat(20_000)).body().length() < 500_000);
            assertEquals(2001, server.json("/api/v1/suggest?q=" + "a".repeat(60_000)).get("q").asString().length());
        }
    }

    @Test
    void aSlowSearchHasALineWithItsReading() {
        List<String> lines = new ArrayList<>();
        SlowSearches slow = new SlowSearches(Duration.ofMillis(100),
                Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC), lines::add);
        SearchResponse response = new SampleEngine().answer(SearchRequest.of("sea \u2028 wall"));
        slow.took(response, 100_000_000);
        assertEquals(List.of(), lines);
        slow.took(response, 100_001_000);
        assertEquals(List.of("{\"time\":\"2026-11-28T12:00:00Z\",\"slow\":\"search\",\"id\":\"\",\"micros\":100001,"
                + "\"read\":\"sea ? wall\",\"total\":214}"), lines);
    }
}
