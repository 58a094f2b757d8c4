package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.IndexBuild;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.search.SearchEngine;
import broadsheet.search.lucene.LuceneSearchEngine;
import broadsheet.web.text.Percent;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The web over the real engine and a real index: what only the whole way can show. */
class RealEngineTest {

    private static final int POSTS = 130;

    @TempDir
    private static Path folder;
    private static SearchEngine engine;
    private static WebServer server;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        Path posts = Files.createDirectories(folder.resolve("_posts"));
        for (int i = 1; i <= POSTS; i++) {
            String day = "2023-%02d-%02d".formatted(1 + i % 12, 1 + i % 28);
            Files.writeString(posts.resolve(day + "-harbour-" + i + ".md"), """
                    ---
                    title: "Harbour report %d & <b>notes</b>"
                    author: "Mo <img src=x onerror=alert(1)>"
                    tags: ["tide%d", "<svg onload=alert(1)>"]
                    ---
                    The harbour wall held. Report number %d tells of lanterns, nets and a grey morning.
                    """.formatted(i, i % 7, i));
        }
        Files.writeString(posts.resolve("2024-05-05-undertow.md"), """
                ---
                title: "Undertow <script>alert(1)</script>"
                permalink: "javascript:alert(1)"
                ---
                An undertow like `<script>alert(2)</script>` pulled at the pier's posts & ropes.
                """);
        Path index = folder.resolve("index");
        new IndexBuild(LucenePostIndexer::open).run(BuildOptions.of(List.of(posts), index), BuildListener.NONE);
        engine = LuceneSearchEngine.open(index);
        server = WebServer.start(ServerOptions.local(0), engine, Optional.empty());
    }

    @AfterAll
    static void stop() {
        server.close();
        engine.close();
    }

    private static HttpResponse<String> get(String path) {
        try {
            URI uri = URI.create(server.address() + path.substring(1));
            return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static JsonNode json(String path) {
        return json(path, 200);
    }

    private static JsonNode problem(String path) {
        return json(path, 400);
    }

    private static JsonNode json(String path, int status) {
        HttpResponse<String> answer = get(path);
        assertEquals(status, answer.statusCode(), answer::body);
        return RunningServer.JSON.readTree(answer.body());
    }

    @Test
    void pagesAndCursorsVisitEveryHitOnce() {
        Set<String> seen = new TreeSet<>();
        List<String> all = new ArrayList<>();
        Optional<String> next = Optional.of("/api/v1/search?q=harbour&size=20&facets=none&copies=all");
        while (next.isPresent()) {
            JsonNode answer = json(next.get());
            answer.get("hits").forEach(hit -> all.add(hit.get("id").asString()));
            next = Optional.of(answer.get("links").get("next")).filter(n -> !n.isNull()).map(JsonNode::asString);
        }
        seen.addAll(all);
        assertEquals(POSTS, all.size());
        assertEquals(POSTS, seen.size());
    }

    @Test
    void theSharesOfAnExplanationAddUpToTheShownScoreToTheLastDigit() {
        JsonNode hits = json("/api/v1/search?q=harbour+wall+lantern*+report&size=50&explain=true").get("hits");
        assertEquals(50, hits.size());
        assertTrue(hits.get(10).get("explain").isNull(), "ten are explained");
        for (int i = 0; i < 10; i++) {
            JsonNode hit = hits.get(i);
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode share : hit.get("explain").get("shares")) {
                sum = sum.add(new BigDecimal(share.get("score").asString()));
            }
            assertEquals(0, new BigDecimal(hit.get("score").asString()).compareTo(sum), hit::toString);
        }
    }

    @Test
    void aPageTellsWhyWhereItIsAsked() {
        assertTrue(get("/search?q=lanterns&explain=true").body().contains("<summary>Why this hit</summary>"));
        assertTrue(get("/search?q=lanterns&explain=true").body().contains("&amp;explain=true\""));
        assertFalse(get("/search?q=lanterns").body().contains("Why this hit"));
    }

    @Test
    void allFormsFindTheSamePostsInTheSameOrder() {
        List<String> ids = new ArrayList<>();
        json("/api/v1/search?q=lanterns&sort=newest").get("hits").forEach(h -> ids.add(h.get("id").asString()));
        List<String> lines = get("/search.csv?q=lanterns").body().lines().skip(1).map(l -> l.split(",")[0]).toList();
        assertEquals(ids, lines);
        List<String> titles = new ArrayList<>();
        json("/api/v1/search?q=lanterns&sort=newest").get("hits").forEach(h -> titles.add(h.get("title").asString()));
        List<String> feed = new ArrayList<>();
        json("/search.json?q=lanterns").get("items").forEach(i -> feed.add(i.get("title").asString()));
        assertEquals(titles, feed);
        List<String> atom = Jsoup.parse(get("/search.atom?q=lanterns").body(), Parser.xmlParser())
                .select("entry > title").eachText();
        assertEquals(titles, atom);
    }

    @Test
    void marksLieOnTheMatchAndHtmlHoldsNothingElse() {
        JsonNode hit = json("/api/v1/search?q=undertow").get("hits").get(0);
        assertEquals("/javascript:alert(1)", hit.get("url").asString());
        for (JsonNode snippet : hit.get("snippets")) {
            String text = snippet.get("text").asString();
            for (JsonNode mark : snippet.get("marks")) {
                assertEquals("undertow", text.substring(mark.get(0).asInt(), mark.get(1).asInt()));
            }
            Element body = Jsoup.parseBodyFragment(snippet.get("html").asString()).body();
            assertEquals(text, body.wholeText());
            assertEquals(body.getAllElements().size() - 1, body.select("mark").size());
        }
    }

    @Test
    void whatPostsAndCallersWriteStaysText() {
        for (String path : List.of("/search?q=harbour", "/search?q=undertow", "/?q=%3Cscript%3Ealert(1)%3C/script%3E",
                "/search?q=%22%3E%3Cimg+src=x+onerror=alert(1)%3E&tag=%3Csvg%20onload=alert(1)%3E",
                "/search?category=%3Cscript%3E&from=%3Cscript%3E&nonsense=%3Cscript%3E")) {
            Element page = Jsoup.parse(get(path).body());
            assertEquals(List.of(),
                    page.select("[onerror], [onload], img, iframe, object, embed").eachAttr("outerHtml"));
            page.select("script").forEach(s -> assertTrue(s.attr("src").startsWith("/search.js?v="), s::outerHtml));
            assertTrue(page.select("svg").stream().allMatch(s -> s.attr("onload").isEmpty()));
            page.select("a[href]").forEach(a -> assertFalse(a.attr("href").startsWith("javascript"), a::outerHtml));
        }
    }

    @Test
    void oldCursorsAreGoneAndFalseOnesBad() {
        assertEquals(400, get("/api/v1/search?cursor=false").statusCode());
        assertEquals(400, get("/api/v1/search?page=101").statusCode());
        assertEquals(200, get("/search?cursor=false&q=harbour").statusCode());
    }

    @Test
    void pastTheEndThePageShowsTheLastPage() {
        Document page = Jsoup.parse(get("/search?q=harbour&page=14").body());
        assertEquals(List.of("There is no page 14; this is the last one, page 13."),
                page.select(".notes li").eachText());
        assertEquals(10, page.select(".hits > li").size());
        assertEquals("13", page.select(".pager [aria-current]").text());
        assertEquals("/api/v1/search?q=harbour&page=13",
                json("/api/v1/search?q=harbour&page=90").get("links").get("prev").asString());
        assertTrue(json("/api/v1/search?q=qqqqqq&page=9").get("links").get("prev").isNull());
    }

    @Test
    void aPageOutOfRangeIsIgnoredWithANote() {
        Document page = Jsoup.parse(get("/search?q=harbour&page=500").body());
        assertTrue(page.select(".notes li").text().startsWith("page must be at most 100"), page::text);
        assertEquals("1", page.select(".pager [aria-current]").text());
    }

    @Test
    void aRefusalNamesTheValue() {
        JsonNode syntax = problem("/api/v1/search?q=foo%20bar)%20baz&syntax=lucene");
        assertEquals("q does not parse at offset 7: \")\" cannot stand here", syntax.get("detail").asString());
        assertEquals("foo bar) baz", syntax.get("errors").get(0).get("value").asString());
        assertEquals(7, syntax.get("errors").get(0).get("position").asInt());
        JsonNode cursor = problem("/api/v1/search?q=a&cursor=foo");
        assertEquals("cursor must be one that an answer gave, was \"foo\"", cursor.get("detail").asString());
        assertEquals("foo", cursor.get("errors").get(0).get("value").asString());
    }

    @Test
    void theIdWithItsSlashesLeadsToThePost() {
        JsonNode hit = json("/api/v1/search?q=undertow").get("hits").get(0);
        String id = hit.get("id").asString();
        assertTrue(json("/api/v1/posts/" + Percent.encode(id)).get("body").asString().contains("undertow"));
        assertEquals(id, json("/api/v1/posts/" + id).get("id").asString());
        assertEquals(id, json("/api/v1/posts/" + id + "/similar").get("id").asString());
    }

    @Test
    void noTextFails() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] parts = {"harbour", "\"", "(", ")", " ", " OR ", " AND ", " NOT ", "-", "*", "?", "~2", "NEAR/3",
                "title:",
                "after:2023", "date:x", "[", "{", "^", "\\", "/", "+", ":", "\u0000", "\u202E", "é", "東京",
                "\uD83C\uDF0A",
                "<b>", "&", "%", "a*", "wom?n", "W/5", "/s", "lead:(", "US"};
        for (int i = 0; i < 600; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            String query = Percent.encode(text.toString());
            String path = (i % 3 == 0 ? "/search?q=" : i % 3 == 1 ? "/search.atom?q=" : "/api/v1/search?q=") + query;
            HttpResponse<String> answer = get(path);
            assertEquals(200, answer.statusCode(), () -> "seed " + seed + ": " + text + "\n" + answer.body());
            int lucene = get("/api/v1/search?syntax=lucene&facets=none&q=" + query).statusCode();
            assertTrue(lucene == 200 || lucene == 400, () -> "seed " + seed + ": lucene: " + text);
        }
    }
}
