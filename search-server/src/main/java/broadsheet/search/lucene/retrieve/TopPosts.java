package broadsheet.search.lucene.retrieve;

import broadsheet.index.PostFields;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.view.MatchSet;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.util.FixedBitSet;

/** The first posts of a query, by score or by date, one of each story. */
final class TopPosts {

    private final Reading reading;
    private final Folding folding;
    private final Optional<Recency> recency;
    private final boolean oldestFirst;

    /**
     * @param recency what being new adds to the score; empty orders by date
     * @param oldestFirst matters by date alone; undated posts come last in any case
     */
    TopPosts(Reading reading, Folding folding, Optional<Recency> recency, boolean oldestFirst) {
        this.reading = reading;
        this.folding = folding;
        this.recency = recency;
        this.oldestFirst = oldestFirst;
    }

    /** Posts with all the words, or those that lack some. */
    record Tier(Query query, MatchSet matches, boolean complete) {}

    /** The first hits of a tier, without the stories that were found before. */
    List<Found> of(Tier tier, int upTo, List<Found> before) throws IOException {
        if (upTo <= 0) {
            return List.of();
        }
        boolean byScore = recency.isPresent();
        int depth = byScore ? upTo + before.size() : folding.depth(upTo);
        List<Found> folded = folding.fold(before, first(tier, depth), byScore);
        while (!byScore && folded.size() < upTo && depth < tier.matches().count()) {
            depth = 2 * depth;
            folded = folding.fold(before, first(tier, depth), false);
        }
        return folded.size() > upTo ? folded.subList(0, upTo) : folded;
    }

    private List<Found> first(Tier tier, int count) throws IOException {
        List<ScoreDoc> first = first(tier.query(), Math.max(1, Math.min(count, reading.reader().maxDoc())));
        List<Found> found = new ArrayList<>(first.size());
        for (ScoreDoc hit : first) {
            found.add(new Found(hit.doc, Float.isNaN(hit.score) ? 0 : hit.score, tier.complete()));
        }
        if (found.isEmpty() && reading.budget().isPartial()) {
            addUnordered(found, tier, count);
        }
        return found;
    }

    /** Matches as they come, where nothing was left to order them: better than none. */
    private static void addUnordered(List<Found> found, Tier tier, int count) {
        FixedBitSet matches = tier.matches().documents();
        int document = matches.nextSetBit(0);
        while (document != DocIdSetIterator.NO_MORE_DOCS && found.size() < count) {
            found.add(new Found(document, 0, tier.complete()));
            document = document + 1 < matches.length()
                    ? matches.nextSetBit(document + 1)
                    : DocIdSetIterator.NO_MORE_DOCS;
        }
    }

    private List<ScoreDoc> first(Query query, int count) throws IOException {
        if (recency.isEmpty()) {
            return List.of(EqualPosts.by(byDate(), query, count, reading));
        }
        Query fresh = recency.get().added(query, reading.reader());
        // One story more than is shown: which of several equal copies stands for the last one is then sure.
        return folding.folds()
                ? reading.search(fresh, new StoryCollectorManager(folding, count + 1))
                : List.of(EqualPosts.byScore(fresh, count, reading));
    }

    private SortField byDate() {
        long undated = oldestFirst ? Long.MAX_VALUE : Long.MIN_VALUE;
        return new SortedNumericSortField(PostFields.DATE, SortField.Type.LONG, !oldestFirst,
                SortedNumericSelector.Type.MIN, undated);
    }
}
