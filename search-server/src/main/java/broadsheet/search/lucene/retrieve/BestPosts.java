package broadsheet.search.lucene.retrieve;

import broadsheet.search.lucene.retrieve.Start.After;
import broadsheet.search.lucene.view.IdOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.PriorityQueue;

/** Collects the best posts where copies are not folded; takes posts in any order, as a walk gives them. */
final class BestPosts implements CollectorManager<BestPosts.BestCollector, List<ScoreDoc>> {

    private final BestCollector best;

    /** @param after the hit behind which to go on */
    BestPosts(IdOrder ids, int count, Optional<After> after) {
        this.best = new BestCollector(ids, count, after.map(hit -> new ScoreDoc(hit.document(), hit.score())));
    }

    /** Always the same one, see {@link StoryCollectorManager#newCollector}. */
    @Override
    public BestCollector newCollector() {
        return best;
    }

    /** Posts in order. */
    @Override
    public List<ScoreDoc> reduce(Collection<BestCollector> collectors) {
        List<ScoreDoc> falling = new ArrayList<>(best.hits.size());
        while (best.hits.size() > 0) {
            falling.add(best.hits.pop());
        }
        Collections.reverse(falling);
        return falling;
    }

    /** The best posts of the index; the last of them is on top. */
    static final class BestCollector extends SimpleCollector {
        private final IdOrder ids;
        private final int count;
        private final Optional<ScoreDoc> after;
        private final PriorityQueue<ScoreDoc> hits;
        private int docBase;
        private Scorable scorer;
        private float least = -1;

        private BestCollector(IdOrder ids, int count, Optional<ScoreDoc> after) {
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
        public ScoreMode scoreMode() {
            return ScoreMode.TOP_SCORES;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext segment) {
            docBase = segment.docBase;
        }

        @Override
        public void setScorer(Scorable value) throws IOException {
            scorer = value;
            if (least >= 0) {
                scorer.setMinCompetitiveScore(least);
            }
        }

        @Override
        public void collect(int document) throws IOException {
            float score = scorer.score();
            if (score < least) {
                return;
            }
            ScoreDoc hit = new ScoreDoc(docBase + document, score);
            if (after.isPresent() && !isBehind(hit, after.get())) {
                return;
            }
            hits.insertWithOverflow(hit);
            if (hits.size() == count && hits.top().score > least) {
                least = hits.top().score;
                scorer.setMinCompetitiveScore(least);
            }
        }
    }
}
