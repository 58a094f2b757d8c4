package broadsheet.search.lucene.retrieve;

import broadsheet.index.PostFields;
import broadsheet.search.Ranking;
import broadsheet.search.SearchException;
import broadsheet.search.SearchRequest;
import broadsheet.search.lucene.translate.FilterQueries;
import broadsheet.search.lucene.translate.Translation;
import broadsheet.search.lucene.view.MatchSet;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** Finds and orders posts: those with all the words first, then, where these do not fill a page, those with any. */
public final class Retrieval {

    private final Reading reading;
    private final Translation translation;
    private final SearchRequest request;
    private final Recency recency;
    private final Folding folding;

    public Retrieval(Reading reading, Translation translation, SearchRequest request, Ranking ranking) {
        this.reading = reading;
        this.translation = translation;
        this.request = request;
        this.recency = new Recency(ranking, reading.now());
        this.folding = new Folding(reading.stories(), reading.reader(), request.foldCopies());
    }

    /** A found post, by document number; {@code complete} when it has all the words. */
    public record Found(int document, double score, boolean complete, boolean pinned) {

        public Found(int document, double score, boolean complete) {
            this(document, score, complete, false);
        }
    }

    /**
     * What was found.
     *
     * @param found in order, from the first on
     * @param matches the posts that {@code total} counts, or all where none has all the words
     * @param hits how many hits all posts make, copies of one story being one
     */
    public record Result(List<Found> found, MatchSet matches, long total, long totalAll, long hits, boolean relaxed) {}

    /**
     * @param upTo how many hits to order
     * @param pins ids of posts that stand before all others, whatever words they have
     */
    public Result run(int upTo, List<String> pins) throws IOException {
        Query all = framed(translation.all());
        MatchSet complete = MatchSet.of(reading.searcher(), all);
        Pinned pinned = Pinned.of(pins, this::visible);
        List<Found> first = folding.fold(List.of(), pinned.found(this::scored, complete), false);
        List<Found> found = new ArrayList<>(first.subList(0, Math.min(upTo, first.size())));
        found.addAll(hits(new Tier(pinned.without(all), complete, true), upTo - found.size(), List.copyOf(found)));
        long total = complete.count();
        if (!relaxes(total)) {
            MatchSet extra = pinned.butFor(complete);
            return new Result(found, complete, total, total + extra.count(), folding.hits(complete, extra), false);
        }
        Query any = framed(translation.any().orElseThrow());
        Query others = new BooleanQuery.Builder().add(any, Occur.MUST).add(translation.all(), Occur.MUST_NOT).build();
        MatchSet incomplete = MatchSet.of(reading.searcher(), others);
        Tier second = new Tier(pinned.without(others), incomplete, false);
        found.addAll(hits(second, upTo - found.size(), List.copyOf(found)));
        MatchSet extra = pinned.butFor(complete, incomplete);
        return new Result(found, total == 0 ? incomplete : complete, total,
                total + incomplete.count() + extra.count(), folding.hits(complete, incomplete, extra),
                incomplete.count() > 0);
    }

    /** The number of a post that filters and publication let through; -1 when there is none. */
    private int visible(Query post) throws IOException {
        ScoreDoc[] top = reading.searcher().search(framed(post), 1).scoreDocs;
        return top.length == 0 ? -1 : top[0].doc;
    }

    /** The score that a post would have found its place by; 0 where it would not be found. */
    private double scored(Query post, boolean complete) throws IOException {
        if (!byScore()) {
            return 0;
        }
        Query words = complete ? translation.all() : translation.any().orElse(translation.all());
        Query fresh = recency.added(words, reading.reader());
        ScoreDoc[] top = reading.searcher().search(
                new BooleanQuery.Builder().add(fresh, Occur.MUST).add(post, Occur.FILTER).build(), 1).scoreDocs;
        return top.length == 0 ? 0 : top[0].score;
    }

    /** Why found posts stand where they do. */
    public Explainer explainer() throws IOException {
        List<Query> shares = byScore() ? recency.shares(reading.reader()) : List.of();
        return new Explainer(reading.searcher(), translation, byScore(), shares);
    }

    /** Posts with all the words, or those that lack some. */
    private record Tier(Query query, MatchSet matches, boolean complete) {}

    /** The first hits of a tier, without the stories that were found before. */
    private List<Found> hits(Tier tier, int upTo, List<Found> before) throws IOException {
        if (upTo <= 0) {
            return List.of();
        }
        int depth = byScore() ? upTo + before.size() : folding.depth(upTo);
        List<Found> folded = folding.fold(before, top(tier.query(), depth, tier.complete()), byScore());
        while (!byScore() && folded.size() < upTo && depth < tier.matches().count()) {
            depth = 2 * depth;
            folded = folding.fold(before, top(tier.query(), depth, tier.complete()), byScore());
        }
        return folded.size() > upTo ? folded.subList(0, upTo) : folded;
    }

    /**
     * Whether posts that lack words are shown, too. Posts are counted, not hits, so that the totals are the same folded
     * or not. By date, a post that lacks words would stand among the others as if it had them: only where there are none.
     */
    private boolean relaxes(long total) {
        return translation.any().isPresent()
                && (byScore() ? total < request.size() : total == 0);
    }

    private boolean byScore() {
        return translation.scored() && request.sort() == SearchRequest.Sort.RELEVANCE;
    }

    private Query framed(Query query) {
        BooleanQuery.Builder framed = new BooleanQuery.Builder().add(query, Occur.MUST);
        FilterQueries.add(framed, request.filters());
        reading.addVisible(framed);
        return framed.build();
    }

    private List<Found> top(Query query, int count, boolean complete) throws IOException {
        List<ScoreDoc> top = top(query, Math.max(1, Math.min(count, reading.reader().maxDoc())));
        if (reading.searcher().timedOut()) {
            throw new SearchException.Unavailable("the search took too long", null);
        }
        List<Found> found = new ArrayList<>(top.size());
        for (ScoreDoc hit : top) {
            found.add(new Found(hit.doc, Float.isNaN(hit.score) ? 0 : hit.score, complete));
        }
        return found;
    }

    private List<ScoreDoc> top(Query query, int count) throws IOException {
        IndexSearcher searcher = reading.searcher();
        if (!byScore()) {
            return List.of(searcher.search(query, new TopFieldCollectorManager(byDate(), count, count)).scoreDocs);
        }
        Query fresh = recency.added(query, reading.reader());
        return folding.folds()
                ? searcher.search(fresh, new StoryCollectorManager(folding, count))
                : List.of(searcher.search(fresh, new TopScoreDocCollectorManager(count, count)).scoreDocs);
    }

    private Sort byDate() {
        boolean newest = request.sort() != SearchRequest.Sort.OLDEST;
        long undated = newest ? Long.MIN_VALUE : Long.MAX_VALUE;
        return new Sort(new SortedNumericSortField(PostFields.DATE, SortField.Type.LONG, newest,
                SortedNumericSelector.Type.MIN, undated));
    }
}
