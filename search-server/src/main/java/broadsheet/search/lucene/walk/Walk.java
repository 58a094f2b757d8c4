package broadsheet.search.lucene.walk;

import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.MatchSet;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.walk.SetWalk.Sizes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A question of words, ready to be walked once for all posts that match and for the best of them. */
public final class Walk {

    private static final Logger LOG = LoggerFactory.getLogger(Walk.class);

    private final Reading reading;
    private final List<Plan> plans;
    private final Extra extra;

    private final Sizes sizes;

    private Walk(Reading reading, List<Plan> plans, Extra extra, Sizes sizes) {
        this.reading = reading;
        this.plans = plans;
        this.extra = extra;
        this.sizes = sizes;
    }

    /**
     * Empty for a question of a shape that is left to Lucene.
     *
     * @param query not rewritten
     * @param extra added to each score
     */
    public static Optional<Walk> of(Query query, Reading reading, Extra extra) {
        return of(query, reading, extra, Sizes.MEASURED);
    }

    static Optional<Walk> of(Query query, Reading reading, Extra extra, Sizes sizes) {
        List<Plan> plans = Plan.all(query);
        return plans.isEmpty() ? Optional.empty() : Optional.of(new Walk(reading, plans, extra, sizes));
    }

    /** All that match, and what the collector made of them. */
    public record Result<T>(MatchSet matches, T best) {}

    /**
     * Walks; only as far as the budget allows.
     *
     * @param best takes the posts that may be among the best, and says which scores are worth collecting; one collector
     *     for each question, which gets its posts in rising order
     * @param without posts that are none of the matches, by number in the whole index
     */
    public <C extends Collector, T> Result<T> run(CollectorManager<C, T> best, Optional<FixedBitSet> without)
            throws IOException {
        FixedBitSet matches = new FixedBitSet(Math.max(1, reading.reader().maxDoc()));
        List<C> collectors = new ArrayList<>(plans.size());
        try {
            Segment.Scratch scratch = new Segment.Scratch();
            for (Plan plan : shortestFirst()) {
                collectors.add(best.newCollector());
                walk(plan, matches, collectors.getLast(), without, scratch);
            }
        } catch (Budget.Spent | ExitableDirectoryReader.ExitingReaderException e) {
            LOG.debug("what was found until the budget was spent counts", e);
        }
        return new Result<>(new MatchSet(matches, matches.cardinality()), best.reduce(collectors));
    }

    /**
     * Questions of few posts cost little, and the best of their posts let the walk pass over more of the others. Words of a
     * language that few posts are in often weigh the most, too.
     */
    private List<Plan> shortestFirst() throws IOException {
        if (plans.size() == 1) {
            return plans;
        }
        record Sized(Plan plan, long posts) {}
        List<Sized> sized = new ArrayList<>(plans.size());
        for (Plan plan : plans) {
            sized.add(new Sized(plan, plan.mostPosts(reading.reader())));
        }
        sized.sort(Comparator.comparingLong(Sized::posts));
        return sized.stream().map(Sized::plan).toList();
    }

    private void walk(Plan plan, FixedBitSet matches, Collector collector, Optional<FixedBitSet> without,
            Segment.Scratch scratch) throws IOException {
        Question question = question(plan);
        boolean listed = question.needed().stream().allMatch(Listed.class::isInstance);
        Found.Steps steps = new Found.Steps(reading.budget());
        for (LeafReaderContext context : reading.reader().leaves()) {
            if (reading.budget().isSpent()) {
                return;
            }
            Found found = new Found(context, matches, without, steps);
            LeafCollector inSegment = collector.getLeafCollector(context);
            Segment segment = new Segment(context, scratch);
            if (listed) {
                new SetWalk(question, segment, found, sizes).run(inSegment);
            } else {
                new AllWalk(question, segment, new Best(question.bonuses(), extra, segment, inSegment), found).run();
            }
            inSegment.finish();
            scratch.giveAll();
        }
    }

    private Question question(Plan plan) throws IOException {
        Clauses clauses = new Clauses(reading, sizes.remembered());
        List<Clause> filters = all(clauses, plan.filters(), ScoreMode.COMPLETE_NO_SCORES);
        if (!plan.any()) {
            plan.needed().forEach(query -> filters.addAll(clauses.around(query)));
        }
        return new Question(needed(clauses, plan), plan.any(),
                clauses.bonuses(plan.bonuses()), filters,
                all(clauses, plan.excluded(), ScoreMode.COMPLETE_NO_SCORES), extra);
    }

    private static List<Clause> needed(Clauses clauses, Plan plan) throws IOException {
        if (!plan.any()) {
            return all(clauses, plan.needed(), ScoreMode.COMPLETE);
        }
        List<Clause> any = new ArrayList<>(plan.needed().size());
        for (Query query : plan.needed()) {
            any.add(clauses.oneOfAny(query, 1));
        }
        return any;
    }

    private static List<Clause> all(Clauses clauses, List<Query> queries, ScoreMode mode) throws IOException {
        List<Clause> all = new ArrayList<>(queries.size());
        for (Query query : queries) {
            all.add(clauses.needed(query, mode));
        }
        return all;
    }

    /** The clauses of a plan, with their weights. */
    record Question(List<Clause> needed, boolean any, List<Clause> bonuses, List<Clause> filters, List<Clause> excluded,
            Extra extra) {}
}
