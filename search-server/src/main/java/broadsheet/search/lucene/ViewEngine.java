package broadsheet.search.lucene;

import broadsheet.index.SiteFacts;
import broadsheet.owner.OwnerFiles;
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
import broadsheet.search.lucene.view.IndexView;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.vocabulary.FollowedCompletions;
import broadsheet.search.rules.RulesFollower;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What engines have in common that hold a view of one generation open for each call, wherever its posts are: the frame
 * around a call, the owner's rules, completions, and how long searches took. Safe for many threads.
 */
public abstract class ViewEngine implements SearchEngine {

    /** Words with a slip and none, so that spellings are looked up, too. */
    private static final String WARMING = "the new mayor annouced";
    private static final Logger LOG = LoggerFactory.getLogger(ViewEngine.class);

    private final Settings settings;
    private final Budgets budgets;
    private final StepTimes steps = new StepTimes(Stream.of(Budget.Step.values()).map(Budget.Step::label).toList());
    private final Analyses.Pool free = new Analyses.Pool(2 * Runtime.getRuntime().availableProcessors());
    private final FollowedCompletions completions;
    private final RulesFollower rules;
    private final AtomicBoolean first = new AtomicBoolean(true);

    /** @param limits what one search may use of this process */
    public record Settings(Ranking ranking, InstantSource clock, Budget.Limits limits) {}

    /** @param completions those of a view */
    protected ViewEngine(OwnerFiles files, Settings settings,
            BiFunction<Analyses.Pool, InstantSource, FollowedCompletions> completions) {
        this.settings = settings;
        this.budgets = new Budgets(settings.limits());
        this.completions = completions.apply(free, settings.clock());
        this.rules = new RulesFollower(files);
    }

    /** The newest view, held open for the caller. @throws SearchException.Unavailable when there is none */
    protected abstract IndexView acquire();

    /** Where a search finds its posts. */
    protected abstract Finding finding(Asking asking);

    /** What a reader is told when posts cannot be read. */
    protected abstract String unreadable();

    /** What is done for a call, with the view that is open for it. */
    protected interface Work<T> {
        T on(Reading reading) throws IOException;
    }

    /**
     * Prepares a view that is about to take the place of another: a search before the first reader's, as it reads what
     * searches share. The very first view is shown at once, and one that cannot be warmed all the same.
     */
    protected final void prepare(IndexView view) {
        if (!first.getAndSet(false)) {
            try (Analyses analyses = free.borrow()) {
                search(SearchRequest.of(WARMING), Reading.of(view, analyses, settings.clock().instant(),
                        Budget.begin(Budget.Limits.NONE)));
            } catch (IOException | RuntimeException | Error e) {
                LOG.warn("generation {} could not be warmed: {}", view.number(), e.toString());
            }
        }
        completions.follow(view);
    }

    @Override
    public final SearchResponse search(SearchRequest request) {
        budgets.searching();
        return read(reading -> {
            SearchResponse response = search(request, reading);
            steps.add(reading.budget().laps());
            return response;
        });
    }

    private SearchResponse search(SearchRequest request, Reading reading) throws IOException {
        Asking asking = asking(request, reading);
        return new OneSearch(asking, finding(asking)).response();
    }

    protected final Asking asking(SearchRequest request, Reading reading) {
        return new Asking(request, reading, rules.rules(), settings.ranking());
    }

    protected final FollowedCompletions completions() {
        return completions;
    }

    @Override
    public final <T, E extends Exception> T asOne(Calls<T, E> calls) throws E {
        return budgets.asOne(calls);
    }

    @Override
    public final StepTimes steps() {
        return steps;
    }

    @Override
    public final List<Suggestion> suggest(String text, int size) {
        return completions.now().of(text, size);
    }

    @Override
    public final IndexInfo index() {
        return read(reading -> Asking.index(reading, rules.rules()));
    }

    /** The same three texts stand in two records, since the room of the index and that of searches do not know each other. */
    @Override
    public Optional<Site> site() {
        return read(reading -> {
            SiteFacts site = reading.view().site();
            return Optional.of(new Site(site.title(), site.url(), site.lang()));
        });
    }

    /** Does the work of a call, with the newest view. */
    protected <T> T read(Work<T> work) {
        return read(work, acquire());
    }

    /** The same with a view that the caller holds open; it is released. */
    protected final <T> T read(Work<T> work, IndexView view) {
        try (Analyses analyses = free.borrow()) {
            return work.on(Reading.of(view, analyses, settings.clock().instant(), budgets.next()));
        } catch (Budget.Spent | ExitableDirectoryReader.ExitingReaderException e) {
            throw new SearchException.Unavailable("the search took too long", e);
        } catch (IOException e) {
            // The message may hold a path or an address, which is for the log alone.
            LOG.error("posts cannot be read", e);
            throw new SearchException.Unavailable(unreadable(), e);
        } finally {
            view.release();
        }
    }

    @Override
    public void close() {
        rules.close();
        completions.close();
    }
}
