package broadsheet.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person does with the page, with its script and without. */
class FlowsTest extends BrowserTest {

    private void open(boolean script) {
        context.close();
        context = browser.chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(script));
        page = context.newPage();
    }

    private void follow(String name, String address) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).first().click();
        page.waitForURL(server.address(address));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void searchNarrowSortPageAndGoBack(boolean script) {
        open(script);
        go("/");
        page.locator("#q").fill("sea wall");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search")).click();
        page.waitForURL(server.address("/search?q=sea+wall"));
        assertThat(page.locator("h1")).hasText("214 posts for sea wall");
        follow("politics 41", "/search?q=sea+wall&category=politics");
        assertThat(page.locator(".chips")).containsText("politics");
        follow("Newest", "/search?q=sea+wall&category=politics&sort=newest");
        follow("2", "/search?q=sea+wall&category=politics&sort=newest&page=2");
        assertThat(page.locator(".pager [aria-current=page]")).hasText("2");
        page.goBack();
        page.waitForURL(server.address("/search?q=sea+wall&category=politics&sort=newest"));
        assertThat(page.locator(".pager [aria-current=page]")).hasText("1");
        follow("Remove politics", "/search?q=sea+wall&sort=newest");
        page.goBack();
        page.goBack();
        page.goBack();
        page.waitForURL(server.address("/search?q=sea+wall"));
        assertThat(page.locator(".chips")).hasCount(0);
        page.goBack();
        page.waitForURL(server.address("/"));
        assertThat(page.locator("h1")).containsText("Search 12,034 posts");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBarNarrowsToItsMonthAndTheDaysCanBeTyped(boolean script) {
        open(script);
        go("/search?q=wall");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("March 2024: 3 posts")).focus();
        page.keyboard().press("Enter");
        page.waitForURL(server.address("/search?q=wall&from=2024-03&to=2024-03"));
        assertThat(page.locator(".chips")).containsText("March 2024");
        page.locator(".days input[name=from]").fill("2023-02-01");
        page.locator(".days button").click();
        page.waitForURL(server.address("/search?q=wall&from=2023-02-01&to=2024-03-31"));
        assertThat(page.locator(".chips")).containsText("1 February 2023 – 31 March 2024");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theVersionsOfAStoryUnfold(boolean script) {
        open(script);
        go("/search?q=wall");
        assertThat(page.getByText("Sea wall bill grows by £5m")).isHidden();
        page.getByText("+3 versions").click();
        assertThat(page.getByText("Sea wall bill grows by £5m")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theAdvancedFormWritesTheQueryLanguage(boolean script) {
        open(script);
        go("/advanced");
        page.getByLabel("All of these words").fill("harbour");
        page.getByLabel("These words together").fill("sea wall");
        page.getByLabel("None of these words").fill("sport");
        page.locator(".form button").click();
        page.waitForURL(server.address("/search?q=harbour+%22sea+wall%22+-sport"));
        assertThat(page.locator("#q")).hasValue("harbour \"sea wall\" -sport");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void zeroResultsShowAWayOut(boolean script) {
        open(script);
        go("/search?q=zzz&category=environment");
        assertThat(page.locator("h1")).hasText("No posts for zzz");
        follow("Without environment – 12 posts", "/search?q=zzz");
    }

    @Test
    void aFilterKeepsTheFocusWhereItWas() {
        go("/search?q=wall");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("politics 41")).focus();
        page.keyboard().press("Enter");
        page.waitForURL(server.address("/search?q=wall&category=politics"));
        assertThat(page.locator(".facet [aria-current] span", new Page.LocatorOptions().setHasText("politics")))
                .hasText("politics");
        assertEquals("politics", page.evaluate("document.activeElement.firstElementChild.textContent"));
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("214 posts for wall");
    }

    @Test
    void arrowsGoFromHeadlineToHeadline() {
        go("/search?q=wall");
        page.locator(".hit h3 a").first().focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".hit h3 a").nth(1)).isFocused();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#q")).isFocused();
    }

    @Test
    void resultsComeWithoutLoadingThePageAnew() {
        go("/search?q=wall");
        page.evaluate("window.stayed = true");
        follow("Oldest", "/search?q=wall&sort=oldest");
        assertEquals(true, page.evaluate("window.stayed"));
        assertEquals("oldest", page.inputValue("form.box input[name=sort]"));
        assertEquals("/search.atom?q=wall&sort=oldest",
                page.getAttribute("link[rel=alternate][type*=atom]", "href"));
    }

    @Test
    void aTipTellsTimesInTheZoneOfTheReader() {
        context.close();
        context = browser.chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setTimezoneId("America/New_York"));
        page = context.newPage();
        go("/search?q=wall");
        assertThat(page.locator(".kicker time").first()).hasText("1 March 2024, 09:00 UTC");
        assertThat(page.locator(".kicker time").first()).hasAttribute("title", "1 March 2024 at 04:00 GMT-5");
        assertThat(page.locator(".kicker time").nth(2)).hasText("3 November 1998");
        assertFalse((boolean) page.locator(".kicker time").nth(2).evaluate("time => time.hasAttribute('title')"));
    }

    @Test
    void noPayloadRuns() {
        List<String> ran = new ArrayList<>();
        page.onDialog(dialog -> {
            ran.add(dialog.message());
            dialog.dismiss();
        });
        page.route("**/payloads", route -> route.fulfill(new Route.FulfillOptions()
                .setHeaders(Map.of("Content-Type", "text/html; charset=utf-8", "Content-Security-Policy",
                        PreviewServer.POLICY))
                .setBody(HtmlSafetyTest.allPayloads())));
        go("/payloads");
        assertThat(page.locator(".hit")).hasCount(240);
        page.locator(".hit h3 a").nth(4).hover();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertEquals(List.of(), ran);
        assertTrue(server.asked.stream().allMatch(path -> path.matches("/(style.css|search.js|favicon.svg)")),
                server.asked::toString);
    }

    @Test
    void nothingIsRefusedByTheContentSecurityPolicy() {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        page.onPageError(complaints::add);
        go("/search?q=wall");
        page.locator("#q").fill("sea");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(3);
        page.keyboard().press("Escape");
        follow("Oldest", "/search?q=wall&sort=oldest");
        assertEquals(List.of(), complaints);
        assertFalse(server.asked.isEmpty());
    }
}
