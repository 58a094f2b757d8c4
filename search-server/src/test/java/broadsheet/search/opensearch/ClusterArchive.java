package broadsheet.search.opensearch;

import broadsheet.cluster.OneCluster;
import broadsheet.index.SiteFacts;
import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.index.opensearch.ClusterPostIndexer;
import broadsheet.opensearch.ClusterOptions;
import broadsheet.owner.OwnerFiles;
import broadsheet.post.Post;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.lucene.ViewEngine;
import broadsheet.search.lucene.view.Budget;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A few posts on a real cluster, and engines over them. */
final class ClusterArchive {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    /** A busy machine takes long for a node's first search. */
    private static final ClusterOptions.Limits LIMITS = new ClusterOptions.Limits(Duration.ofSeconds(20),
            Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(60));

    private ClusterArchive() {}

    static ClusterPlace place(OneCluster.Real real, String prefix, int replicas) {
        return new ClusterPlace(real.options().withLimits(LIMITS), prefix, 1, replicas);
    }

    /** The same archive as it is reached by another address. */
    static ClusterPlace by(URI address, String prefix) {
        return ClusterPlace.of(ClusterOptions.of(List.of(address)).withLimits(LIMITS), prefix);
    }

    /** Publishes posts in the place of those that are there. */
    static void publish(ClusterPlace place, List<Post> posts) throws IOException {
        try (ClusterPostIndexer indexer = ClusterPostIndexer.open(place, false)) {
            for (Post post : posts) {
                indexer.put(post.id(), List.of(post));
            }
            indexer.publish(new byte[]{1}, SiteFacts.NONE);
        }
    }

    /** An engine whose clock stands at {@link #NOW} and that takes its time. */
    static SearchEngine engine(ClusterPlace place) throws IOException {
        return ClusterSearchEngine.open(place, true, OwnerFiles.NONE,
                new ViewEngine.Settings(Ranking.DEFAULT, () -> NOW, Budget.Limits.NONE));
    }
}
