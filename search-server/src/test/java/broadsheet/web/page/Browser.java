package broadsheet.web.page;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium, driven by Playwright. Where it is missing, tests are skipped, but with {@code CI} set they fail. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    final com.microsoft.playwright.Browser chromium;

    private Browser() {
        playwright = Playwright.create();
        chromium = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setHeadless(true)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                                "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    static Browser open() {
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(Files.exists(CHROMIUM), "no browser test: " + CHROMIUM + " is missing");
        }
        // Other tests run beside those in a browser, so that a page may take its time.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        return new Browser();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
