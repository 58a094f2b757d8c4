package broadsheet.search.lucene;

import broadsheet.index.PostFields;
import broadsheet.index.SiteFacts;
import broadsheet.index.lucene.PostSchema;
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
import broadsheet.search.lucene.view.Analyses;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.IdOrder;
import broadsheet.search.lucene.view.IndexView;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.StoredPosts;
import broadsheet.search.lucene.view.ViewFollower;
import broadsheet.search.lucene.vocabulary.FollowedCompletions;
import broadsheet.search.rules.RulesFollower;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine over a Lucene index on disk: holds one generation open for each call. {@link OneSearch} is a search. */
public final class LuceneSearchEngine implements SearchEngine {

    private static final Logger LOG = LoggerFactory.getLogger(LuceneSearchEngine.class);
    /** Words with a slip and none, so that spellings are looked up, too. */
    private static final String WARMING = "the new mayor annouced";
    /** Damaged archives have several posts at one address; the first that may be seen is taken. */
    private static final int MOST_NAMESAKES = 8;

    private final FollowedCompletions completions;
    private final ViewFollower views;
    private final RulesFollower rules;
    private final Ranking ranking;
    private volatile boolean started;
    private final InstantSource clock;
    private final Budgets budgets;
    private final StepTimes steps = new StepTimes(Stream.of(Budget.Step.values()).map(Budget.Step::label).toList());
    private final Analyses.Pool free = new Analyses.Pool(2 * Runtime.getRuntime().availableProcessors());

    private LuceneSearchEngine(Path index, OwnerFiles files, Settings settings) throws IOException {
        this.ranking = settings.ranking();
        this.clock = settings.clock();
        this.budgets = new Budgets(settings.limits());
        this.completions = new FollowedCompletions(free, clock);
        this.rules = new RulesFollower(files);
        boolean open = false;
        try {
            this.views = new ViewFollower(index, this::prepare);
            this.started = true;
            open = true;
        } finally {
            if (!open) {
                completions.close();
                rules.close();
            }
        }
    }

    /**
     * Prepares a generation that is about to take the place of another: what searches share is read from the disk before
     * the first one needs it. The very first generation is shown at once.
     */
    private void prepare(IndexView view) {
        if (started) {
            try (Analyses analyses = free.borrow()) {
                Reading reading = Reading.of(view, analyses, clock.instant(), Budget.begin(Budget.Limits.NONE));
                search(SearchRequest.of(WARMING), reading);
            } catch (IOException | RuntimeException e) {
                LOG.warn("generation {} could not be warmed: {}", view.number(), e.toString());
            }
        }
        completions.follow(view);
    }

    /**
     * Opens the newest whole generation of an index, and follows it from then on.
     *
     * @throws broadsheet.index.IndexException when there is none, or its schema is another
     */
    public static LuceneSearchEngine open(Path index) throws IOException {
        return open(index, OwnerFiles.NONE);
    }

    /** The same with the owner's synonyms and pins, whose files are followed, too. */
    public static LuceneSearchEngine open(Path index, OwnerFiles files) throws IOException {
        return open(index, files, new Settings(Ranking.DEFAULT, InstantSource.system(), Budget.Limits.SEARCH));
    }

    /** The same with other numbers for the ranking, and another clock. */
    public static LuceneSearchEngine open(Path index, Ranking ranking, InstantSource clock) throws IOException {
        return open(index, OwnerFiles.NONE, ranking, clock);
    }

    /** The same with the owner's files. */
    public static LuceneSearchEngine open(Path index, OwnerFiles files, Ranking ranking, InstantSource clock)
            throws IOException {
        return open(index, files, new Settings(ranking, clock, Budget.Limits.SEARCH));
    }

    /** The same with all of it. */
    static LuceneSearchEngine open(Path index, OwnerFiles files, Settings settings) throws IOException {
        return new LuceneSearchEngine(index, files, settings);
    }

    /** @param limits what one search may use */
    record Settings(Ranking ranking, InstantSource clock, Budget.Limits limits) {}

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
        Asking asking = new Asking(request, reading, rules.rules(), ranking);
        return new OneSearch(asking, new LuceneFinding(asking)).response();
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
        return stored(new Term(PostFields.ID, id));
    }

    @Override
    public Optional<StoredPost> postAt(String address) {
        // another post may be at the address that a moved one had
        return PostSchema.address(address).flatMap(key -> stored(new Term(PostFields.URL, key)))
                .or(() -> PostSchema.formerAddress(address)
                        .flatMap(key -> stored(new Term(PostSchema.FORMER_URL, key))));
    }

    private Optional<StoredPost> stored(Term name) {
        return read(reading -> {
            int document = find(reading, name);
            if (document < 0) {
                // It may not have been looked for to the end.
                reading.budget().check();
                return Optional.empty();
            }
            StoredPosts posts = new StoredPosts(reading.reader());
            return Optional.of(new StoredPost(posts.view(document), posts.body(document)));
        });
    }

    /** The number of the post with that name that may be seen, of several the first by id; -1 when there is none. */
    private static int find(Reading reading, Term name) throws IOException {
        int first = -1;
        for (ScoreDoc found : reading.searcher().search(new TermQuery(name), MOST_NAMESAKES).scoreDocs) {
            IdOrder ids = reading.view().ids();
            boolean before = first < 0 || ids.place(found.doc) < ids.place(first);
            if (before && !reading.isHidden(found.doc)) {
                first = found.doc;
            }
        }
        return first;
    }

    @Override
    public Similar similar(String id, int size) {
        return read(reading -> {
            int document = find(reading, new Term(PostFields.ID, id));
            return document < 0
                    ? new Similar(List.of(), reading.budget().isPartial())
                    : new SimilarPosts(reading).like(document, size);
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
        return read(reading -> new EngineState(reasons, reading.view().bytes(), completions.edition()));
    }

    /** The same three texts stand in two records, since the room of the index and that of searches do not know each other. */
    @Override
    public Site site() {
        return read(reading -> {
            SiteFacts site = reading.view().site();
            return new Site(site.title(), site.url(), site.lang());
        });
    }

    private interface Work<T> {
        T on(Reading reading) throws IOException;
    }

    private <T> T read(Work<T> work) {
        IndexView view = views.acquire();
        try (Analyses analyses = free.borrow()) {
            return work.on(Reading.of(view, analyses, clock.instant(), budgets.next()));
        } catch (Budget.Spent | ExitableDirectoryReader.ExitingReaderException e) {
            throw new SearchException.Unavailable("the search took too long", e);
        } catch (IOException e) {
            // The message may hold a path, which is for the log alone.
            LOG.error("the index cannot be read", e);
            throw new SearchException.Unavailable("The index cannot be read; the server's log has more.", e);
        } finally {
            view.release();
        }
    }

    @Override
    public void close() {
        rules.close();
        completions.close();
        views.close();
    }
}
