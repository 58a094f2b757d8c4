package broadsheet.search.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.cluster.LocalCluster;
import broadsheet.cluster.OneCluster;
import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.post.Post;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A node dies under searches: the copies that other nodes have answer, and no reader sees a difference. */
@ExtendWith(OneCluster.class)
@ResourceLock(value = OneCluster.NODES, mode = ResourceAccessMode.READ_WRITE)
class KilledNodeSearchTest {

    private static final int POSTS = 60;

    private static SearchResponse asked(SearchEngine engine, int number) {
        return engine.search(SearchRequest.of("market page" + number % POSTS).withFoldCopies(false));
    }

    @Test
    void noSearchFailsAndNoneIsAnsweredInPart(OneCluster.Real real) throws IOException {
        assumeTrue(real.own().isPresent(), "nodes of others are not killed");
        LocalCluster nodes = real.own().get();
        ClusterPlace place = new ClusterPlace(ClusterArchive.place(real, "killedsearch", 1).cluster(), "killedsearch",
                3,
                1);
        List<Post> posts = IntStream.range(0, POSTS).mapToObj(i -> Post.builder("p" + i + ".md")
                .title("Market day " + i).body("A market report, page" + i + " of many.").lang("en").build()).toList();
        ClusterArchive.publish(place, posts);
        try (SearchEngine engine = ClusterArchive.engine(place)) {
            assertEquals(POSTS, engine.search(SearchRequest.of("market")).total());
            // The first node manages the cluster.
            nodes.node("n1").kill();
            for (int i = 0; i < 2 * POSTS; i++) {
                SearchResponse answer = asked(engine, i);
                assertEquals(1, answer.total(), "search " + i + " after the kill");
                assertEquals(POSTS, answer.totalAll(), "search " + i + " after the kill");
                assertEquals("p" + i % POSTS + ".md", answer.hits().getFirst().post().id());
            }
        } finally {
            nodes.restart("n1");
        }
    }
}
