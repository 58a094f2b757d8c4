package broadsheet.search.opensearch;

import broadsheet.index.PostFields;
import broadsheet.index.SiteFacts;
import broadsheet.index.lucene.PostSchema;
import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.index.opensearch.ClusterStore;
import broadsheet.opensearch.Cluster;
import broadsheet.owner.OwnerFiles;
import broadsheet.search.EngineState;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchException;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.search.SearchResponse.IndexInfo;
import broadsheet.search.Site;
import broadsheet.search.StepTimes;
import broadsheet.search.lucene.Asking;
import broadsheet.search.lucene.Budgets;
import broadsheet.search.lucene.OneSearch;
import broadsheet.search.lucene.view.Analyses;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.IndexView;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.vocabulary.FollowedCompletions;
import broadsheet.search.rules.RulesFollower;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine over an OpenSearch cluster: holds one generation open for each call, and asks only that one. */
public final class ClusterSearchEngine implements SearchEngine {

    /** A page waits for some answers of the cluster; the rest is work on ten posts. */
    private static final Budget.Limits LIMITS = new Budget.Limits(Duration.ofSeconds(10), Duration.ofSeconds(2),
            256L << 20);
    /** Words with a slip and none, so that spellings are looked up, too. */
    private static final String WARMING = "the new mayor annouced";
    private static final Logger LOG = LoggerFactory.getLogger(ClusterSearchEngine.class);

    private final Cluster cluster;
    private final FollowedCompletions completions;
    private final ClusterFollower views;
    private final RulesFollower rules;
    private volatile boolean started;
    private final Settings settings;
    private final Budgets budgets;
    private final StepTimes steps = new StepTimes(Stream.of(Budget.Step.values()).map(Budget.Step::label).toList());
    private final Analyses.Pool free = new Analyses.Pool(2 * Runtime.getRuntime().availableProcessors());
    private final PageIndex.Makers makers = new PageIndex.Makers();

    /**
     * How it searches.
     *
     * @param dfs whether frequencies of all shards are collected before posts are scored
     * @param limits what one search may use of this process
     */
    record Settings(Ranking ranking, InstantSource clock, boolean dfs, Budget.Limits limits) {}

    private ClusterSearchEngine(ClusterPlace place, OwnerFiles files, Settings settings) throws IOException {
        this.settings = settings;
        this.budgets = new Budgets(settings.limits());
        this.cluster = new Cluster(place.cluster());
        this.completions = new FollowedCompletions(free, settings.clock(), ClusterCompletions::new);
        this.rules = new RulesFollower(files);
        boolean open = false;
        try {
            ClusterPosts.Settings asked = new ClusterPosts.Settings(settings.dfs(), place.cluster().limits().search());
            this.views = new ClusterFollower(cluster, new ClusterStore(cluster, place.prefix()),
                    new GenerationOpener(cluster, asked), this::prepare);
            this.started = true;
            open = true;
        } finally {
            if (!open) {
                completions.close();
                rules.close();
                cluster.close();
            }
        }
    }

    /** A search before the first reader's, as the cluster has to read what searches share; not before the very first. */
    private void prepare(IndexView view) {
        if (started) {
            try (Analyses analyses = free.borrow()) {
                search(SearchRequest.of(WARMING),
                        Reading.of(view, analyses, settings.clock().instant(), Budget.begin(Budget.Limits.NONE)));
            } catch (IOException | RuntimeException e) {
                LOG.warn("generation {} could not be warmed: {}", view.number(), e.toString());
            }
        }
        completions.follow(view);
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
        return open(place, files, new Settings(Ranking.DEFAULT, InstantSource.system(), dfs, LIMITS));
    }

    /** The same with other settings. */
    static ClusterSearchEngine open(ClusterPlace place, OwnerFiles files, Settings settings) throws IOException {
        return new ClusterSearchEngine(place, files, settings);
    }

    @Override
    public SearchResponse search(SearchRequest request) {
        budgets.searching();
        return read(reading -> {
            SearchResponse response = search(request, reading);
            steps.add(reading.budget().laps());
            return response;
        });
    }

    private SearchResponse search(SearchRequest request, Reading reading) throws IOException {
        Asking asking = new Asking(request, reading, rules.rules(), settings.ranking());
        return new OneSearch(asking, new ClusterFinding(asking, searcher(reading), makers)).response();
    }

    private static ClusterSearcher searcher(Reading reading) {
        return (ClusterSearcher) reading.searcher();
    }

    @Override
    public <T, E extends Exception> T asOne(Calls<T, E> calls) throws E {
        return budgets.asOne(calls);
    }

    @Override
    public StepTimes steps() {
        return steps;
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
            Asking asking = new Asking(request, reading, rules.rules(), settings.ranking());
            return new SimilarOnCluster(asking, searcher(reading), makers).like(id);
        });
    }

    @Override
    public List<Suggestion> suggest(String text, int size) {
        return completions.now().of(text, size);
    }

    @Override
    public IndexInfo index() {
        return read(reading -> Asking.index(reading, rules.rules()));
    }

    @Override
    public EngineState state() {
        List<String> reasons = new ArrayList<>(views.reasons());
        reasons.addAll(completions.reasons());
        return views.isOpen()
                ? read(reading -> new EngineState(reasons, reading.view().bytes(), completions.edition()))
                : new EngineState(reasons, 0, completions.edition());
    }

    /** Of a cluster that is away nothing is known; the page then has its own title. */
    @Override
    public Site site() {
        if (!views.isOpen()) {
            return Site.UNKNOWN;
        }
        return read(reading -> {
            SiteFacts site = reading.view().site();
            return new Site(site.title(), site.url(), site.lang());
        });
    }

    private interface Work<T> {
        T on(Reading reading) throws IOException;
    }

    /** A request whose index goes meanwhile is asked again of the next one, from its beginning. */
    private <T> T read(Work<T> work) {
        IndexView view = views.acquire();
        try {
            return read(work, view);
        } catch (ClusterPosts.Gone e) {
            LOG.warn("generation {} is gone: {}", view.number(), e.getMessage());
            return read(work, views.acquireAnother(view));
        }
    }

    private <T> T read(Work<T> work, IndexView view) {
        try (Analyses analyses = free.borrow()) {
            return work.on(Reading.of(view, analyses, settings.clock().instant(), budgets.next()));
        } catch (Budget.Spent | ExitableDirectoryReader.ExitingReaderException e) {
            throw new SearchException.Unavailable("the search took too long", e);
        } catch (IOException e) {
            // The message may hold an address, which is for the log alone.
            LOG.error("the cluster cannot be read", e);
            throw new SearchException.Unavailable("The OpenSearch cluster cannot be read; the server's log has more.",
                    e);
        } finally {
            view.release();
        }
    }

    @Override
    public void close() {
        rules.close();
        completions.close();
        views.close();
        cluster.close();
    }
}
