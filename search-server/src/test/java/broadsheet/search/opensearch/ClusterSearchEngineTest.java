package broadsheet.search.opensearch;

import broadsheet.cluster.OneCluster;
import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.post.Post;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchEngineContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The contract of every engine, on a real cluster. */
@ExtendWith(OneCluster.class)
@ResourceLock(value = OneCluster.NODES, mode = ResourceAccessMode.READ)
class ClusterSearchEngineTest extends SearchEngineContract {

    private static final String PREFIX = "contract";

    private ClusterPlace place;
    private final List<SearchEngine> open = new ArrayList<>();

    @BeforeEach
    void choose(OneCluster.Real real) {
        place = ClusterArchive.place(real, PREFIX, 0);
    }

    @Override
    protected SearchEngine engineOver(List<Post> posts) {
        try {
            ClusterArchive.publish(place, posts);
            SearchEngine engine = ClusterArchive.engine(place);
            open.add(engine);
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void closeEngines() {
        open.forEach(SearchEngine::close);
    }
}
