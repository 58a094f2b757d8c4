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
                SearchCost with = SearchCost.median(engine, request, ROUNDS);
                SearchCost without = SearchCost.median(engine, request.withFacets(Set.of()), ROUNDS);
                System.out.printf("%s: %.2f ms of CPU and %.0f KB, without facets %.2f ms and %.0f KB%n", text,
                        with.millis(),
                        with.kilobytes(), without.millis(), without.kilobytes());
                assertTrue(with.millis() <= without.millis() + 25 && with.kilobytes() <= without.kilobytes() + 2_000,
                        text);
            }
        }
    }
}
