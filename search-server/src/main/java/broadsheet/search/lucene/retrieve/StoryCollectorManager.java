package broadsheet.search.lucene.retrieve;

import broadsheet.copies.StoryTable;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.retrieve.Start.After;
import broadsheet.search.lucene.view.IdOrder;
import broadsheet.search.lucene.walk.BestCollector;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreDoc;

/**
 * Collects the best post of each of the best stories in one search: the least score worth looking at is that of the
 * last story, so that Lucene passes over what cannot get there. (To collect more posts and fold them afterwards was
 * tried: it made a query a fifth slower.)
 */
final class StoryCollectorManager implements CollectorManager<StoryCollectorManager.StoryCollector, List<ScoreDoc>> {

    private final Folding folding;
    private final int count;
    private final Set<Integer> told = new HashSet<>();
    private final Optional<ScoreDoc> after;
    private final StoryCollector best;
    private int sure;

    /**
     * @param count how many stories
     * @param before posts whose stories are left out
     * @param after the hit behind which to go on; stories that stand before it are left out
     */
    StoryCollectorManager(Folding folding, int count, List<Found> before, Optional<After> after) {
        this.folding = folding;
        this.count = count;
        before.forEach(post -> told.add(folding.storyOf(post.document())));
        told.remove(StoryTable.NONE);
        this.after = after.map(hit -> new ScoreDoc(hit.document(), hit.score()));
        this.best = new StoryCollector();
    }

    /** Always the same one: it takes posts in any order, and the posts of a story may answer several questions. */
    @Override
    public StoryCollector newCollector() {
        return best;
    }

    /** Posts in order; the first of them are {@link #sure}. */
    @Override
    public List<ScoreDoc> reduce(Collection<StoryCollector> collectors) {
        sure = best.sure();
        return List.copyOf(best.hits);
    }

    /** How many hits were certainly found; ask for more where these are too few. */
    int sure() {
        return sure;
    }

    /**
     * The best posts of the index. A story's best post is known for certain: what is passed over has a lower score than
     * the last hit, and that of a story that was dropped stays known.
     */
    final class StoryCollector extends BestCollector {
        private final IdOrder ids = folding.ids();
        /** Best first; of equal scores the first by its id. */
        private final TreeSet<ScoreDoc> hits = new TreeSet<>(Comparator
                .comparingDouble((ScoreDoc hit) -> -hit.score).thenComparingInt(hit -> ids.place(hit.doc)));
        private final Map<Integer, ScoreDoc> byStory = new HashMap<>();
        private int gone;

        @Override
        protected void take(ScoreDoc hit) throws IOException {
            int story = folding.storyOf(hit.doc);
            if (story != StoryTable.NONE && (told.contains(story) || !isBest(hit, story))) {
                return;
            }
            if (!isShown(hit)) {
                hits.add(hit);
                dropLast();
            }
        }

        /** A hit whose better copy stands before {@link #after} is gone when others may have been dropped for it. */
        private int sure() {
            return passesOver() ? count - gone : Integer.MAX_VALUE;
        }

        private boolean isShown(ScoreDoc hit) {
            return after.isPresent() && hits.comparator().compare(hit, after.get()) <= 0;
        }

        /** Whether a post is the best of its story so far; the one before it is no hit any more. */
        private boolean isBest(ScoreDoc hit, int story) throws IOException {
            ScoreDoc known = byStory.get(story);
            if (known != null) {
                boolean better = hit.score > known.score
                        || hit.score == known.score && folding.comesBefore(hit.doc, known.doc);
                if (!better) {
                    return false;
                }
                gone += hits.remove(known) && isShown(hit) ? 1 : 0;
            }
            byStory.put(story, hit);
            return true;
        }

        private void dropLast() throws IOException {
            if (hits.size() > count) {
                hits.pollLast();
            }
            if (hits.size() == count) {
                atLeast(hits.last().score);
            }
        }
    }
}
