package broadsheet.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/**
 * The positions of terms in the documents of one page. A term is read for all documents in one go, since postings that are
 * opened for each document begin at their beginning each time; what was opened for one term serves for the next.
 */
final class PagePositions {

    private static final int[] NOWHERE = {};

    private final List<LeafReaderContext> segments;
    private final int[] documents;
    private LeafReaderContext opened;
    private String field = "";
    private TermsEnum terms = TermsEnum.EMPTY;
    private PostingsEnum postings;

    /** @param documents by number in the whole index, in any order */
    PagePositions(IndexReader reader, List<Integer> documents) {
        this.segments = reader.leaves();
        this.documents = ascending(documents);
    }

    private static int[] ascending(List<Integer> documents) {
        int[] sorted = new int[documents.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = documents.get(i);
        }
        Arrays.sort(sorted);
        int size = 0;
        for (int document : sorted) {
            if (size == 0 || sorted[size - 1] != document) {
                sorted[size++] = document;
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    /** The positions of one term in each document of the page. */
    final class OfTerm {
        private final int[][] positions = new int[documents.length][];

        /** Ascending; empty for a document that lacks the term or is not on the page. */
        int[] in(int document) {
            int number = Arrays.binarySearch(documents, document);
            return number < 0 ? NOWHERE : positions[number];
        }
    }

    /** @param most how many positions are read in a document */
    OfTerm of(Term term, int most) throws IOException {
        OfTerm found = new OfTerm();
        Arrays.fill(found.positions, NOWHERE);
        int next = 0;
        for (LeafReaderContext segment : segments) {
            int first = next;
            int end = segment.docBase + segment.reader().maxDoc();
            while (next < documents.length && documents[next] < end) {
                next++;
            }
            if (first < next && seek(segment, term)) {
                postings = terms.postings(postings, PostingsEnum.POSITIONS);
                read(segment.docBase, first, next, most, found.positions);
            }
        }
        return found;
    }

    private boolean seek(LeafReaderContext segment, Term term) throws IOException {
        if (opened != segment || !field.equals(term.field())) {
            Terms all = segment.reader().terms(term.field());
            opened = segment;
            field = term.field();
            terms = all == null ? TermsEnum.EMPTY : all.iterator();
        }
        return terms.seekExact(term.bytes());
    }

    private void read(int docBase, int first, int behind, int most, int[][] found) throws IOException {
        for (int i = first; i < behind; i++) {
            int document = documents[i] - docBase;
            if (postings.docID() < document) {
                postings.advance(document);
            }
            if (postings.docID() == document) {
                int[] positions = new int[Math.min(most, postings.freq())];
                for (int k = 0; k < positions.length; k++) {
                    positions[k] = postings.nextPosition();
                }
                found[i] = positions;
            }
        }
    }
}
