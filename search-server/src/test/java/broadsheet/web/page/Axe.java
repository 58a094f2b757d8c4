package broadsheet.web.page;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What axe-core finds on a page: WCAG 2.2 AA and its best practices, in every colour scheme, narrow and wide. */
final class Axe {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
            "best-practice");

    private final Page page;
    private final List<String> found = new ArrayList<>();

    private Axe(Page page) {
        this.page = page;
    }

    /** One line for each violation; none is right. */
    static List<String> violations(Page page) {
        Axe axe = new Axe(page);
        // Each width and each way of colouring once: colours do not depend on the width.
        axe.check(320, ColorScheme.LIGHT, ForcedColors.NONE);
        axe.check(1280, ColorScheme.DARK, ForcedColors.NONE);
        axe.check(320, ColorScheme.LIGHT, ForcedColors.ACTIVE);
        return axe.found;
    }

    /** The same in one look, for pages that are made of parts which others look at in each. */
    static List<String> violationsAtAGlance(Page page) {
        Axe axe = new Axe(page);
        axe.check(320, ColorScheme.DARK, ForcedColors.NONE);
        return axe.found;
    }

    private void check(int width, ColorScheme scheme, ForcedColors forced) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setForcedColors(forced));
        for (Rule rule : new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze().getViolations()) {
            String where = rule.getNodes().stream().limit(3).map(CheckedNode::getHtml)
                    .collect(Collectors.joining(" "));
            found.add(rule.getId() + " at " + width + " " + scheme + " " + forced + ": " + where);
        }
    }
}
