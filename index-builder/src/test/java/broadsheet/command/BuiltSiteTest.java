package broadsheet.command;

import broadsheet.command.print.CopyPrinter;
import broadsheet.command.print.CopyFinder;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.command.print.CopyFinder.Copy;
import broadsheet.command.print.CopyFinder.Found;
import broadsheet.command.print.CopyFinder.Group;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Room command: which pages a built site has, and how copies are listed. */
class BuiltSiteTest {

    @TempDir
    Path folder;

    private BuiltSite site(String baseurl) throws IOException {
        for (String page : List.of("index.html", "a/b.html", "a/c/index.html", "café.html", "feed")) {
            Path file = folder.resolve("_site").resolve(page);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");
        }
        Files.writeString(folder.resolve("secret.html"), "x");
        return new BuiltSite(folder.resolve("_site"), baseurl);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a/b.html", "/a/b", "/a/c/", "/a/c", "/caf%C3%A9.html", "/café", "/feed", "/a/b?q=1",
            "/a/b#top"})
    void aPageIsFoundAsAWebServerFindsIt(String url) throws IOException {
        assertTrue(site("").has(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/a/", "/b", "/a/b/", "/A/B", "/../secret.html", "/a/../../secret", "/%00", "/a b%"})
    void otherAddressesHaveNoPage(String url) throws IOException {
        assertFalse(site("").has(url));
    }

    @Test
    void whatAddressesBeginWithIsNoFolder() throws IOException {
        assertTrue(site("/news").has("/news/a/b.html"));
        assertTrue(site("/news").has("/a/b.html"));
        assertFalse(site("/news").has("/newsletter/a/b.html"));
    }

    private static Copy copy(String id, String title, String date) {
        return new Copy(id, "/" + id, title, Optional.of(date).filter(text -> !text.isEmpty()).map(Instant::parse));
    }

    private static final Found FOUND = new Found(12,
            List.of(new Group("Ferry sails\nagain", List.of(copy("b.md", "Ferry sails\nagain", "2024-05-02T23:30:00Z"),
                    copy("long/a.md", "Update: Ferry", "")))),
            new TreeSet<>(List.of("update", "breaking")));

    @Test
    void copiesAreListedUnderTheirHeadline() {
        StringWriter out = new StringWriter();
        CopyPrinter.lines(FOUND, new PrintWriter(out));
        assertEquals(List.of("2 posts: Ferry sails?again", "  2024-05-02  b.md       Ferry sails?again",
                "  undated     long/a.md  Update: Ferry"), out.toString().lines().toList());
    }

    @Test
    void aSummaryCountsStoriesAndPosts() {
        assertEquals("1 story stands in 2 of 12 posts; one of each would leave 11. Prefixes of feeds: breaking, update",
                CopyPrinter.summary(FOUND));
        assertEquals("No copies in 3 posts.", CopyPrinter.summary(new Found(3, List.of(), new TreeSet<>())));
    }

    @Test
    void aDocumentHoldsThemAll() {
        assertEquals("{\"posts\":12,\"spare\":1,\"stories\":[{\"title\":\"Ferry sails\\nagain\",\"size\":2,\"posts\":["
                + "{\"id\":\"b.md\",\"url\":\"/b.md\",\"title\":\"Ferry sails\\nagain\",\"date\":\"2024-05-02T23:30:00Z\"},"
                + "{\"id\":\"long/a.md\",\"url\":\"/long/a.md\",\"title\":\"Update: Ferry\",\"date\":null}]}],"
                + "\"prefixes\":[\"breaking\",\"update\"]}", CopyPrinter.json(FOUND));
    }
}
