package broadsheet.search.lucene.retrieve;

import broadsheet.copies.StoryTable;
import broadsheet.search.SearchRequest;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.retrieve.Start.After;
import broadsheet.search.lucene.retrieve.Start.Part;
import broadsheet.search.lucene.view.MatchSet;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.walk.Walk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.FixedBitSet;

/** The first posts of a query, by score or by date, one of each story. */
final class TopPosts {

    private final Reading reading;
    private final Folding folding;
    private final Optional<Recency> recency;
    private final DateOrder dates;
    private final Start start;
    private final int size;

    /**
     * @param recency what being new adds to the score; empty orders by date
     * @param request says how many hits a page has, and in which order by date
     */
    TopPosts(Reading reading, Folding folding, Optional<Recency> recency, SearchRequest request, Start start) {
        this.reading = reading;
        this.folding = folding;
        this.recency = recency;
        this.dates = new DateOrder(reading.reader(), reading.view().ids(),
                request.sort() == SearchRequest.Sort.OLDEST);
        this.start = start;
        this.size = request.size();
    }

    /**
     * Posts with all the words, or those that lack some.
     *
     * @param best the first of them, as many as were asked for, where they were found together with the matches
     */
    record Tier(Query query, MatchSet matches, Part part, Optional<List<ScoreDoc>> best) {

        /** The same behind pins. */
        Tier behind(Pinned pinned) {
            return pinned.documents().isEmpty()
                    ? this
                    : new Tier(pinned.without(query), matches, part, Optional.empty());
        }
    }

    /**
     * The matches of a tier, and the best of them if one walk over the index finds both.
     *
     * @param found how many hits were found in the parts before
     * @param before posts that stand before the tier
     * @param first the tier before, whose posts are none of this one
     */
    Tier tier(Query query, Part part, int found, List<Found> before, Optional<Tier> first) throws IOException {
        Query left = first.isEmpty()
                ? query
                : new BooleanQuery.Builder().add(query, Occur.MUST).add(first.get().query(), Occur.MUST_NOT).build();
        int upTo = start.upTo(size) - found;
        Optional<Walk> walk = isWalked(part, upTo)
                ? Walk.of(query, reading, recency.orElseThrow().extra(reading.view()))
                : Optional.empty();
        if (walk.isEmpty()) {
            return new Tier(left, MatchSet.of(reading, left), part, Optional.empty());
        }
        Optional<FixedBitSet> others = first.map(tier -> tier.matches().documents());
        Optional<After> after = start.in(part);
        if (!folding.folds()) {
            Walk.Result<List<ScoreDoc>> all = walk.get().run(
                    new BestPosts(reading.view().ids(), least(upTo), after), others);
            return new Tier(left, all.matches(), part, Optional.of(all.best()));
        }
        int count = upTo;
        while (true) {
            StoryCollectorManager stories = new StoryCollectorManager(folding, count, before, after);
            Walk.Result<List<ScoreDoc>> all = walk.get().run(stories, others);
            if (stories.sure() >= upTo || reading.budget().isSpent()) {
                return new Tier(left, all.matches(), part, Optional.of(all.best()));
            }
            count = 2 * count;
        }
    }

    /** Not where a tier before was cut short: its posts are not all known. */
    private boolean isWalked(Part part, int upTo) {
        return recency.isPresent() && upTo > 0 && start.reaches(part) && !reading.budget().isPartial();
    }

    /** The pins that the page may show. */
    List<Found> pins(List<Found> all) {
        return start.pins(all, size);
    }

    /** The page out of the hits that were found, tier after tier. */
    List<Found> page(List<Found> found) {
        return start.page(found);
    }

