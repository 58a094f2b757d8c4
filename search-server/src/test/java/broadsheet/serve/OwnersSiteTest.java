package broadsheet.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.IndexBuild;
import broadsheet.command.Settings;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.search.SearchEngine;
import broadsheet.search.Site;
import broadsheet.search.lucene.LuceneSearchEngine;
import broadsheet.web.ServerOptions;
import broadsheet.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The page in the owner's own name: what the site and {@code broadsheet.yml} say, and where the results lead. */
class OwnersSiteTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;
    private static SearchEngine engine;

    @BeforeAll
    static void build() throws IOException {
        Path posts = Files.createDirectories(folder.resolve("site/_posts"));
        Files.writeString(folder.resolve("site/_config.yml"),
                "title: Kelpie News\nurl: https://kelpie.news\nbaseurl: /north\nlang: de\n");
        Files.writeString(posts.resolve("2024-03-01-lantern.md"),
                "---\ntitle: Lantern lit\npermalink: /Größe/a b.html\ntags: [light]\n---\nOne & two.\n\nA second <b>line</b>.\n");
        Files.writeString(posts.resolve("2024-03-02-twin.md"),
                "---\ntitle: Twin\npermalink: /tips\n---\nSame place.\n");
        Path index = folder.resolve("index");
        new IndexBuild(LucenePostIndexer::open).run(BuildOptions.of(List.of(folder.resolve("site")), index),
                BuildListener.NONE);
        engine = LuceneSearchEngine.open(index);
    }

    @AfterAll
    static void close() {
        engine.close();
        CLIENT.close();
    }

    private static ServerOptions options(String settings) throws IOException {
        Path file = Files.writeString(folder.resolve("broadsheet.yml"), settings + "\nport: 0\n");
        ServerArguments arguments = new ServerArguments();
        CommandLine command = new CommandLine(arguments);
        Settings.read(Map.of("BROADSHEET_CONFIG", file.toString()), folder).install(command);
        command.parseArgs();
        return arguments.options(command);
    }

    private static HttpResponse<String> get(String settings, String path, String... headers) throws Exception {
        try (WebServer server = WebServer.start(options(settings), engine, Optional.empty())) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address()).resolve(path));
            return CLIENT.send(headers.length == 0 ? request.build() : request.headers(headers).build(),
                    BodyHandlers.ofString());
        }
    }

    private static Document page(String settings, String path) throws Exception {
        return Jsoup.parse(get(settings, path, "Accept", "text/html").body());
    }

    @Test
    void theIndexKnowsItsSite() {
        assertEquals(Optional.of(new Site("Kelpie News", "https://kelpie.news", "de")), engine.site());
    }

    @Test
    void resultsLeadToTheSiteInItsOwnLanguageAndName() throws Exception {
        Document page = page("", "/search?q=lantern");
        assertEquals("Kelpie News", page.select(".nameplate").text());
        assertEquals("de", page.select("html").attr("lang"));
        assertTrue(page.select(".hit h3 a").attr("href").startsWith("https://kelpie.news/north/"), page::html);
        assertTrue(get("", "/search.atom?q=lantern").body().contains("href=\"https://kelpie.news/north/"));
    }

    @Test
    void theOwnersFileGoesBeforeTheSite() throws Exception {
        String settings = """
                title: Archive
                site-url: none
                page-language: fr
                base-path: /archive/
                accent: '#0a5a8a'
                cors-origins: [https://a.news, https://b.news]""";
        assertEquals(List.of("https://a.news", "https://b.news"), options(settings).origins());
        Document page = page(settings, "/search?q=lantern");
        assertEquals("Archive", page.select(".nameplate").text());
        assertEquals("fr", page.select("html").attr("lang"));
        assertTrue(page.select(".hit h3 a").attr("href").startsWith("/archive/north/"), page::html);
        assertTrue(page.select("link[rel=stylesheet]").attr("href").startsWith("/archive/style.css?v="));
        assertTrue(get(settings, "/style.css").body().endsWith(":root{--accent:#0a5a8a}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base-path: archive", "base-path: /a b", "accent: 'red;}'", "site-url: packet",
            "page-language: xx", "public-url: 'ftp://a.news'", "cors-origins: [a.news]"})
    void aSettingThatMakesNoSenseIsNamed(String line) {
        CommandLine.ParameterException e = assertThrows(CommandLine.ParameterException.class, () -> options(line));
        assertTrue(e.getMessage().startsWith("--" + line.substring(0, line.indexOf(':')) + " must be"), e::getMessage);
    }

    @Test
    void aPostIsReadAtItsOwnAddressHoweverThatIsWritten() throws Exception {
        String written = "/north/Gr%C3%B6%C3%9Fe/a%20b.html";
        String lower = "/north/Gr%c3%b6%c3%9fe/a%20b.html";
        for (String path : List.of(written, lower)) {
            Document page = page("", path);
            assertEquals("Lantern lit", page.select("h1").text(), path);
            assertEquals(List.of("One & two.", "A second line."), page.select(".post div p").eachText());
            assertTrue(page.select("link[rel=canonical]").attr("href").startsWith("https://kelpie.news/north/"));
        }
        assertEquals("noindex, follow", get("", written).headers().firstValue("X-Robots-Tag").orElse(""));
        assertEquals(404, get("", written + "x").statusCode());
        assertEquals(404, get("", "/api" + written).statusCode());
    }

    @Test
    void anAnswerKeepsItsTagOnlyUnderTheSameSettings() throws Exception {
        String tag = get("", "/search?q=lantern").headers().firstValue("ETag").orElseThrow();
        assertEquals(304, get("", "/search?q=lantern", "If-None-Match", tag).statusCode());
        assertNotEquals(304, get("title: Other", "/search?q=lantern", "If-None-Match", tag).statusCode());
        assertNotEquals(304,
                get("", "/search?q=lantern", "If-None-Match", tag, "Accept-Language", "fr").statusCode());
    }

    @Test
    void theIconIsFoundWhereBrowsersLookForIt() throws Exception {
        HttpResponse<String> icon = get("", "/favicon.ico");
        assertEquals(301, icon.statusCode());
        assertTrue(icon.headers().firstValue("Location").orElse("").startsWith("/favicon.svg?v="));
    }
}
