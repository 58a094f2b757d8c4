package broadsheet.index.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.cluster.LocalCluster;
import broadsheet.cluster.OneCluster;
import broadsheet.index.PostIndexer.Published;
import broadsheet.index.SiteFacts;
import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import broadsheet.post.Post;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** A node dies as by a power cut, while readers search and while a builder builds. */
@ExtendWith(OneCluster.class)
@ResourceLock(OneCluster.NODES)
class KilledNodeTest {

    private static final int POSTS = 200;

    private static Published build(ClusterPlace place, int first, int count) throws IOException {
        try (ClusterPostIndexer indexer = ClusterPostIndexer.open(place, true)) {
            for (int i = first; i < first + count; i++) {
                Post post = Post.builder("post-" + i + ".md").title("Report number" + i).body("Rain fell on day" + i
                        + " of the year.").lang("en").build();
                indexer.put(post.id(), List.of(post));
            }
            return indexer.publish(new byte[]{1}, SiteFacts.NONE);
        }
    }

    /** A search that takes no answer of a part for an answer of the whole. */
    private static long total(Cluster cluster) throws IOException {
        JsonNode answer = cluster.send(Call.read("/killed/_search?size=0&allow_partial_search_results=false",
                Cluster.JSON.readTree("{\"track_total_hits\": true, \"query\": {\"term\": {\"exact\": \"rain\"}}}")));
        return answer.path("hits").path("total").path("value").asLong();
    }

    @Test
    void nothingIsLostAndTheNextBuildGoesOnWithTwoNodes(OneCluster.Real real) throws IOException {
        assumeTrue(real.own().isPresent(), "nodes of others are not killed");
        LocalCluster nodes = real.own().get();
        ClusterPlace place = new ClusterPlace(real.options(), "killed", 2, 1);
        try (Cluster cluster = real.client()) {
            assertEquals(POSTS, build(place, 0, POSTS).posts());
            assertEquals(POSTS, total(cluster));
            nodes.node("n1").kill();
            for (int i = 0; i < 50; i++) {
                assertEquals(POSTS, total(cluster), "search " + i + " after the kill");
            }
            assertEquals(POSTS + 10, build(place, POSTS, 10).posts());
            assertEquals(POSTS + 10, total(cluster));
        } finally {
            nodes.restart("n1");
        }
    }
}
