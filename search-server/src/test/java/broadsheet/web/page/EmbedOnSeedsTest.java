package broadsheet.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.web.ServerOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The element on an owner's page, asking the real server, which the owner allowed this origin and no other. */
@Tag("browser")
@ResourceLock("browser")
class EmbedOnSeedsTest {

    @Test
    void anAllowedPageGetsResultsAndAnotherKeepsAWorkingForm(@TempDir Path index) throws Exception {
        HttpServer owner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String port = ":" + owner.getAddress().getPort();
        ServerOptions options = ServerOptions.local(0).withOrigins(List.of("http://127.0.0.1" + port));
        try (Browser browser = Browser.open(); SeedsServer server = new SeedsServer(index, options)) {
            serve(owner, server.address(""));
            Page page = browser.chromium.newPage();
            List<String> complaints = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.navigate("http://127.0.0.1" + port + "/");
            page.getByRole(AriaRole.COMBOBOX).click();
            page.keyboard().type("umbrella");
            assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("The wall is whole again");
            complaints.removeIf(text -> text.contains("favicon"));
            assertEquals(List.of(), complaints);

            page.navigate("http://localhost" + port + "/");
            page.getByRole(AriaRole.COMBOBOX).fill("umbrella");
            page.keyboard().press("Enter");
            page.waitForURL(server.address("/search?q=umbrella"));
            assertThat(page.locator(".hit").first()).containsText("umbrella");
        } finally {
            owner.stop(0);
        }
    }

    private static void serve(HttpServer owner, String search) {
        byte[] page = """
                <!doctype html><html lang="en"><title>The owner's page</title><main>
                <script type="module" src="%1$s/embed/v1/search.js"></script>
                <broadsheet-search><form role="search" action="%1$s/search">
                <input name="q" type="search" aria-label="Search the news"><button>Go</button></form></broadsheet-search>
                </main></html>
                """
                .formatted(search).getBytes(StandardCharsets.UTF_8);
        owner.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; script-src " + search
                    + "; connect-src " + search + "; form-action " + search + "; require-trusted-types-for 'script'");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        owner.start();
    }
}
