package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.SearchRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A page of ten results with filters and timeline is light, and stays where it was drawn. Sizes are gzipped bytes. */
class WeightTest extends BrowserTest {

    @Test
    void htmlStyleAndScriptKeepTheirLimits() throws IOException {
        String html = new SearchPage(() -> PageSettings.DEFAULT).results(SearchRequest.of("sea wall"),
                SampleAnswers.full(SearchRequest.of("sea wall")), PageContext.of(Locale.ENGLISH, SampleAnswers.NOW));
        assertAtMost(14_000, html.getBytes(StandardCharsets.UTF_8), "page");
        assertAtMost(6_000, file("/public/style.css"), "style.css");
        assertAtMost(8_000, file("/public/search.js"), "search.js");
    }

    @Test
    void aColdPageNeedsFourRequestsAtMostAndNoOtherHost() {
        java.util.List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        go("/search?q=sea+wall");
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        assertTrue(asked.size() <= 4, asked::toString);
        assertTrue(asked.stream().allMatch(url -> url.startsWith(server.address("/"))), asked::toString);
    }

    @Test
    void nothingMovesAfterItWasDrawn() {
        for (int width : new int[]{320, 1280}) {
            page.setViewportSize(width, 900);
            page.addInitScript("window.shift = 0; new PerformanceObserver(list => {"
                    + "for (const entry of list.getEntries()) window.shift += entry.value;"
                    + "}).observe({type: 'layout-shift', buffered: true});");
            double shift = 1;
            // A busy machine may be late with the style sheet or the font; that is not the page's doing each time.
            for (int attempt = 0; attempt < 3 && shift > 0; attempt++) {
                go("/search?q=sea+wall");
                page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
                shift = ((Number) page.evaluate("window.shift")).doubleValue();
            }
            assertEquals(0, shift);
        }
    }

    private static void assertAtMost(int limit, byte[] content, String name) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        System.out.println(name + ": " + packed.size() + " bytes gzipped, at most " + limit);
        assertTrue(packed.size() <= limit, name + " has " + packed.size() + " bytes, more than " + limit);
    }

    private static byte[] file(String path) throws IOException {
        try (var in = WeightTest.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        }
    }
}
