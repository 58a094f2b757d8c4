package broadsheet.search.lucene.retrieve;

import broadsheet.search.lucene.retrieve.Start.After;
import broadsheet.search.lucene.view.IdOrder;
import broadsheet.search.lucene.walk.BestCollector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.PriorityQueue;

/** Collects the best posts where copies are not folded; takes posts in any order, as a walk gives them. */
final class BestPosts implements CollectorManager<BestPosts.Hits, List<ScoreDoc>> {

    private final Hits best;

    /** @param after the hit behind which to go on */
    BestPosts(IdOrder ids, int count, Optional<After> after) {
        this.best = new Hits(ids, count, after.map(hit -> new ScoreDoc(hit.document(), hit.score())));
    }

    /** Always the same one, see {@link StoryCollectorManager#newCollector}. */
    @Override
    public Hits newCollector() {
        return best;
    }

    /** Posts in order. */
    @Override
    public List<ScoreDoc> reduce(Collection<Hits> collectors) {
        List<ScoreDoc> falling = new ArrayList<>(best.hits.size());
        while (best.hits.size() > 0) {
            falling.add(best.hits.pop());
        }
        Collections.reverse(falling);
        return falling;
    }

    /** The best posts of the index; the last of them is on top. */
    static final class Hits extends BestCollector {
        private final IdOrder ids;
        private final int count;
        private final Optional<ScoreDoc> after;
        private final PriorityQueue<ScoreDoc> hits;

        private Hits(IdOrder ids, int count, Optional<ScoreDoc> after) {
            this.ids = ids;
            this.count = count;
            this.after = after;
            this.hits = new PriorityQueue<>(count) {
                @Override
                protected boolean lessThan(ScoreDoc one, ScoreDoc other) {
                    return isBehind(one, other);
                }
            };
        }

        private boolean isBehind(ScoreDoc one, ScoreDoc other) {
            return one.score == other.score ? ids.place(one.doc) > ids.place(other.doc) : one.score < other.score;
        }

        @Override
        protected void take(ScoreDoc hit) throws IOException {
            if (after.isPresent() && !isBehind(hit, after.get())) {
                return;
            }
            hits.insertWithOverflow(hit);
            if (hits.size() == count) {
                atLeast(hits.top().score);
            }
        }
    }
}
