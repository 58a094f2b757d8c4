package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Takes the pictures of the page that the documents show, of the real server over the sample archive. They land in
 * {@code target/pictures}; {@code -Dpictures=src/docs} puts them where the README has them.
 */
@Tag("browser")
@ResourceLock("browser")
class PagePicturesTest {

    private static final Path FOLDER = Path.of(System.getProperty("pictures", "target/pictures"));
    private static final Path OTHERS = Path.of("target/pictures");
    private static final long MOST_BYTES = 300_000;

    @TempDir
    private static Path index;
    private static Browser browser;
    private static SeedsServer server;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.open();
        server = new SeedsServer(index);
        Files.createDirectories(OTHERS);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    @Test
    void thePicturesOfTheReadmeAreLight() throws Exception {
        for (Path picture : new Path[]{
                take(FOLDER, "start", "/", window(1100, 800)),
                take(FOLDER, "page", "/search?q=%22sea+wall%22+river", window(1100, 900)),
                take(FOLDER, "dark", "/search?q=ferry+strike&from=2025&to=2025",
                        window(1100, 800).setColorScheme(ColorScheme.DARK)),
                take(FOLDER, "phone", "/search?q=sea+wall", window(360, 780)),
                take(FOLDER, "nothing", "/search?q=%22sea+wall%22+AND+tram&category=Sports&from=2013&to=2013",
                        window(1100, 620))}) {
            assertTrue(Files.size(picture) < MOST_BYTES, () -> picture + " is too large for a document");
        }
    }

    /** Not shown anywhere; to be looked at when the style changes. */
    @Test
    @EnabledIfSystemProperty(named = "pictures", matches = ".+", disabledReason = "taken with -Dpictures only")
    void theOtherLooksCanBeLookedAt() throws Exception {
        String results = "/search?q=sea+wall&category=News";
        take(OTHERS, "post", "/2015/02/19/council-votes-5m-for-sea-wall.html", window(1100, 800));
        take(OTHERS, "tips", "/tips", window(1100, 900));
        take(OTHERS, "advanced", "/advanced", window(1100, 1000));
        take(OTHERS, "german", results, window(1100, 800).setLocale("de"));
        take(OTHERS, "arabic", results, window(1100, 800).setLocale("ar"));
        take(OTHERS, "forced", results, window(1100, 800).setForcedColors(ForcedColors.ACTIVE));
        take(OTHERS, "zoomed", results, window(320, 256).setDeviceScaleFactor(4));
        take(OTHERS, "calm", results, window(1100, 800).setReducedMotion(ReducedMotion.REDUCE));
        try (var context = browser.chromium.newContext(window(800, 1100))) {
            Page page = context.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.navigate(server.address(results));
            page.screenshot(new Page.ScreenshotOptions().setPath(OTHERS.resolve("print.png")));
        }
    }

    private static NewContextOptions window(int width, int height) {
        return new NewContextOptions().setViewportSize(width, height).setTimezoneId("UTC");
    }

    private static Path take(Path folder, String name, String path, NewContextOptions options) {
        Path file = folder.resolve(name + ".png");
        try (var context = browser.chromium.newContext(options)) {
            Page page = context.newPage();
            page.navigate(server.address(path));
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
        }
        return file;
    }
}
