package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages with everything on them that a page can show; {@link SeedsPageTest} asks the same of each kind of page. */
class AccessibilityTest extends BrowserTest {

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=why+sea+wall%3F&category=environment&from=2024&to=2024",
            "/search?q=sea+wall&hl=ar"})
    void axeFindsNoViolation(String path) {
        go(path);
        assertEquals(List.of(), Axe.violations(page));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=sea+wall&category=environment", "/search?q=zzz", "/tips", "/advanced",
            "/nowhere", "/search?q=sea+wall&hl=ar"})
    void nothingHasToBeScrolledSideways(String path) {
        page.setViewportSize(320, 640);
        go(path);
        assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= 320"));
    }
}
