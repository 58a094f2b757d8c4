package broadsheet.search.lucene.walk;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/** Anything else, as Lucene finds and scores it. It is made ready only when the first post is asked for. */
final class LuceneClause implements Clause {

    private final IndexSearcher searcher;
    private final Query query;
    private final float boost;
    private final ScoreMode mode;
    private final float most;
    private Weight weight;

    /** @param most no score is greater; infinite where that is not known */
    LuceneClause(IndexSearcher searcher, Query query, float boost, ScoreMode mode, float most) {
        this.searcher = searcher;
        this.query = query;
        this.boost = boost;
        this.mode = mode;
        this.most = most;
    }

    @Override
    public float most() {
        return most;
    }

    @Override
    public boolean isDear() {
        return true;
    }

    private Weight weight() throws IOException {
        if (weight == null) {
            weight = searcher.createWeight(searcher.rewrite(query), mode, boost);
        }
        return weight;
    }

    @Override
    public Scores in(Segment segment) {
        return new Found(segment);
    }

    private final class Found implements Scores {
        private final Segment segment;
        private Scorer scorer;
        private TwoPhaseIterator check;
        private DocIdSetIterator near = DocIdSetIterator.empty();
        private boolean opened;
        private int asked = -1;
        private boolean there;

        Found(Segment segment) {
            this.segment = segment;
        }

        private void open(long lead) throws IOException {
            if (opened) {
                return;
            }
            opened = true;
            ScorerSupplier supplier = weight().scorerSupplier(segment.context());
            if (supplier != null) {
                scorer = supplier.get(lead);
                check = scorer.twoPhaseIterator();
                near = check == null ? scorer.iterator() : check.approximation();
            }
        }

        @Override
        public DocIdSetIterator posts() throws IOException {
            open(Long.MAX_VALUE);
            return near;
        }

        @Override
        public boolean isConfirmed() throws IOException {
            return check == null || check.matches();
        }

        @Override
        public boolean isExact() {
            return check == null;
        }

        @Override
        public boolean has(int document) throws IOException {
            open(1);
            if (document != asked) {
                asked = document;
                int at = near.docID() < document ? near.advance(document) : near.docID();
                there = at == document && (check == null || check.matches());
            }
            return there;
        }

        @Override
        public float most(int from, int to) {
            return most;
        }

        @Override
        public float score() throws IOException {
            return scorer.score();
        }
    }
}
