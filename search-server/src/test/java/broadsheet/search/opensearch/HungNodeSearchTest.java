package broadsheet.search.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.cluster.LocalCluster;
import broadsheet.cluster.OneCluster;
import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import broadsheet.opensearch.ClusterOptions;
import broadsheet.post.Post;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchException;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A node hangs under searches: it keeps its connections and answers nothing, so that other nodes wait for its shards. The
 * cluster itself finds that out after half a minute; this test is over before.
 */
@ExtendWith(OneCluster.class)
@ResourceLock(value = OneCluster.NODES, mode = ResourceAccessMode.READ_WRITE)
class HungNodeSearchTest {

    private static final int POSTS = 60;
    private static final int SEARCHES = 20;
    private static final Duration SEARCH = Duration.ofSeconds(3);

    private static void signal(String name, long process) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor());
    }

    private static Set<String> managerAndAnother(OneCluster.Real real) throws IOException {
        try (Cluster client = real.client()) {
            String manager = client.send(Call.get("/_cat/cluster_manager?format=json")).path(0).path("node")
                    .asString();
            return new TreeSet<>(List.of(manager, manager.equals("n2") ? "n3" : "n2"));
        }
    }

    /** How many searches failed. */
    private static int searched(SearchEngine engine) {
        int failed = 0;
        for (int i = 0; i < SEARCHES; i++) {
            try {
                SearchResponse answer = engine
                        .search(SearchRequest.of("market page" + i % POSTS).withFoldCopies(false));
                assertEquals(POSTS, answer.totalAll(), "search " + i);
                assertEquals("p" + i % POSTS + ".md", answer.hits().getFirst().post().id());
            } catch (SearchException.Unavailable e) {
                failed++;
            }
        }
        return failed;
    }

    @Test
    void atMostOneSearchFailsAndTheServerStaysReady(OneCluster.Real real) throws Exception {
        assumeTrue(real.own().isPresent(), "nodes of others are not stopped");
        LocalCluster nodes = real.own().get();
        ClusterOptions options = real.options().withLimits(new ClusterOptions.Limits(SEARCH,
                Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(60)));
        ClusterPlace place = new ClusterPlace(options, "hung", 3, 1);
        List<Post> posts = IntStream.range(0, POSTS).mapToObj(i -> Post.builder("p" + i + ".md")
                .title("Market day " + i).body("A market report, page" + i + " of many.").lang("en").build()).toList();
        ClusterArchive.publish(place, posts);
        try (SearchEngine engine = ClusterArchive.engine(place)) {
            assertEquals(POSTS, engine.search(SearchRequest.of("market")).total());
            for (String name : managerAndAnother(real)) {
                signal("STOP", nodes.node(name).pid());
                try {
                    int failed = searched(engine);
                    assertTrue(failed <= 1, failed + " searches failed while " + name + " hung");
                    assertEquals(List.of(), engine.state().reasons());
                } finally {
                    signal("CONT", nodes.node(name).pid());
                }
            }
            assertEquals(0, searched(engine));
        }
        awaitAll(real);
    }

    /** The next tests need three nodes; a node that hung for long is put out of the cluster, and comes back. */
    private static void awaitAll(OneCluster.Real real) throws IOException {
        try (Cluster client = real.client()) {
            client.send(Call.get("/_cluster/health?wait_for_nodes=3&wait_for_no_relocating_shards=true&timeout=50s"));
        }
    }
}
