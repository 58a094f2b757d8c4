package broadsheet.search.lucene.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Those of many terms that a segment has. They are read one after the other with one buffer, since a thousand lists of
 * postings open at a time take megabytes.
 */
final class SegmentTerms {

    private final List<BytesRef> here = new ArrayList<>();
    private final List<TermState> states = new ArrayList<>();
    private final Terms all;
    private final FixedBitSet matching;
    private final int count;

    /** @param sorted the terms, ascending */
    SegmentTerms(LeafReaderContext segment, String field, List<BytesRef> sorted) throws IOException {
        this.all = segment.reader().terms(field);
        this.matching = new FixedBitSet(segment.reader().maxDoc());
        TermsEnum terms = iterator();
        PostingsEnum postings = null;
        for (BytesRef term : sorted) {
            if (terms.seekExact(term)) {
                here.add(term);
                states.add(terms.termState());
                postings = terms.postings(postings, PostingsEnum.NONE);
                matching.or(postings);
            }
        }
        this.count = matching.cardinality();
    }

    /** The documents that have any of the terms. */
    FixedBitSet matching() {
        return matching;
    }

    /** How many documents have any of the terms. */
    int count() {
        return count;
    }

    /** How many of the terms the segment has. */
    int size() {
        return here.size();
    }

    /** How many documents the segment has, deleted ones included. */
    int documents() {
        return matching.length();
    }

    private TermsEnum iterator() throws IOException {
        return all == null ? TermsEnum.EMPTY : all.iterator();
    }

    /** Reads the terms once more, for the thread that asks: what Lucene opens may be read by that thread alone. */
    Cursor cursor() throws IOException {
        return new Cursor(iterator());
    }

    /** Goes to one term after the other. */
    final class Cursor {

        private final TermsEnum terms;
        private PostingsEnum postings;

        private Cursor(TermsEnum terms) {
            this.terms = terms;
        }

        /**
         * Documents and positions of one of the terms; good until the next call.
         *
         * @param number below {@link #size}
         */
        PostingsEnum postings(int number) throws IOException {
            terms.seekExact(here.get(number), states.get(number));
            postings = terms.postings(postings, PostingsEnum.POSITIONS);
            return postings;
        }
    }
}
