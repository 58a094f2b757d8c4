package broadsheet.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.web.RunningServer;
import broadsheet.web.page.SeedsServer;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.ErrorHandlerImpl;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/** A search of the sample archive in its four forms: each by its own standard, all with the same posts. */
class FeedFormsTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @TempDir
    private static Path index;
    private static SeedsServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new SeedsServer(index);
    }

    @AfterAll
    static void stop() {
        server.close();
        CLIENT.close();
    }

    private static String get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(server.address(path))).build(), BodyHandlers.ofString())
                .body();
    }

    /** What the schema finds wrong; empty when nothing is. */
    private static String schemaErrors(String feed) throws Exception {
        StringWriter errors = new StringWriter();
        PropertyMapBuilder properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandlerImpl(errors));
        ValidationDriver driver = new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
        assertTrue(driver.loadSchema(ValidationDriver.uriOrFileInputSource(
                FeedFormsTest.class.getResource("atom.rnc").toString())), errors::toString);
        driver.validate(new InputSource(new StringReader(feed)));
        return errors.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?q=sea+wall", "?q=%3Cscript%3E%26%22&tag=x", "?q=zzzzzz", "?sort=oldest&page=2",
            "?copies=all&q=strike", "?size=100"})
    void atomFollowsItsSchema(String query) throws Exception {
        assertEquals("", schemaErrors(get("/search.atom" + query)));
    }

    @Test
    void theSchemaFindsWhatIsWrong() throws Exception {
        String feed = get("/search.atom?q=ferry");
        assertFalse(schemaErrors(feed.replaceFirst("<id>[^<]*</id>", "")).isEmpty());
        assertFalse(schemaErrors(feed.replaceFirst("<updated>[^<]*", "<updated>yesterday")).isEmpty());
        assertFalse(schemaErrors(feed.replaceFirst("<title>", "<titel/><title>")).isEmpty());
        assertFalse(schemaErrors(feed.replaceFirst(" href=", " ref=")).isEmpty());
    }

    /** JSON Feed 1.1: version and title and items; an id and some content in each item; whole addresses and times. */
    @ParameterizedTest
    @ValueSource(strings = {"", "?q=sea+wall", "?q=zzzzzz", "?size=100"})
    void jsonFeedFollowsItsDescription(String query) throws Exception {
        JsonNode feed = RunningServer.JSON.readTree(get("/search.json" + query));
        assertEquals("https://jsonfeed.org/version/1.1", feed.get("version").asString());
        assertFalse(feed.get("title").asString().isEmpty());
        for (String name : List.of("home_page_url", "feed_url")) {
            assertTrue(URI.create(feed.get(name).asString()).isAbsolute(), name);
        }
        List<String> ids = new ArrayList<>();
        for (JsonNode item : feed.get("items")) {
            ids.add(item.get("id").asString());
            assertTrue(item.get("content_text").isString() || item.get("content_html").isString());
            assertTrue(URI.create(item.get("url").asString()).isAbsolute());
            for (String name : List.of("date_published", "date_modified")) {
                if (item.has(name)) {
                    OffsetDateTime.parse(item.get(name).asString());
                }
            }
            item.path("authors").forEach(author -> assertFalse(author.get("name").asString().isEmpty()));
            item.path("tags").forEach(tag -> assertTrue(tag.isString()));
        }
        assertEquals(ids.size(), ids.stream().distinct().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=sea+wall", "q=ferry&category=Business", "q=%22storm%22+OR+flut&sort=oldest",
            "from=2024&to=2025&size=50", "q=zzzzzz", "q=flood&page=2&size=3"})
    void theSamePostsComeInAllFourForms(String query) throws Exception {
        List<String> onTheEndpoint = new ArrayList<>();
        String sorted = query.contains("sort=") ? query : query + "&sort=newest";
        for (JsonNode hit : RunningServer.JSON.readTree(get("/api/v1/search?" + sorted)).get("hits")) {
            onTheEndpoint.add(server.address(hit.get("url").asString()));
        }
        assertEquals(onTheEndpoint, atomAddresses(get("/search.atom?" + query)));
        List<String> inJson = new ArrayList<>();
        RunningServer.JSON.readTree(get("/search.json?" + query)).get("items")
                .forEach(item -> inJson.add(item.get("url").asString()));
        assertEquals(onTheEndpoint, inJson);
        List<List<String>> table = CsvReader.read(get("/search.csv?" + query));
        assertEquals(onTheEndpoint, table.stream().skip(1).map(row -> row.get(1)).toList());
        assertTrue(table.stream().allMatch(row -> row.size() == table.getFirst().size()));
    }

    private static List<String> atomAddresses(String feed) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        NodeList entries = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagNameNS(ATOM, "entry");
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < entries.getLength(); i++) {
            Element link = (Element) ((Element) entries.item(i)).getElementsByTagNameNS(ATOM, "link").item(0);
            addresses.add(link.getAttribute("href"));
        }
        return addresses;
    }

    @Test
    void theTableReaderKnowsTheStandardsOwnCases() {
        assertEquals(List.of(List.of("aaa", "b \r\nbb", "ccc"), List.of("zzz", "b\"bb", "")),
                CsvReader.read("\"aaa\",\"b \r\nbb\",\"ccc\"\r\nzzz,\"b\"\"bb\",\r\n"));
    }
}
