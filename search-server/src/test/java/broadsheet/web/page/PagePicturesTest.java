package broadsheet.web.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Takes the pictures of the page that the documents show; they land in {@code target/pictures}. */
@Tag("browser")
class PagePicturesTest {

    private static Browser browser;
    private static PreviewServer server;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.open();
        server = new PreviewServer(new PageSettings("The Marram Courier", "", "", java.util.Optional.empty(),
                java.util.Locale.ENGLISH, true,
                PageSettings.Colours.NONE, PageSettings.Files.PLAIN));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    @Test
    void everyPictureShowsItsPage() {
        take("start", "/", 1280, ColorScheme.LIGHT);
        take("results", "/search?q=sea+wall", 1280, ColorScheme.LIGHT);
        take("dark", "/search?q=flood+%E2%80%9Csea+wall&category=environment&from=2024&to=2024", 1280,
                ColorScheme.DARK);
        take("phone", "/search?q=sea+wall", 320, ColorScheme.LIGHT);
        take("nothing", "/search?q=zzz+goverment&category=environment&from=2024", 1280, ColorScheme.LIGHT);
        take("relaxed", "/search?q=why+sea+wall%3F&page=3", 900, ColorScheme.LIGHT);
        take("tips", "/tips", 1280, ColorScheme.LIGHT);
        take("advanced", "/advanced", 1280, ColorScheme.LIGHT);
        take("german", "/search?q=why+sea+wall%3F&hl=de", 700, ColorScheme.LIGHT);
        take("arabic", "/search?q=sea+wall&hl=ar", 1280, ColorScheme.LIGHT);
    }

    @Test
    void suggestionsAreShownUnderTheBox() {
        try (var context = browser.chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(900, 500))) {
            Page page = context.newPage();
            page.navigate(server.address("/"));
            page.locator("#q").click();
            page.keyboard().type("sea");
            page.waitForSelector("[role=option]");
            page.keyboard().press("ArrowDown");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/suggestions.png")));
        }
    }

    private static void take(String name, String path, int width, ColorScheme scheme) {
        try (var context = browser.chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900).setColorScheme(scheme))) {
            Page page = context.newPage();
            page.navigate(server.address(path));
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/pictures", name + ".png")));
        }
    }
}
