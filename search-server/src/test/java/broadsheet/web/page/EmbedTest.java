package broadsheet.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The element on a page of another origin, which has a strict policy of its own. */
class EmbedTest extends BrowserTest {

    private static HttpServer owner;

    @BeforeAll
    static void openOwner() throws Exception {
        String search = server.address("");
        String policy = "default-src 'none'; script-src " + search + "; connect-src " + search + "; form-action "
                + search + "; style-src 'self'; require-trusted-types-for 'script'";
        String html = """
                <!doctype html><html lang="en"><title>The owner's page</title><main><h1>News</h1>
                <script type="module" src="%1$s/embed/v1/search.js"></script>
                <broadsheet-search shortcut="k" max-results="2"><form role="search" action="%1$s/search">
                <input name="q" type="search" aria-label="Search the news"><button>Go</button></form></broadsheet-search>
                </main></html>
                """
                .formatted(search);
        owner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        owner.createContext("/", exchange -> {
            byte[] body = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        owner.start();
    }

    @AfterAll
    static void closeOwner() {
        if (owner != null) {
            owner.stop(0);
        }
    }

    private static String ownerAddress() {
        return "http://127.0.0.1:" + owner.getAddress().getPort() + "/";
    }

    @Test
    void itListsResultsAsOneTypesAndBreaksNoPolicy() {
        List<String> complaints = new CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.navigate(ownerAddress());
        var box = page.getByRole(AriaRole.COMBOBOX);
        assertThat(box).hasAccessibleName("Search the news");
        box.click();
        page.keyboard().type("sea wall");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(3);
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("Sea wall <b>to</b> cost more");
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("March 1, 2024");
        assertThat(page.locator("broadsheet-search mark")).hasText("sea wall");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Results: 214");
        complaints.removeIf(text -> text.contains("favicon"));
        assertEquals(List.of(), complaints);
    }

    @Test
    void enterOpensTheChosenPostOnTheOwnersSite() {
        page.navigate(ownerAddress());
        page.keyboard().press("Control+k");
        page.keyboard().type("sea");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(3);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.startsWith(ownerAddress() + "a.html"));
    }

    @Test
    void anAddressThatIsNoWebAddressIsNotFollowed() {
        page.navigate(ownerAddress());
        page.getByRole(AriaRole.COMBOBOX).fill("sea");
        page.getByRole(AriaRole.OPTION).nth(1).click();
        assertEquals(ownerAddress(), page.url());
    }

    @Test
    void theLastOptionAndThePlainEnterLeadToTheSearchPage() {
        page.navigate(ownerAddress());
        page.getByRole(AriaRole.COMBOBOX).fill("sea");
        page.getByRole(AriaRole.OPTION).last().click();
        page.waitForURL(server.address("/search?q=sea"));
        page.navigate(ownerAddress());
        page.getByRole(AriaRole.COMBOBOX).fill("tide");
        page.keyboard().press("Enter");
        page.waitForURL(server.address("/search?q=tide"));
    }

    @Test
    void nothingFoundIsSaid() {
        page.navigate(ownerAddress());
        page.getByRole(AriaRole.COMBOBOX).fill("zzz");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Nothing was found");
        assertThat(page.getByRole(AriaRole.COMBOBOX)).hasAttribute("aria-expanded", "false");
    }

    @Test
    void aWorkingFormIsLeftWhereScriptIsOff() {
        try (var plain = browser.chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var old = plain.newPage();
            old.navigate(ownerAddress());
            old.getByLabel("Search the news").fill("sea");
            old.getByText("Go").click();
            old.waitForURL(server.address("/search?q=sea"));
        }
    }

    @Test
    void axeFindsNothingInIt() {
        page.navigate(ownerAddress());
        page.getByRole(AriaRole.COMBOBOX).fill("sea");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(3);
        var found = new com.deque.html.axecore.playwright.AxeBuilder(page).setLegacyMode(true).analyze()
                .getViolations();
        assertTrue(found.isEmpty(), () -> found.stream().map(rule -> rule.getId() + " " + rule.getNodes()).toList()
                .toString());
    }
}
