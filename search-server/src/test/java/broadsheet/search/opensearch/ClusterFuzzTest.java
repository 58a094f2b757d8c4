package broadsheet.search.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.cluster.OneCluster;
import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.post.Post;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.LuceneSearchEngine;
import broadsheet.search.lucene.QueryFuzz;
import broadsheet.search.Ranking;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Random texts, asked of both engines: each is answered, and alike. */
@Tag("torture")
@ExtendWith(OneCluster.class)
@ResourceLock(value = OneCluster.NODES, mode = ResourceAccessMode.READ)
class ClusterFuzzTest {

    private static final int QUERIES = Integer.getInteger("broadsheet.queries", 2_000);

    @TempDir
    private Path folder;

    private static List<Post> posts() {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            posts.add(IndexOfPosts.post("p" + i, "en", "Oil price " + i,
                    "The government of London votes on flood walls. "
                            + "A sea wall, women elected, C++ and AT&T at 10:30.\n\nSmith said covid-19 costs £5m."
                            + " Oil.".repeat(i % 7))
                    .build());
        }
        posts.add(IndexOfPosts.post("zh", "zh", "新闻", "中文新闻报道。").build());
        return posts;
    }

    private static List<String> lines(SearchResponse answer) {
        List<String> lines = new ArrayList<>(
                List.of(answer.query().toString(), answer.total() + " " + answer.totalAll()));
        answer.hits().forEach(hit -> lines.add(hit.post().id() + hit.snippets() + hit.missing()));
        return lines;
    }

    @Test
    void anyTextIsAnsweredAlike(OneCluster.Real real) throws IOException {
        ClusterPlace place = ClusterArchive.place(real, "fuzz", 0);
        ClusterArchive.publish(place, posts());
        IndexOfPosts.of(folder, posts()).close();
        long seed = Long.getLong("broadsheet.seed", System.nanoTime());
        QueryFuzz fuzz = new QueryFuzz(seed, List.of("sea wall cost", "who voted on the flood wall?"));
        List<String> different = new ArrayList<>();
        try (SearchEngine embedded = LuceneSearchEngine.open(folder, Ranking.DEFAULT, () -> ClusterArchive.NOW);
                SearchEngine cluster = ClusterArchive.engine(place)) {
            for (int i = 0; i < QUERIES; i++) {
                SearchRequest request = SearchRequest.of(fuzz.next()).plain().withFoldCopies(false);
                String what = "seed " + seed + ", query " + i + ": " + request.text();
                SearchResponse expected = embedded.search(request);
                try {
                    List<String> found = lines(cluster.search(request));
                    if (!expected.partial() && !found.equals(lines(expected))) {
                        different.add(what + "\n  " + lines(expected) + "\n  " + found);
                    }
                } catch (RuntimeException e) {
                    different.add(what + "\n  " + e);
                }
            }
        }
        assertEquals(0, different.size(), different.size() + " of " + QUERIES + ":\n" + String.join("\n", different));
    }
}
