package broadsheet.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/** The positions of one term in documents; the postings opened for one document serve for the next. */
final class TermPositions {

    private static final int[] NOWHERE = {};

    private final Term term;
    private LeafReaderContext opened;
    private TermsEnum found;
    private PostingsEnum postings;

    TermPositions(Term term) {
        this.term = term;
    }

    /** Positions in a document of a segment, ascending. @param most how many are read */
    int[] in(LeafReaderContext segment, int document, int most) throws IOException {
        if (opened != segment) {
            opened = segment;
            postings = null;
            Terms terms = segment.reader().terms(term.field());
            found = terms == null ? TermsEnum.EMPTY : terms.iterator();
            found = found.seekExact(term.bytes()) ? found : TermsEnum.EMPTY;
        }
        if (found == TermsEnum.EMPTY) {
            return NOWHERE;
        }
        postings = found.postings(postings, PostingsEnum.POSITIONS);
        if (postings.advance(document) != document) {
            return NOWHERE;
        }
        int[] positions = new int[Math.min(most, postings.freq())];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = postings.nextPosition();
        }
        return positions;
    }
}
