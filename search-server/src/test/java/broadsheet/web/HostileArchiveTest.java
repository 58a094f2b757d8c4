package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.web.text.Percent;
import broadsheet.web.text.PostLink;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * An archive whose every post is an attack, in its title, body, tags, author, address, picture and file's name, built and
 * served as always: no page has an element or attribute that those of the sample archive do not have.
 */
class HostileArchiveTest {

    private static final Set<String> TAGS_OF_FEEDS = Set.of("feed", "title", "id", "updated", "published", "link",
            "entry",
            "author", "name", "category", "summary", "generator", "subtitle", "icon", "#root",
            "opensearch:totalresults",
            "opensearch:startindex", "opensearch:itemsperpage", "rights", "uri", "logo");

    @TempDir
    private static Path folder;
    private static ServedArchive served;
    private static Set<String> known;

    @BeforeAll
    static void serve() throws IOException {
        try (ServedArchive seeds = ServedArchive.of(Path.of("../seeds"), folder.resolve("seeds"))) {
            known = new TreeSet<>(Set.of("bdi"));
            for (String path : List.of("/", "/search?q=harbour+wall", "/search?q=harbor+whal&tag=sea&author=-x",
                    "/search?q=ferry&page=2&size=5&explain=true", "/search?q=&sort=newest", "/search?q=zzzz",
                    "/nowhere",
                    "/search?q=by%3Ahartnell&from=2001", "/search?q=sea&page=99", "/search?q=%22a&copies=all",
                    "/search?from=x")) {
                known.addAll(shape(seeds.page(path)));
            }
            for (JsonNode hit : seeds.json("/api/v1/search?q=wall&size=20").get("hits")) {
                known.addAll(shape(seeds.page("/similar?id=" + Percent.encodeForm(hit.get("id").asString()))));
                known.addAll(shape(seeds.page(hit.get("url").asString())));
            }
        }
        Path site = Files.createDirectories(folder.resolve("site/_posts")).getParent();
        Files.writeString(site.resolve("_config.yml"), "title: Packet\n");
        int number = 0;
        for (String payload : Payloads.all().toList()) {
            write(site, payload, number++);
        }
        served = ServedArchive.of(site, folder.resolve("index"));
    }

    @AfterAll
    static void close() {
        served.close();
    }

    private static void write(Path site, String payload, int number) throws IOException {
        String text = RunningServer.JSON.writeValueAsString(payload);
        String name = number % 4 == 0 ? payload.replaceAll("[/\u0000\r\n\t]", "_") : "post";
        String address = number % 3 == 0 ? "permalink: " + text + "\n" : "";
        Files.writeString(site.resolve("_posts/2024-01-%02d-%d-%s.md".formatted(1 + number % 28, number, name)),
                "---\ntitle: %s\nauthor: %s\ntags: [%s]\ncategories: [%s]\nimage: %s\nlang: en\n%s---\n".formatted(text,
                        text, text, text, text, address) + "The harbour of post " + number + ".\n\n" + payload
                        + "\n\n```\n" + payload + "\n```\n");
    }

    /** Each element with each of its attributes: {@code "a href"}. */
    private static Set<String> shape(Document page) {
        Set<String> shape = new TreeSet<>();
        for (Element element : page.getAllElements()) {
            shape.add(element.normalName());
            for (Attribute attribute : element.attributes()) {
                shape.add(element.normalName() + " " + attribute.getKey());
            }
        }
        return shape;
    }

    private static void assertTame(String path) {
        Document page = served.page(path);
        Set<String> strange = shape(page);
        strange.removeAll(known);
        assertEquals(Set.of(), strange, path);
        for (Element element : page.select("[href], [src], [action], [formaction], [poster], [data]")) {
            for (String name : List.of("href", "src", "action")) {
                String address = element.attr(name).toLowerCase(Locale.ROOT).strip();
                assertTrue(address.isEmpty() || address.startsWith("/") && !address.startsWith("//")
                        || address.startsWith("#") || address.startsWith("http://") || address.startsWith("https://")
                        || address.indexOf(':') < 0, path + ": " + name + "=" + address);
            }
        }
    }

    private static String get(String path, String type) {
        HttpResponse<String> answer = served.get(path);
        assertEquals(200, answer.statusCode(), path);
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(type), path);
        return answer.body();
    }

    @Test
    void mostAttacksAreInTheIndex() {
        assertTrue(served.json("/api/v1/search?size=1").get("total").asLong() > 200);
    }

    @Test
    void pagesOfHitsHaveTheElementsOfTheTemplatesOnly() {
        for (int page = 1; page <= 3; page++) {
            assertTame("/search?q=harbour&copies=all&size=100&explain=true&page=" + page);
        }
        assertTame("/");
    }

    @Test
    void whatIsAskedForIsShownAsText() {
        List<String> payloads = Payloads.all().toList();
        for (int i = 0; i < payloads.size(); i += 5) {
            String text = Percent.encodeForm(payloads.get(i));
            assertTame("/search?size=3&q=" + text);
            assertTame("/search?size=3&q=harbour&tag=" + text + "&author=-" + text + "&sort=" + text);
        }
    }

    @Test
    void aPostsOwnPageShowsItAsText() {
        JsonNode hits = served.json("/api/v1/search?q=harbour&copies=all&size=100").get("hits");
        for (int i = 0; i < hits.size(); i += 4) {
            assertTame("/similar?id=" + Percent.encodeForm(hits.get(i).get("id").asString()));
            String address = PostLink.of(hits.get(i).get("url").asString());
            if (address.startsWith("/")) {
                assertTame(address.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replace("[", "%5B").replace("]", "%5D"));
            }
        }
    }

    @Test
    void feedsAndTablesAreWellFormed() {
        for (int page = 1; page <= 3; page++) {
            String query = "?q=harbour&copies=all&size=100&page=" + page;
            Document atom = Jsoup.parse(get("/search.atom" + query, "application/atom+xml"), "", Parser.xmlParser());
            Set<String> strange = new TreeSet<>();
            atom.getAllElements().forEach(element -> strange.add(element.tagName().toLowerCase(Locale.ROOT)));
            strange.removeAll(TAGS_OF_FEEDS);
            assertEquals(Set.of(), strange);
            List<String> addresses = new ArrayList<>(atom.select("link").eachAttr("href"));
            for (JsonNode item : RunningServer.JSON.readTree(get("/search.json" + query, "application/feed+json"))
                    .get("items")) {
                addresses.add(item.path("url").asString("http://x"));
                addresses.add(item.path("image").asString("http://x"));
            }
            for (String address : addresses) {
                assertTrue(address.matches("(?i)https?://[a-z0-9\\[].*"), address);
            }
            assertTrue(RunningServer.JSON.readTree(get("/api/v1/search" + query, "application/json")).has("hits"));
        }
    }
}
