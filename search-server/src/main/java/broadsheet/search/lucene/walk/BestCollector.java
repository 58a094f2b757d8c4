package broadsheet.search.lucene.walk;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Collects the best posts of an index; a walk gives them in any order. */
public abstract class BestCollector extends SimpleCollector {

    private int docBase;
    private Scorable scorer;
    private float least = -1;

    /** A post whose score is worth collecting, by its number in the whole index. */
    protected abstract void take(ScoreDoc hit) throws IOException;

    /** From now on no post with a lower score is worth collecting. */
    protected final void atLeast(float score) throws IOException {
        if (score > least) {
            least = score;
            scorer.setMinCompetitiveScore(least);
        }
    }

    /** Whether some posts may have been passed over. */
    protected final boolean passesOver() {
        return least >= 0;
    }

    @Override
    public final ScoreMode scoreMode() {
        return ScoreMode.TOP_SCORES;
    }

    @Override
    protected final void doSetNextReader(LeafReaderContext segment) {
        docBase = segment.docBase;
    }

    @Override
    public final void setScorer(Scorable value) throws IOException {
        scorer = value;
        if (passesOver()) {
            scorer.setMinCompetitiveScore(least);
        }
    }

    @Override
    public final void collect(int document) throws IOException {
        float score = scorer.score();
        if (score >= least) {
            take(new ScoreDoc(docBase + document, score));
        }
    }
}
