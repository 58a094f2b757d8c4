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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(OneCluster.class)
@ResourceLock(value = OneCluster.NODES, mode = ResourceAccessMode.READ)
class ValueCountsTest {

    private static final int MANY = 20_000;
    private static final int FEW = 2;

    private static ObjectNode all() {
        ObjectNode all = Cluster.JSON.createObjectNode();
        all.putObject("match_all");
        return all;
    }

    private static List<String> numbered(String start, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> String.format("%s%02d", start, i)).toList();
    }

    /** @param kept of a field with more values it is not known how they are written */
    private static List<FacetCount> tags(OneCluster.Real real, String prefix, ObjectNode query, int kept)
            throws IOException {
        try (Cluster cluster = real.client()) {
            String index = cluster.send(Call.get("/" + prefix + "/_alias")).propertyNames().iterator().next();
            ClusterPosts posts = new ClusterPosts(cluster, index,
                    new ClusterPosts.Settings(false, Duration.ofSeconds(20)));
            return ValueCounts.of(posts, kept).of(query, PostFields.TAG);
        }
    }

    private static void publish(OneCluster.Real real, String prefix, List<List<String>> tags) throws IOException {
        List<Post> posts = new ArrayList<>();
        IntStream.range(0, tags.size()).forEach(
                i -> posts.add(Post.builder("post" + i).title("Wall " + i).tags(tags.get(i)).build()));
        ClusterArchive.publish(ClusterArchive.place(real, prefix, 0), posts);
    }

    @Test
    void valuesThatDifferByCaseAreOneHoweverManyAnArchiveHas(OneCluster.Real real) throws IOException {
        publish(real, "values", List.of(List.of("Sea Wall", "storm"), List.of("sea wall", "Storm"),
                List.of("sea wall", "floods"), List.of("Sea wall", "SEA WALL"), List.of("storm"), List.of()));
        List<FacetCount> counted = List.of(new FacetCount("sea wall", 4), new FacetCount("storm", 3),
                new FacetCount("floods", 1));
        assertEquals(counted, tags(real, "values", all(), MANY));
        assertEquals(counted, tags(real, "values", all(), FEW));
    }

    @Test
    void aValueIsShownAsTheFoundPostsWriteItThoughTheyHaveManyOthers(OneCluster.Real real) throws IOException {
        publish(real, "manyvalues", List.of(Stream.concat(numbered("A", 14).stream(), Stream.of("Sea Wall")).toList(),
                List.of("sea wall"), List.of("sea wall")));
        ObjectNode first = Cluster.JSON.createObjectNode();
        first.putObject("term").put(PostFields.ID, "post0");
        for (int kept : new int[]{MANY, FEW}) {
            List<FacetCount> tags = tags(real, "manyvalues", first, kept);
            assertEquals(new FacetCount("Sea Wall", 1), tags.get(14), tags.toString());
        }
    }

    @Test
    void ofEqualCountsTheFirstByTheirLettersAreShown(OneCluster.Real real) throws IOException {
        publish(real, "equalvalues", List.of(Stream.concat(numbered("a", 61).stream(), Stream.of("Zoo")).toList()));
        List<FacetCount> tags = tags(real, "equalvalues", all(), MANY);
        assertEquals(List.of("Zoo", "a01"), tags.stream().map(FacetCount::value).limit(2).toList());
        assertEquals(30, tags.size());
    }
}
