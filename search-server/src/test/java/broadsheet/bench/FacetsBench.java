package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Post;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counting values costs a search where nearly each tag is one post's alone: 4,000 posts, 200,000 tags. */
@Tag("bench")
class FacetsBench {

    private static final int POSTS = 4_000;
    private static final int TAGS_A_POST = 50;
    private static final int ROUNDS = 40;

    @Test
    void distinctTagsCostASearchLittle(@TempDir Path folder) throws IOException {
        try (LucenePostIndexer indexer = LucenePostIndexer.open(folder, false)) {
            for (int i = 0; i < POSTS; i++) {
                List<String> tags = new ArrayList<>();
                for (int tag = 0; tag < TAGS_A_POST; tag++) {
                    tags.add("Tag " + i + " and " + tag);
                }
                indexer.put("p" + i, List.of(Post.builder("p" + i).lang("en").title("Lamp " + i)
                        .body(i % 400 == 0 ? "A lamp of brass." : "A lamp.").tags(tags)
                        .date(Instant.parse("2024-01-01T00:00:00Z")).build()));
            }
            indexer.publish(new byte[0]);
        }
        try (SearchEngine engine = LuceneSearchEngine.open(folder)) {
            long first = Cpu.nanos();
            engine.search(SearchRequest.of("lamp"));
            System.out.printf("the first search: %.0f ms of CPU%n", (Cpu.nanos() - first) / 1e6);
            for (String text : List.of("lamp", "brass")) {
                SearchRequest request = SearchRequest.of(text);
                double[] with = cost(engine, request);
                double[] without = cost(engine, request.withFacets(Set.of()));
                System.out.printf("%s: %.2f ms of CPU and %.0f KB, without facets %.2f ms and %.0f KB%n", text, with[0],
                        with[1], without[0], without[1]);
                assertTrue(with[0] <= without[0] + 25 && with[1] <= without[1] + 2_000, text);
            }
        }
    }

    /** Medians of milliseconds of CPU and KB allocated. */
    private static double[] cost(SearchEngine engine, SearchRequest request) {
        double[] millis = new double[ROUNDS];
        double[] kilobytes = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long cpu = Cpu.nanos();
            long allocated = Cpu.allocated();
            engine.search(request);
            millis[i] = (Cpu.nanos() - cpu) / 1e6;
            kilobytes[i] = (Cpu.allocated() - allocated) / 1024.0;
        }
        Arrays.sort(millis);
        Arrays.sort(kilobytes);
        return new double[]{millis[ROUNDS / 2], kilobytes[ROUNDS / 2]};
    }
}
