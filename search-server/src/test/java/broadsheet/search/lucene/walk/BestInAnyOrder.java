package broadsheet.search.lucene.walk;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;

/** The best posts, of equal ones those with the smallest numbers; takes them in any order, as a walk gives them. */
final class BestInAnyOrder implements CollectorManager<BestInAnyOrder.Best, TopDocs> {

    private static final Comparator<ScoreDoc> ORDER = Comparator.comparingDouble((ScoreDoc hit) -> -hit.score)
            .thenComparingInt(hit -> hit.doc);

    private final int count;
    private final ScoreDoc after;
    private final Best best = new Best();

    /** @param after the hit behind which to begin; null begins with the best */
    BestInAnyOrder(int count, ScoreDoc after) {
        this.count = count;
        this.after = after;
    }

    @Override
    public Best newCollector() {
        return best;
    }

    @Override
    public TopDocs reduce(Collection<Best> collectors) {
        return new TopDocs(new TotalHits(best.hits.size(), TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO),
                best.hits.toArray(ScoreDoc[]::new));
    }

    final class Best extends BestCollector {
        private final TreeSet<ScoreDoc> hits = new TreeSet<>(ORDER);

        @Override
        protected void take(ScoreDoc hit) throws IOException {
            if (after == null || ORDER.compare(hit, after) > 0) {
                hits.add(hit);
                if (hits.size() > count) {
                    hits.pollLast();
                }
                if (hits.size() == count) {
                    atLeast(hits.last().score);
                }
            }
        }
    }
}
