package broadsheet.search.lucene.walk;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
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

    final class Best extends SimpleCollector {
        private final TreeSet<ScoreDoc> hits = new TreeSet<>(ORDER);
        private int docBase;
        private Scorable scorer;

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
            tell();
        }

        @Override
        public void collect(int document) throws IOException {
            ScoreDoc hit = new ScoreDoc(docBase + document, scorer.score());
            if (after == null || ORDER.compare(hit, after) > 0) {
                hits.add(hit);
                if (hits.size() > count) {
                    hits.pollLast();
                }
                tell();
            }
        }

        private void tell() throws IOException {
            if (hits.size() == count) {
                scorer.setMinCompetitiveScore(hits.last().score);
            }
        }
    }
}