    /**
     * Hits of a tier, in order, as many as the page needs.
     *
     * @param found how many hits were found in the parts before
     * @param before posts that stand before the tier; other copies of their stories are no hits of it
     */
    List<Found> of(Tier tier, int found, List<Found> before) throws IOException {
        int upTo = start.upTo(size) - found;
        if (upTo <= 0 || !start.reaches(tier.part())) {
            return List.of();
        }
        Optional<After> after = start.in(tier.part());
        List<Found> hits = recency.isPresent()
                ? folding.fold(before, byScore(tier, upTo, before, after), true)
                : byDate(tier, upTo, before, after);
        return hits.size() > upTo ? hits.subList(0, upTo) : hits;
    }

    private List<Found> byScore(Tier tier, int upTo, List<Found> before, Optional<After> after) throws IOException {
        if (tier.best().isPresent()) {
            return found(tier, tier.best().get());
        }
        Query fresh = recency.orElseThrow().added(tier.query(), reading.reader());
        return found(tier, folding.folds()
                ? stories(fresh, upTo, before, after)
                : List.of(EqualPosts.byScore(fresh, least(upTo), reading, after)));
    }

    private List<ScoreDoc> stories(Query query, int upTo, List<Found> before, Optional<After> after)
            throws IOException {
        int count = upTo;
        while (true) {
            StoryCollectorManager stories = new StoryCollectorManager(folding, count, before, after);
            List<ScoreDoc> hits = reading.search(query, stories);
            if (stories.sure() >= upTo || reading.budget().isSpent()) {
                return hits;
            }
            count = 2 * count;
        }
    }

    private List<Found> byDate(Tier tier, int upTo, List<Found> before, Optional<After> after) throws IOException {
        int depth = least(folding.depth(upTo));
        while (true) {
            List<Found> ordered = found(tier,
                    List.of(EqualPosts.byDate(dates, tier.query(), depth, reading, after)));
            List<Found> folded = new ArrayList<>();
            for (Found hit : folding.fold(before, ordered, false)) {
                if (after.isEmpty() || !isShown(hit, tier, after.get())) {
                    folded.add(hit);
                }
            }
            if (folded.size() >= upTo || ordered.size() < depth || depth == reading.reader().maxDoc()
                    || reading.budget().isSpent()) {
                return folded;
            }
            depth = least(2 * depth);
        }
    }

    /** Whether a copy of a post was shown on a page before, as the first of its story. */
    private boolean isShown(Found hit, Tier tier, After after) throws IOException {
        if (!folding.folds() || folding.storyOf(hit.document()) == StoryTable.NONE) {
            return false;
        }
        for (int copy : folding.copies(hit.document())) {
            if (tier.matches().documents().get(copy) && !dates.isBefore(after.document(), copy)) {
                return true;
            }
        }
        return false;
    }

    private int least(int count) {
        return Math.max(1, Math.min(count, reading.reader().maxDoc()));
    }

    private List<Found> found(Tier tier, List<ScoreDoc> hits) {
        List<Found> found = new ArrayList<>(hits.size());
        boolean partial = reading.budget().isPartial();
        for (ScoreDoc hit : hits) {
            if (partial && !tier.matches().documents().get(hit.doc)) {
                continue; // found in time here and not there: no more hits are shown than are counted
            }
            found.add(new Found(hit.doc, Float.isNaN(hit.score) ? 0 : hit.score, tier.part() == Part.ALL_WORDS));
        }
        if (found.isEmpty() && partial) {
            addUnordered(found, tier);
        }
        return found;
    }

    /** Matches as they come, where nothing was left to order them: better than none. */
    private void addUnordered(List<Found> found, Tier tier) {
        FixedBitSet matches = tier.matches().documents();
        int document = matches.nextSetBit(0);
        while (document != DocIdSetIterator.NO_MORE_DOCS && found.size() < size) {
            found.add(new Found(document, 0, tier.part() == Part.ALL_WORDS));
            document = document + 1 < matches.length()
                    ? matches.nextSetBit(document + 1)
                    : DocIdSetIterator.NO_MORE_DOCS;
        }
    }
}
