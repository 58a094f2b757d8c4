package broadsheet.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.web.RunningServer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

class FeedsTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private static RunningServer server;
    private static String base;

    @BeforeAll
    static void start() {
        server = new RunningServer();
        base = "http://127.0.0.1:" + server.server.port();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Document xml(String path) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        byte[] bytes = server.get(path).body().getBytes(StandardCharsets.UTF_8);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }

    private static Optional<String> link(Element parent, String rel) {
        NodeList links = parent.getElementsByTagNameNS(ATOM, "link");
        for (int i = 0; i < links.getLength(); i++) {
            Element link = (Element) links.item(i);
            if (link.getParentNode() == parent && link.getAttribute("rel").equals(rel)) {
                return Optional.of(link.getAttribute("href"));
            }
        }
        return Optional.empty();
    }

    @Test
    void atomHasWhatTheStandardAsksFor() throws Exception {
        Element feed = xml("/search.atom?q=sea+%3Cwall%3E&tag=a").getDocumentElement();
        assertEquals("feed", feed.getLocalName());
        assertTrue(text(feed, "id").matches("urn:uuid:[0-9a-f-]{36}"));
        assertEquals("Broadsheet: sea <wall>", text(feed, "title"));
        assertEquals("2026-01-02T03:04:05Z", text(feed, "updated"));
        assertEquals(Optional.of(base + "/search.atom?q=sea+%3Cwall%3E&tag=a&sort=newest"), link(feed, "self"));
        assertEquals(Optional.of(base + "/search?q=sea+%3Cwall%3E&tag=a&sort=newest"), link(feed, "alternate"));
        assertEquals(Optional.of(base + "/search.atom?q=sea+%3Cwall%3E&tag=a&sort=newest&page=2"), link(feed, "next"));
        Element entry = (Element) feed.getElementsByTagNameNS(ATOM, "entry").item(0);
        assertEquals("Sea wall <dear> at £5m", text(entry, "title"));
        assertEquals("2024-03-01T09:00:00Z", text(entry, "updated"));
        assertEquals("2024-03-01T09:00:00Z", text(entry, "published"));
        assertEquals("The sea wall, built in rock & clay …", text(entry, "summary"));
        assertEquals("Ada Writer", text(entry, "name"));
        assertEquals(Optional.of(base + "/2024/03/01/sea-wall.html"), link(entry, "alternate"));
        assertEquals("en", entry.getAttribute("xml:lang"));
    }

    @Test
    void entriesKeepTheirIdInEverySearch() throws Exception {
        Element one = (Element) xml("/search.atom?q=a").getElementsByTagNameNS(ATOM, "entry").item(0);
        Element other = (Element) xml("/search.atom?q=b&sort=relevance").getElementsByTagNameNS(ATOM, "entry").item(0);
        assertEquals(text(one, "id"), text(other, "id"));
        assertEquals(text(one, "id"), server.json("/search.json?q=a").get("items").get(0).get("id").asString());
    }

    @Test
    void jsonFeedHasWhatItsVersionAsksFor() {
        JsonNode feed = server.json("/search.json?q=sea");
        assertEquals(RunningServer.JSON.readTree("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "Broadsheet: sea",
                 "home_page_url": "BASE/search?q=sea&sort=newest", "feed_url": "BASE/search.json?q=sea&sort=newest",
                 "next_url": "BASE/search.json?q=sea&sort=newest&page=2",
                 "items": [{"id": "ID", "url": "BASE/2024/03/01/sea-wall.html", "title": "Sea wall <dear> at £5m",
                  "content_text": "The sea wall, built in rock & clay …", "summary": "The harbour gets a wall.",
                  "date_published": "2024-03-01T09:00:00Z", "authors": [{"name": "Ada Writer"}],
                  "tags": ["environment", "floods"], "language": "en"}]}
                """.replace("BASE", base).replace("ID", feed.get("items").get(0).get("id").asString())), feed);
    }

    @Test
    void csvHasAHeaderAndOneLineAHit() {
        assertEquals("id,url,title,date,updated,authors,categories,tags,lang,words,excerpt\r\n"
                + "_posts/2024-03-01-sea-wall.md," + base + "/2024/03/01/sea-wall.html,Sea wall <dear> at £5m,"
                + "2024-03-01T09:00:00Z,,Ada Writer,environment,floods,en,812,The harbour gets a wall.\r\n",
                server.get("/search.csv?q=sea").body());
    }

    @Test
    void feedsAreNewestFirstUnlessToldOtherwise() {
        assertTrue(server.get("/search.json?sort=relevance&q=sea").body().contains("q=sea&sort=relevance"));
        assertTrue(server.get("/search.json?sort=oldest&q=sea").body().contains("sort=oldest"));
    }

    @Test
    void theDescriptionNamesTheServerThatWasAsked() throws Exception {
        Element description = xml("/opensearch.xml").getDocumentElement();
        assertEquals("OpenSearchDescription", description.getLocalName());
        Element url = (Element) description.getElementsByTagName("Url").item(0);
        assertEquals(base + "/search?q={searchTerms}", url.getAttribute("template"));
    }

    @Test
    void aForgedHostGoesIntoNoDocument() {
        String answer = server.raw("GET /opensearch.xml HTTP/1.1\r\nHost: a\"><script>\r\nConnection: close\r\n\r\n");
        assertTrue(!answer.contains("script>"), answer);
    }

    @Test
    void completionsForTheAddressBarHaveItsForm() {
        assertEquals("[\"sea\",[\"sea wall\"]]", server.get("/suggest?q=sea").body());
    }
}
