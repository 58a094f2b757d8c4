package broadsheet.search.lucene.walk;

import java.io.IOException;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.MaxScoreCache;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/** One word of a field. */
final class TermClause implements Clause {

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
                ? new Postings(found, segment.lengths(term.field()))
                : new Postings(TermsEnum.EMPTY, segment.lengths(term.field()));
    }

    /** The posts of a segment that have the word. */
    final class Postings implements Scores {
        private final TermsEnum found;
        private final Segment.Lengths lengths;
        private PostingsEnum posts;

        private Postings(TermsEnum found, Segment.Lengths lengths) {
            this.found = found;
            this.lengths = lengths;
        }

        boolean isEmpty() {
            return found == TermsEnum.EMPTY;
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

        /** The posts alone, without how often they have it: quicker to read as a set. */
        DocIdSetIterator set() throws IOException {
            return isEmpty() ? DocIdSetIterator.empty() : found.postings(null, PostingsEnum.NONE);
        }

        /** The posts with the greatest scores of their blocks; from now on these are the posts that are scored. */
        Blocks blocks() throws IOException {
            ImpactsEnum impacts = found.impacts(PostingsEnum.FREQS);
            posts = impacts;
            return new Blocks(impacts, new MaxScoreCache(impacts, scorer));
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

    /** Postings and the bounds of their scores. */
    record Blocks(ImpactsEnum posts, MaxScoreCache bounds) {}
}
