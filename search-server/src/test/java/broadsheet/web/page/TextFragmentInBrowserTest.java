package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.Hit.Mark;
import broadsheet.search.Hit.Snippet;
import broadsheet.web.text.PostLink;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Whether a real browser goes to the passage that a link names. */
@Tag("browser")
@ResourceLock("browser")
class TextFragmentInBrowserTest {

    private static final String PAGE = "<!doctype html><meta charset=utf-8><title>Post</title><p>First lines.</p>"
            + "<div style='height:4000px'></div>"
            + "<p>The <em>sea wall</em> held, at last, in A&amp;B street. The harbour master’s “quiet” night went by "
            + "without one call from the old quay, he said – and nobody <a href=/>believed</a> him, as the whole town had "
            + "seen the lanterns move along the mole, from the lighthouse to the ferry stairs and back again…</p>"
            + "<div style='height:4000px'></div>";

    /** Sentences as the post has them, before its site makes typographic signs of the plain ones. */
    private static final List<Snippet> SNIPPETS = List.of(
            snippet("The sea wall held, at last, in A&B street.", "sea wall"),
            snippet("The harbour master's \"quiet\" night went by without one call from the old quay, he said -- and nobody "
                    + "believed him, as the whole town had seen the lanterns move along the mole, from the lighthouse to the "
                    + "ferry stairs and back again...", "lanterns"),
            snippet("…night went by without one call from the old quay, he said -- and nobody believed…", "old quay"));

    private static Snippet snippet(String text, String mark) {
        int at = text.indexOf(mark);
        return new Snippet(Snippet.Field.BODY, text, List.of(new Mark(at, at + mark.length())));
    }

    @Test
    void theBrowserScrollsToTheSentence() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] html = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        server.start();
        try (Browser browser = Browser.open()) {
            for (Snippet snippet : SNIPPETS) {
                String link = PostLink.to("/post.html", snippet);
                assertTrue(link.contains(":~:text="), snippet.text());
                Page page = browser.chromium.newPage();
                page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + link);
                page.waitForFunction("() => window.scrollY > 2000");
                page.close();
            }
        } finally {
            server.stop(0);
        }
    }
}
