package broadsheet.search.lucene.match;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Where any of some terms stands in every document of a segment: the positions of all documents in one array, those of a
 * document from {@link #first} to {@link #end}, ascending. Two terms at one position give it twice.
 */
final class AllPositions {

    private final int[] ends;
    private final int[] positions;

    private AllPositions(int[] ends, int[] positions) {
        this.ends = ends;
        this.positions = positions;
    }

    /** Reads the postings twice: to count, and to fill. */
    static AllPositions of(SegmentTerms terms) throws IOException {
        int[] ends = ends(terms);
        int[] positions = new int[ends[terms.documents()]];
        int[] next = Arrays.copyOf(ends, terms.documents());
        SegmentTerms.Cursor cursor = terms.cursor();
        for (int term = 0; term < terms.size(); term++) {
            PostingsEnum each = cursor.postings(term);
            for (int at = each.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = each.nextDoc()) {
                for (int k = each.freq(); k > 0; k--) {
                    positions[next[at]++] = each.nextPosition();
                }
            }
        }
        for (int at = 0; at < terms.documents(); at++) {
            Arrays.sort(positions, ends[at], ends[at + 1]);
        }
        return new AllPositions(ends, positions);
    }

    private static int[] ends(SegmentTerms terms) throws IOException {
        int[] ends = new int[terms.documents() + 1];
        SegmentTerms.Cursor cursor = terms.cursor();
        for (int term = 0; term < terms.size(); term++) {
            PostingsEnum each = cursor.postings(term);
            for (int at = each.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = each.nextDoc()) {
                ends[at + 1] += each.freq();
            }
        }
        for (int at = 0; at < terms.documents(); at++) {
            ends[at + 1] += ends[at];
        }
        return ends;
    }

    /** The index of a document's first position. */
    int first(int document) {
        return ends[document];
    }

    /** The index behind its last. */
    int end(int document) {
        return ends[document + 1];
    }

    /** The position at an index. */
    int at(int index) {
        return positions[index];
    }

    /** The positions of a document, ascending. */
    int[] of(int document) {
        return Arrays.copyOfRange(positions, first(document), end(document));
    }
}
