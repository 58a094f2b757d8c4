package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page by cursor behind nearly all hits costs about what the first page costs. */
@Tag("bench")
class DeepPagesBench {

    private static final int ROUNDS = 60;

    @Test
    void aDeepPageCostsWhatTheFirstOneCosts(@TempDir Path folder) throws IOException {
        Instant first = Instant.parse("2004-01-01T00:00:00Z");
        Path index = Corpus.news("agnews").index(folder, "en", i -> first.plus(Duration.ofHours(i / 3)));
        try (SearchEngine engine = LuceneSearchEngine.open(index)) {
            for (String text : new String[]{"", "the", "the OR said OR new"}) {
                for (Sort sort : Sort.values()) {
                    for (boolean fold : new boolean[]{true, false}) {
                        measure(engine, SearchRequest.of(text).plain().withSort(sort).withFoldCopies(fold));
                    }
                }
            }
        }
    }

    private static void measure(SearchEngine engine, SearchRequest request) {
        SearchResponse page = engine.search(request.withSize(100));
        String last = page.nextCursor().orElseThrow();
        long walked = System.nanoTime();
        int hits = 100;
        while (page.nextCursor().isPresent()) {
            last = page.nextCursor().get();
            page = engine.search(request.withSize(100).withCursor(last));
            hits += page.hits().size();
        }
        SearchCost shallow = SearchCost.median(engine, request, ROUNDS);
        SearchCost deep = SearchCost.median(engine, request.withCursor(last), ROUNDS);
        System.out.printf(
                "%-20s %-9s %-8s page 1: %.2f ms, %.0f KB; behind %,d hits: %.2f ms, %.0f KB; all pages %.1f s%n",
                "\"" + request.text() + "\"", request.sort(), request.foldCopies() ? "folded" : "all", shallow.millis(),
                shallow.kilobytes(), hits - page.hits().size(), deep.millis(), deep.kilobytes(),
                (System.nanoTime() - walked) / 1e9);
        assertTrue(deep.millis() <= 3 * shallow.millis() + 2 && deep.kilobytes() <= 2 * shallow.kilobytes() + 500,
                deep + " against " + shallow);
    }
}
