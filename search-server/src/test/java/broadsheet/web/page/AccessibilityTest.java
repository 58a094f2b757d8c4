package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** axe-core finds nothing: WCAG 2.2 AA and its best practices, in every colour scheme, narrow and wide. */
class AccessibilityTest extends BrowserTest {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
            "best-practice");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=why+sea+wall%3F&category=environment&from=2024&to=2024",
            "/search?q=zzz&category=environment", "/tips", "/advanced", "/nowhere",
            "/search?q=sea+wall&hl=ar"})
    void axeFindsNoViolation(String path) {
        List<String> found = new ArrayList<>();
        go(path);
        for (int width : List.of(320, 1280)) {
            page.setViewportSize(width, 900);
            check(width, ColorScheme.LIGHT, ForcedColors.NONE, found);
            check(width, ColorScheme.DARK, ForcedColors.NONE, found);
            check(width, ColorScheme.LIGHT, ForcedColors.ACTIVE, found);
        }
        assertEquals(List.of(), found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=sea+wall&category=environment", "/search?q=zzz", "/tips", "/advanced",
            "/nowhere", "/search?q=sea+wall&hl=ar"})
    void nothingHasToBeScrolledSideways(String path) {
        page.setViewportSize(320, 640);
        go(path);
        assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= 320"));
    }

    private void check(int width, ColorScheme scheme, ForcedColors forced, List<String> found) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setForcedColors(forced));
        for (Rule rule : new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze().getViolations()) {
            String where = rule.getNodes().stream().limit(3).map(CheckedNode::getHtml)
                    .collect(Collectors.joining(" "));
            found.add(rule.getId() + " at " + width + " " + scheme + " " + forced + ": " + where);
        }
    }
}
