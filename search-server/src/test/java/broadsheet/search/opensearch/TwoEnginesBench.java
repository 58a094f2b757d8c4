package broadsheet.search.opensearch;

import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.opensearch.ClusterOptions;
import broadsheet.owner.OwnerFiles;
import broadsheet.search.Hit;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.search.lucene.LuceneSearchEngine;
import broadsheet.search.lucene.ViewEngine;
import broadsheet.search.lucene.view.Budget;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One archive on both engines, built before: how many answers are equal, and how long they take.
 * {@code -Dbench.index=DIR -Dbench.cluster=URL -Dbench.prefix=NAME -Dbench.queries=FILE,… -Dbench.each=100}
 */
@Tag("bench")
class TwoEnginesBench {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    /** The parts of an answer that are compared. */
    private static final Map<String, Function<SearchResponse, Object>> PARTS = new TreeMap<>(Map.of(
            "order", answer -> answer.hits().stream().map(hit -> hit.post().id()).toList(),
            "totals", answer -> List.of(answer.total(), answer.totalAll(), answer.pages()),
            "facets", SearchResponse::facets,
            "timeline", SearchResponse::timeline,
            "query, notes, offers", SearchResponse::query,
            "marks", answer -> answer.hits().stream().map(hit -> List.of(hit.titleMarks(), hit.snippets())).toList(),
            "missing words", answer -> answer.hits().stream().map(Hit::missing).toList(),
            "copies", answer -> answer.hits().stream().map(Hit::copies).toList()));

    private static List<String> texts() throws IOException {
        int each = Integer.getInteger("bench.each", 100);
        List<String> texts = new ArrayList<>();
        for (String file : System.getProperty("bench.queries", "").split(",")) {
            List<String> lines = Files.readAllLines(Path.of(file));
            for (int i = 0; i < each; i++) {
                String line = lines.get((int) ((long) i * lines.size() / each)).strip();
                texts.add(file.contains("phrase") ? '"' + line + '"' : line);
            }
        }
        return texts;
    }

    @Test
    void equalAnswersAndTheirTimes() throws IOException {
        Assumptions.assumeTrue(System.getProperty("bench.index") != null, "-Dbench.index=DIR");
        ClusterPlace place = ClusterPlace.of(
                ClusterOptions.of(List.of(URI.create(System.getProperty("bench.cluster")))),
                System.getProperty("bench.prefix"));
        List<String> texts = texts();
        try (SearchEngine embedded = LuceneSearchEngine.open(Path.of(System.getProperty("bench.index")),
                Ranking.DEFAULT, CLOCK);
                SearchEngine cluster = ClusterSearchEngine.open(place, true, OwnerFiles.NONE,
                        new ViewEngine.Settings(Ranking.DEFAULT, CLOCK, Budget.Limits.NONE))) {
            Map<String, Integer> equal = new TreeMap<>();
            int whole = 0;
            for (String text : texts) {
                SearchResponse expected = embedded.search(SearchRequest.of(text));
                SearchResponse found = cluster.search(SearchRequest.of(text));
                whole += expected.partial() ? 0 : 1;
                for (Map.Entry<String, Function<SearchResponse, Object>> part : PARTS.entrySet()) {
                    Object one = part.getValue().apply(expected);
                    Object other = part.getValue().apply(found);
                    equal.merge(part.getKey(), one.equals(other) ? 1 : 0, Integer::sum);
                    if (!one.equals(other) && !expected.partial()) {
                        System.out.println(part.getKey() + " of " + text + "\n  " + one + "\n  " + other);
                    }
                }
            }
            System.out.println(texts.size() + " texts, " + whole + " whole; equal: " + equal);
            System.out.println("embedded " + times(embedded, texts));
            System.out.println("cluster  " + times(cluster, texts));
        }
    }

    private static String times(SearchEngine engine, List<String> texts) {
        long[] nanos = new long[texts.size()];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            engine.search(SearchRequest.of(texts.get(i)));
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return "p50 %.1f ms, p99 %.1f ms".formatted(nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
    }
}
