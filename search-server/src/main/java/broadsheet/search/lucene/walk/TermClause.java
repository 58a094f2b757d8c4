package broadsheet.search.lucene.walk;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.MaxScoreCache;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/** One word of a field. */
final class TermClause implements Listed {

    /** Of shorter lists the bounds of parts are not worth reading. */
    private static final int LONG = 1_024;

    private final Term term;
    private final SimScorer scorer;

    TermClause(Term term, SimScorer scorer) {
        this.term = term;
        this.scorer = scorer;
    }

    @Override
    public float most() {
        // grows with the number of times and falls with the length
        return scorer.score(Float.MAX_VALUE, 1);
    }

    @Override
    public Postings in(Segment segment) throws IOException {
        Terms terms = segment.reader().terms(term.field());
        TermsEnum found = terms == null ? TermsEnum.EMPTY : terms.iterator();
        return found.seekExact(term.bytes())
                ? new OfWord(found, segment.lengths(term.field()))
                : new OfWord(TermsEnum.EMPTY, segment.lengths(term.field()));
    }

    /** The posts of a segment that have the word. */
    private final class OfWord implements Postings {
        private final TermsEnum found;
        private final Segment.Lengths lengths;
        private PostingsEnum posts;
        private Optional<MaxScoreCache> bounds = Optional.empty();

        private OfWord(TermsEnum found, Segment.Lengths lengths) {
            this.found = found;
            this.lengths = lengths;
        }

        private boolean isEmpty() {
            return found == TermsEnum.EMPTY;
        }

        @Override
        public long cost() throws IOException {
            return isEmpty() ? 0 : found.docFreq();
        }

        @Override
        public DocIdSetIterator posts() throws IOException {
            if (isEmpty()) {
                return DocIdSetIterator.empty();
            }
            if (posts == null) {
                posts = found.postings(null, PostingsEnum.FREQS);
            }
            return posts;
        }

        @Override
        public DocIdSetIterator set() throws IOException {
            return isEmpty() ? DocIdSetIterator.empty() : found.postings(null, PostingsEnum.NONE);
        }

        @Override
        public float most(int from, int to) throws IOException {
            if (cost() < LONG) {
                return TermClause.this.most();
            }
            if (bounds.isEmpty()) {
                ImpactsEnum impacts = found.impacts(PostingsEnum.FREQS);
                bounds = Optional.of(new MaxScoreCache(impacts, scorer));
            }
            bounds.get().advanceShallow(from);
            return bounds.get().getMaxScore(to - 1);
        }

        @Override
        public boolean has(int document) throws IOException {
            if (isEmpty()) {
                return false;
            }
            DocIdSetIterator at = posts();
            return (at.docID() < document ? at.advance(document) : at.docID()) == document;
        }

        @Override
        public float score() throws IOException {
            return scorer.score(posts.freq(), lengths.of(posts.docID()));
        }
    }
}
