package broadsheet.web.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceLock;

/** One browser and one server for a class of tests; a fresh page for each test. */
@Tag("browser")
@ResourceLock("browser")
abstract class BrowserTest {

    static Browser browser;
    static PreviewServer server;

    BrowserContext context;
    Page page;

    @BeforeAll
    static void openBrowser() throws Exception {
        browser = Browser.open();
        server = new PreviewServer(
                new PageSettings("The Marram Courier", "", "", Optional.empty(), Locale.ENGLISH, true,
                        PageSettings.Colours.NONE, PageSettings.Files.PLAIN));
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    @BeforeEach
    void openPage() {
        context = browser.chromium.newContext();
        context.setDefaultTimeout(30_000);
        page = context.newPage();
        server.asked.clear();
    }

    @AfterEach
    void closePage() {
        context.close();
    }

    void go(String path) {
        page.navigate(server.address(path));
    }

    /** The address of the page without the server. */
    String address() {
        return page.url().substring(server.address("").length());
    }
}
