package broadsheet.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.Await;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a person does with the whole program: the real server over the sample archive, in a browser. */
@Tag("browser")
@ResourceLock("browser")
class SeedsPageTest {

    private static final String VOTE = "/2015/02/19/council-votes-5m-for-sea-wall.html";

    @TempDir
    private static Path index;
    private static Browser browser;
    private static SeedsServer server;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.open();
        server = new SeedsServer(index);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    @BeforeEach
    void openPage() {
        reopen(new NewContextOptions());
    }

    private void reopen(NewContextOptions options) {
        if (context != null) {
            context.close();
        }
        context = browser.chromium.newContext(options);
        context.setDefaultTimeout(30_000);
        page = context.newPage();
    }

    @AfterEach
    void closePage() {
        context.close();
    }

    private void go(String path) {
        page.navigate(server.address(path));
    }

    private void follow(String name, String address) {
        link(name).first().click();
        page.waitForURL(server.address(address));
    }

    private Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=sea+wall&category=News", "/search?q=sea+wall&explain=true",
            "/search?q=%22sea+wall+zzzz%22&category=News",
            "/tips", "/advanced", "/nowhere", VOTE,
            "/similar?id=_posts%2F2015%2F2015-02-19-council-votes-5m-for-sea-wall.md"})
    void axeFindsNoViolation(String path) {
        go(path);
        assertEquals(List.of(), Axe.violationsAtAGlance(page));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void searchNarrowSortPageAndGoBack(boolean script) {
        reopen(new NewContextOptions().setJavaScriptEnabled(script));
        go("/");
        assertThat(page.locator(".nameplate")).hasText("The Merrin Packet");
        page.locator("#q").fill("sea wall");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search")).click();
        page.waitForURL(server.address("/search?q=sea+wall"));
        assertThat(page.locator("h1")).hasText("24 posts for sea wall");
        follow("News 16", "/search?q=sea+wall&category=News");
        assertThat(page.locator("h1")).hasText("16 posts for sea wall");
        follow("Newest", "/search?q=sea+wall&category=News&sort=newest");
        follow("2", "/search?q=sea+wall&category=News&sort=newest&page=2");
        assertThat(page.locator(".hit")).hasCount(6);
        page.goBack();
        page.waitForURL(server.address("/search?q=sea+wall&category=News&sort=newest"));
        assertThat(page.locator(".hit")).hasCount(10);
        follow("Remove News", "/search?q=sea+wall&sort=newest");
        assertThat(page.locator("h1")).hasText("24 posts for sea wall");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void barsLeadFromTheYearToTheMonthToTheDay(boolean script) {
        reopen(new NewContextOptions().setJavaScriptEnabled(script));
        go("/search?q=strike");
        assertEquals(8, barsAddUpTo());
        link("March 2025: 6 posts").focus();
        page.keyboard().press("Enter");
        page.waitForURL(server.address("/search?q=strike&from=2025-03&to=2025-03"));
        assertThat(page.locator("h1")).hasText("6 posts for strike");
        go("/search?q=flood");
        long all = Long.parseLong(page.locator("h1").textContent().split(" ")[0]);
        assertEquals(all, barsAddUpTo());
        follow("2014: 4 posts", "/search?q=flood&from=2014&to=2014");
        assertThat(page.locator("h1")).hasText("4 posts for flood");
        assertEquals(4, barsAddUpTo());
        follow("January 2014: 2 posts", "/search?q=flood&from=2014-01&to=2014-01");
        assertThat(page.locator("h1")).hasText("2 posts for flood");
    }

    private long barsAddUpTo() {
        return page.locator(".timeline svg a").all().stream()
                .mapToLong(bar -> Long.parseLong(bar.getAttribute("aria-label").replaceAll(".*: (\\d+) posts?", "$1")))
                .sum();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aResultLeadsToThePostAndBack(boolean script) {
        reopen(new NewContextOptions().setJavaScriptEnabled(script));
        go("/search?q=%22umbrella+with+a+hole%22");
        page.locator(".passage a").first().click();
        page.waitForURL(url -> url.startsWith(server.address(VOTE)));
        assertThat(page.locator("h1")).hasText("Council votes £5m for sea wall");
        assertThat(page.locator(".post")).containsText("buying an umbrella with a hole in it");
        link("Similar posts").focus();
        page.keyboard().press("Enter");
        page.waitForURL(server.address("/similar?id=_posts%2F2015%2F2015-02-19-council-votes-5m-for-sea-wall.md"));
        assertTrue(page.locator(".hit").count() > 0);
        page.goBack();
        page.goBack();
        page.waitForURL(server.address("/search?q=%22umbrella+with+a+hole%22"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void zeroResultsSayWhatEachPartWouldGive(boolean script) {
        reopen(new NewContextOptions().setJavaScriptEnabled(script));
        Locator way = page.locator(".nothing li a").first();
        // Ways out are offered where time is left for them; on a busy machine the first request may have none.
        for (int attempt = 0; attempt == 0 || attempt < 5 && way.count() == 0; attempt++) {
            go("/search?q=%22sea+wall%22+AND+zzzz&category=Sports&from=2013&to=2013");
            assertThat(page.locator("h1")).containsText("No posts");
        }
        String promised = way.textContent().replaceAll(".* – (\\d+ posts?)", "$1");
        way.click();
        assertThat(page.locator("h1")).containsText(promised + " for");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theVersionsOfAStoryUnfold(boolean script) {
        reopen(new NewContextOptions().setJavaScriptEnabled(script));
        go("/search?q=ferry+strike+called+off");
        Locator versions = page.locator("details.copies").first();
        assertThat(versions.locator("li").first()).isHidden();
        versions.locator("summary").click();
        assertThat(versions.locator("li").first()).isVisible();
        versions.locator("li a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("Ferry strike called off");
    }

    @Test
    void aSuggestionIsTakenByKeysAlone() {
        Await.until("completions", () -> !server.engine().state().completions().isEmpty());
        Assumptions.assumeTrue(!server.engine().suggest("ferr", 5).isEmpty(), "the engine completes nothing");
        go("/");
        page.keyboard().press("/");
        page.keyboard().type("ferr");
        assertThat(page.getByRole(AriaRole.OPTION).first()).isVisible();
        page.keyboard().press("ArrowDown");
        String chosen = page.locator("[role=option][aria-selected=true] span").first().textContent();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/search?q="));
        assertThat(page.locator("#q")).hasValue(chosen);
        assertThat(page.locator("h1")).containsText("for " + chosen);
    }

    @Test
    void everyPostOfTheNewestPagesCanBeRead() {
        List<String> dead = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            go("/search?sort=newest&size=20&page=" + number);
            for (Locator link : page.locator(".hit h3 a").all()) {
                String href = link.getAttribute("href");
                if (page.request().get(server.address(href.replaceFirst("#.*", ""))).status() != 200) {
                    dead.add(href);
                }
            }
        }
        assertEquals(List.of(), dead);
    }

    @Test
    void thePageSpeaksTheReadersLanguage() {
        reopen(new NewContextOptions().setLocale("de"));
        go("/search?size=500&q=%22sea+wall");
        assertThat(page.locator(".notes li").nth(0))
                .hasText("„size=500“ in der Adresse war nicht brauchbar und blieb weg.");
        assertThat(page.locator(".notes li").nth(1))
                .hasText("Ein Anführungszeichen wurde nicht geschlossen; was folgt, gilt als Wortfolge.");
        go("/nirgends");
        assertThat(page.locator("h1")).hasText("Hier ist nichts");
    }
}
