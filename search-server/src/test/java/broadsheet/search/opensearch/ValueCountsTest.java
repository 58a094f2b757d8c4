package broadsheet.search.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.cluster.OneCluster;
import broadsheet.index.PostFields;
import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import broadsheet.post.Post;
import broadsheet.search.SearchResponse.FacetCount;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(OneCluster.class)
@ResourceLock(value = OneCluster.NODES, mode = ResourceAccessMode.READ)
class ValueCountsTest {

    private static final List<List<String>> TAGS = List.of(List.of("Sea Wall", "storm"), List.of("sea wall", "Storm"),
            List.of("sea wall", "floods"), List.of("Sea wall", "SEA WALL"), List.of("storm"), List.of());

    private static final List<FacetCount> COUNTED = List.of(new FacetCount("sea wall", 4), new FacetCount("storm", 3),
            new FacetCount("floods", 1));

    /** Of a field with many values no spellings are remembered; the counts are the same. */
    @Test
    void spellingsThatDifferByCaseAreOneValueWhetherTheyAreRememberedOrNot(OneCluster.Real real) throws IOException {
        List<Post> posts = new ArrayList<>();
        IntStream.range(0, TAGS.size()).forEach(
                i -> posts.add(Post.builder("post" + i).title("Wall " + i).tags(TAGS.get(i)).build()));
        ClusterArchive.publish(ClusterArchive.place(real, "values", 0), posts);
        try (Cluster cluster = real.client()) {
            String index = cluster.send(Call.get("/values/_alias")).propertyNames().iterator()
                    .next();
            ObjectNode all = Cluster.JSON.createObjectNode();
            all.putObject("match_all");
            for (int kept : new int[]{20_000, 2}) {
                ValueCounts values = new ValueCounts(new ClusterPosts(cluster, index,
                        new ClusterPosts.Settings(false, Duration.ofSeconds(20))), kept);
                for (int time = 0; time < 2; time++) {
                    assertEquals(COUNTED, values.of(all, PostFields.TAG), kept + " kept");
                }
            }
        }
    }
}
