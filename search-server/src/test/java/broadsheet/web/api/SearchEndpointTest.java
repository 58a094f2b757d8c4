package broadsheet.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.web.RunningServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SearchEndpointTest {

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = new RunningServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersTheWholeDocument() {
        JsonNode answer = server.json("/api/v1/search?q=sea+wall&page=2&category=environment&tag=-sport");
        assertEquals(
                RunningServer.JSON.readTree(
                        """
                                {"query": {"text": "sea wall", "read": "sea wall",
                                  "notes": [{"code": "test-note", "message": "This is a note with <brackets>."}],
                                  "relaxed": false, "suggestion": "sea wells",
                                  "spellings": [{"text": "See", "count": 12, "query": "See wall"}],
                                  "bylines": [{"text": "Cara See", "count": 12, "query": "author:\\"Cara See\\""}]},
                                 "total": 214, "totalAll": 214, "partial": false, "page": 2, "pages": 120, "size": 10, "sort": "relevance",
                                 "tookMillis": 3,
                                 "hits": [{"id": "_posts/2024-03-01-sea-wall.md", "url": "/2024/03/01/sea-wall.html",
                                  "title": "Sea wall <dear> at £5m", "excerpt": "The harbour gets a wall.",
                                  "date": "2024-03-01T09:00:00Z", "updated": null, "authors": ["Ada Writer"],
                                  "categories": ["environment"], "tags": ["floods"], "lang": "en", "image": null, "words": 812,
                                  "titleHtml": "<mark>Sea wall</mark> &lt;dear&gt; at £5m", "score": 11.42,
                                  "snippets": [{"field": "body", "text": "The sea wall, built in rock & clay …",
                                    "marks": [[4, 12]], "html": "The <mark>sea wall</mark>, built in rock &amp; clay …",
                                    "link": "/2024/03/01/sea-wall.html#:~:text=The%20sea%20wall%2C%20built%20in%20rock%20%26%20clay"}],
                                  "missing": ["harbour"],
                                  "copies": [{"id": "_posts/b.md", "url": "#", "title": "Sea wall again", "date": null}],
                                  "pinned": false, "explain": null}],
                                 "facets": {"category": [{"value": "environment", "count": 80}], "author": [], "tag": [],
                                  "lang": [], "year": []},
                                 "timeline": {"interval": "month", "buckets": [{"from": "2024-03-01", "count": 9}]},
                                 "index": {"generation": 7, "built": "2026-01-02T03:04:05Z", "posts": 12034,
                                  "timeZone": "UTC"},
                                 "links": {"self": "/api/v1/search?q=sea+wall&category=environment&tag=-sport&page=2",
                                  "next": "/api/v1/search?q=sea+wall&category=environment&tag=-sport&page=3",
                                  "prev": "/api/v1/search?q=sea+wall&category=environment&tag=-sport",
                                  "page": "/search?q=sea+wall&category=environment&tag=-sport&page=2",
                                  "feed": "/search.atom?q=sea+wall&category=environment&tag=-sport"}}"""),
                answer);
    }

    @Test
    void anExplanationSaysInWordsWhatTheScoreIsMadeOf() {
        JsonNode hit = server.json("/api/v1/search?q=sea+wal*&explain=true").get("hits").get(0);
        assertTrue(hit.get("pinned").asBoolean());
        assertEquals(
                RunningServer.JSON.readTree(
                        """
                                {"tier": "some-words",
                                 "text": "The editors put it first for this search.",
                                 "shares": [
                                  {"cause": "word", "part": "title", "words": ["sea"], "found": [], "times": 2, "score": 7.1111,
                                   "percent": 62.3, "text": "“sea” in the headline × 2"},
                                  {"cause": "pattern", "part": "text", "words": ["wal*"], "found": ["wall"], "times": 1,
                                   "score": 2.1545, "percent": 18.9, "text": "“wal*” in the post, as “wall”"},
                                  {"cause": "recency", "part": "post", "words": [], "found": [], "times": 0, "score": 2.1544,
                                   "percent": 18.9, "text": "How new the post is"}]}"""),
                hit.get("explain"));
    }

    @Test
    void nextGoesOnByCursorBeyondAThousandHits() {
        JsonNode links = server.json("/api/v1/search?q=a&page=100").get("links");
        assertEquals("/api/v1/search?q=a&cursor=c%2F1%2B2", links.get("next").asString());
        JsonNode behind = server.json(links.get("next").asString());
        assertEquals(101, behind.get("page").asInt());
        assertTrue(behind.get("links").get("prev").isNull());
    }

    @Test
    void headAnswersWhatGetAnswersWithoutTheBody() {
        HttpResponse<String> get = server.get("/api/v1/search?q=sea");
        HttpResponse<String> head = server.send("HEAD", "/api/v1/search?q=sea");
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        for (String name : new String[]{"Content-Type", "Content-Length", "ETag", "Link", "Cache-Control"}) {
            assertEquals(get.headers().allValues(name), head.headers().allValues(name), name);
        }
    }
}
