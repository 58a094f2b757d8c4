package broadsheet.search.opensearch;

import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostSchema;
import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.index.opensearch.ClusterStore;
import broadsheet.opensearch.Cluster;
import broadsheet.owner.OwnerFiles;
import broadsheet.search.EngineState;
import broadsheet.search.Ranking;
import broadsheet.search.SearchRequest;
import broadsheet.search.Site;
import broadsheet.search.lucene.Asking;
import broadsheet.search.lucene.Finding;
import broadsheet.search.lucene.ViewEngine;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.IndexView;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.vocabulary.FollowedCompletions;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine over an OpenSearch cluster: holds one generation open for each call, and asks only that one. */
public final class ClusterSearchEngine extends ViewEngine {

    /** A page waits for some answers of the cluster; the rest is work on ten posts. */
    private static final Budget.Limits LIMITS = new Budget.Limits(Duration.ofSeconds(10), Duration.ofSeconds(2),
            256L << 20);
    private static final Logger LOG = LoggerFactory.getLogger(ClusterSearchEngine.class);

    private final Cluster cluster;
    private final ClusterFollower views;
    private final PageIndex.Makers makers = new PageIndex.Makers();

    private ClusterSearchEngine(Cluster cluster, ClusterPlace place, boolean dfs, OwnerFiles files, Settings settings)
            throws IOException {
        super(files, settings, (free, clock) -> new FollowedCompletions(free, clock, ClusterCompletions::new));
        this.cluster = cluster;
        boolean open = false;
        try {
            ClusterPosts.Settings asked = new ClusterPosts.Settings(dfs, place.cluster().limits().search());
            this.views = new ClusterFollower(cluster, new ClusterStore(cluster, place.prefix()),
                    new GenerationOpener(cluster, asked), this::prepare);
            open = true;
        } finally {
            if (!open) {
                super.close();
                cluster.close();
            }
        }
    }

    /**
     * Opens the generation that the cluster shows, and follows it from then on. A cluster that is away, or shows nothing
     * yet, is waited for: until then each call says that it is unavailable.
     *
     * @throws broadsheet.opensearch.ClusterException when what answers is no OpenSearch of 3.0 or newer, cannot be
     * trusted, or does not let us in
     * @throws broadsheet.index.IndexException when its schema is another
     */
    public static ClusterSearchEngine open(ClusterPlace place, boolean dfs, OwnerFiles files) throws IOException {
        return open(place, dfs, files, new Settings(Ranking.DEFAULT, InstantSource.system(), LIMITS));
    }

    /** The same with other settings. */
    static ClusterSearchEngine open(ClusterPlace place, boolean dfs, OwnerFiles files, Settings settings)
            throws IOException {
        return new ClusterSearchEngine(new Cluster(place.cluster()), place, dfs, files, settings);
    }

    @Override
    protected IndexView acquire() {
        return views.acquire();
    }

    @Override
    protected Finding finding(Asking asking) {
        return new ClusterFinding(asking, searcher(asking.reading()), makers);
    }

    @Override
    protected String unreadable() {
        return "The OpenSearch cluster cannot be read; the server's log has more.";
    }

    private static ClusterSearcher searcher(Reading reading) {
        return (ClusterSearcher) reading.searcher();
    }

    @Override
    public Optional<StoredPost> post(String id) {
        return stored(PostFields.ID, id);
    }

    @Override
    public Optional<StoredPost> postAt(String address) {
        // another post may be at the address that a moved one had
        return PostSchema.address(address).flatMap(key -> stored(PostFields.URL, key))
                .or(() -> PostSchema.formerAddress(address).flatMap(key -> stored(PostSchema.FORMER_URL, key)));
    }

    private Optional<StoredPost> stored(String field, String name) {
        return read(reading -> new StoredOnCluster(reading, searcher(reading), makers).post(field, name));
    }

    @Override
    public Similar similar(String id, int size) {
        return read(reading -> {
            SearchRequest request = SearchRequest.of("").withSize(size);
            return new SimilarOnCluster(asking(request, reading), searcher(reading), makers).like(id);
        });
    }

    @Override
    public EngineState state() {
        List<String> reasons = new ArrayList<>(views.reasons());
        reasons.addAll(completions().reasons());
        return views.isOpen()
                ? read(reading -> new EngineState(reasons, reading.view().bytes(), completions().edition()))
                : new EngineState(reasons, 0, completions().edition());
    }

    @Override
    public Optional<Site> site() {
        return views.isOpen() ? super.site() : Optional.empty();
    }

    /** A request whose index goes meanwhile is asked again of the next one, from its beginning. */
    @Override
    protected <T> T read(Work<T> work) {
        IndexView view = views.acquire();
        try {
            return read(work, view);
        } catch (ClusterPosts.Gone e) {
            LOG.warn("generation {} is gone: {}", view.number(), e.getMessage());
            return read(work, views.acquireAnother(view));
        }
    }

    @Override
    public void close() {
        super.close();
        views.close();
        cluster.close();
    }
}
