package broadsheet.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The box as an editable combobox with list autocomplete (ARIA Authoring Practices), point by point. */
class ComboboxTest extends BrowserTest {

    private Locator box;
    private Locator options;

    @BeforeEach
    void openStart() {
        go("/");
        box = page.getByRole(AriaRole.COMBOBOX);
        options = page.getByRole(AriaRole.OPTION);
    }

    private void type(String text) {
        box.click();
        page.keyboard().type(text);
        assertThat(options).hasCount(3);
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    @Test
    void theBoxSaysWhatItIs() {
        assertThat(box).hasAttribute("aria-autocomplete", "list");
        assertThat(box).hasAttribute("aria-expanded", "false");
        assertThat(box).hasAttribute("aria-controls", "options");
        assertThat(box).hasAttribute("autocomplete", "off");
        assertThat(box).hasAttribute("enterkeyhint", "search");
        assertThat(box).hasAccessibleName("Search the archive");
    }

    @Test
    void typingOpensTheListAndSelectsNothing() {
        type("sea");
        assertThat(box).hasAttribute("aria-expanded", "true");
        assertThat(box).not().hasAttribute("aria-activedescendant", java.util.regex.Pattern.compile(".*"));
        assertThat(page.locator("[role=option][aria-selected=true]")).hasCount(0);
        assertThat(page.getByRole(AriaRole.LISTBOX)).hasAccessibleName("Suggestions");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Suggestions: 3");
    }

    @Test
    void arrowsWalkThroughTheListWhileTheFocusStays() {
        type("sea");
        press("ArrowDown");
        assertThat(box).hasAttribute("aria-activedescendant", "option-0");
        assertThat(options.nth(0)).hasAttribute("aria-selected", "true");
        press("ArrowDown");
        assertThat(box).hasAttribute("aria-activedescendant", "option-1");
        assertThat(options.nth(0)).hasAttribute("aria-selected", "false");
        press("ArrowUp");
        press("ArrowUp");
        assertThat(box).hasAttribute("aria-activedescendant", "option-2");
        assertThat(box).isFocused();
        assertThat(box).hasValue("sea");
    }

    @Test
    void downOpensAClosedListAtItsFirstAndUpAtItsLast() {
        type("sea");
        press("Escape");
        assertThat(options).hasCount(0);
        press("ArrowDown");
        assertThat(box).hasAttribute("aria-activedescendant", "option-0");
        press("Escape");
        press("ArrowUp");
        assertThat(box).hasAttribute("aria-activedescendant", "option-2");
    }

    @Test
    void altDownOpensWithoutSelecting() {
        type("sea");
        press("Escape");
        press("Alt+ArrowDown");
        assertThat(box).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("[aria-selected=true]")).hasCount(0);
    }

    @Test
    void enterTakesTheSelectedOption() {
        type("sea");
        press("ArrowDown");
        press("ArrowDown");
        press("Enter");
        page.waitForURL(server.address("/search?q=sea+wall"));
        assertThat(page.getByRole(AriaRole.COMBOBOX)).hasValue("sea wall");
        assertThat(options).hasCount(0);
    }

    @Test
    void enterWithoutASelectionSearchesForTheText() {
        type("sea");
        press("Enter");
        page.waitForURL(server.address("/search?q=sea"));
        assertThat(page.getByRole(AriaRole.COMBOBOX)).hasValue("sea");
    }

    @Test
    void escapeClosesThenClears() {
        type("sea");
        press("Escape");
        assertThat(box).hasAttribute("aria-expanded", "false");
        assertThat(box).hasValue("sea");
        press("Escape");
        assertThat(box).hasValue("");
    }

    @Test
    void homeAndEndMoveTheCaretAndUnselect() {
        type("sea");
        press("ArrowDown");
        press("Home");
        assertEquals(0, page.evaluate("document.getElementById('q').selectionStart"));
        assertThat(page.locator("[aria-selected=true]")).hasCount(0);
        press("ArrowDown");
        press("End");
        assertEquals(3, page.evaluate("document.getElementById('q').selectionStart"));
        assertThat(page.locator("[aria-selected=true]")).hasCount(0);
    }

    @Test
    void tabLeavesWithoutChoosing() {
        type("sea");
        press("ArrowDown");
        press("Tab");
        assertThat(box).hasValue("sea");
        assertThat(box).hasAttribute("aria-expanded", "false");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))).isFocused();
    }

    @Test
    void aClickTakesAnOptionAsTextAlone() {
        type("sea");
        options.nth(2).click();
        page.waitForURL(server.address("/search?q=sea+wall+%3Cb%3Ecost%3C%2Fb%3E"));
        assertThat(page.locator("main b b")).hasCount(0);
    }

    @Test
    void aLateAnswerToAnOlderTextIsDropped() {
        page.route("**/suggest?q=s", route -> {
            page.waitForTimeout(400);
            route.fulfill(new Route.FulfillOptions().setContentType("application/json")
                    .setBody("{\"suggestions\":[{\"text\":\"stale\",\"count\":1}]}"));
        });
        box.click();
        page.waitForRequest("**/suggest?q=s", () -> page.keyboard().type("s"));
        page.keyboard().type("ea");
        assertThat(options).hasCount(3);
        page.waitForTimeout(600);
        assertThat(options).hasCount(3);
        assertThat(page.getByText("stale")).hasCount(0);
    }

    @Test
    void keysOfAnInputMethodAreLeftAlone() {
        type("sea");
        press("ArrowDown");
        box.dispatchEvent("compositionstart");
        press("ArrowDown");
        assertThat(box).hasAttribute("aria-activedescendant", "option-0");
        press("Enter");
        assertEquals("/", address());
        box.dispatchEvent("compositionend");
    }

    @Test
    void slashGoesToTheBoxUntilItIsTurnedOff() {
        press("/");
        assertThat(box).isFocused();
        assertThat(box).hasValue("");
        page.getByText("Turn off").click();
        assertThat(page.getByText("Turn on")).isVisible();
        page.locator("h1").click();
        press("/");
        assertThat(box).not().isFocused();
        page.reload();
        assertThat(page.getByText("Turn on")).isVisible();
    }
}
