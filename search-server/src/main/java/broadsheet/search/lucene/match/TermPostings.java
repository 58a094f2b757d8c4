package broadsheet.search.lucene.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Many terms of a field in one segment as if they were one. They are read one after the other with one buffer, since a
 * thousand lists of postings open at a time take megabytes; what was read is kept for the rest of the search.
 */
public final class TermPostings {

    private final int docBase;
    private final Set<Integer> expected;
    private final int documents;
    private final List<BytesRef> here = new ArrayList<>();
    private final List<TermState> states = new ArrayList<>();
    private final TermsEnum terms;
    private final FixedBitSet matching;
    private PostingsEnum postings;
    private int[] ends = {};
    private int[] places = {};
    private final Map<Integer, int[]> read = new HashMap<>();

    /**
     * @param sorted the terms, ascending
     * @param expected documents of the whole index whose positions will be asked for; may grow until then
     */
    TermPostings(LeafReaderContext segment, String field, List<BytesRef> sorted, Set<Integer> expected)
            throws IOException {
        this.docBase = segment.docBase;
        this.expected = expected;
        this.documents = segment.reader().maxDoc();
        Terms all = segment.reader().terms(field);
        this.terms = all == null ? TermsEnum.EMPTY : all.iterator();
        this.matching = new FixedBitSet(documents);
        for (BytesRef term : sorted) {
            if (terms.seekExact(term)) {
                here.add(term);
                states.add(terms.termState());
                postings = terms.postings(postings, PostingsEnum.NONE);
                matching.or(postings);
            }
        }
    }

    /** The documents that have any of the terms. */
    FixedBitSet matching() {
        return matching;
    }

    private PostingsEnum postings(int term) throws IOException {
        terms.seekExact(here.get(term), states.get(term));
        postings = terms.postings(postings, PostingsEnum.POSITIONS);
        return postings;
    }

    /** Where the terms stand in a document, ascending, each position once. */
    public int[] positions(int document) throws IOException {
        if (ends.length > 0) {
            return distinct(Arrays.copyOfRange(places, first(document), end(document)));
        }
        if (!read.containsKey(document)) {
            Set<Integer> wanted = new TreeSet<>(Set.of(document));
            expected.stream().map(number -> number - docBase).filter(number -> number >= 0 && number < documents)
                    .forEach(wanted::add);
            read(wanted.stream().mapToInt(Integer::intValue).toArray());
        }
        return read.get(document);
    }

    private void read(int[] ascending) throws IOException {
        int[][] found = new int[ascending.length][0];
        for (int term = 0; term < here.size(); term++) {
            PostingsEnum each = postings(term);
            for (int i = 0; i < ascending.length && each.docID() != DocIdSetIterator.NO_MORE_DOCS; i++) {
                if (each.docID() < ascending[i]) {
                    each.advance(ascending[i]);
                }
                if (each.docID() == ascending[i]) {
                    int before = found[i].length;
                    found[i] = Arrays.copyOf(found[i], before + each.freq());
                    for (int k = before; k < found[i].length; k++) {
                        found[i][k] = each.nextPosition();
                    }
                }
            }
        }
        for (int i = 0; i < found.length; i++) {
            Arrays.sort(found[i]);
            read.put(ascending[i], distinct(found[i]));
        }
    }

    /** Reads where the terms stand in every document, for {@link #first} and the others. */
    void readPositions() throws IOException {
        if (ends.length > 0) {
            return;
        }
        ends = new int[documents + 1];
        for (int term = 0; term < here.size(); term++) {
            PostingsEnum each = postings(term);
            for (int at = each.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = each.nextDoc()) {
                ends[at + 1] += each.freq();
            }
        }
        for (int at = 0; at < documents; at++) {
            ends[at + 1] += ends[at];
        }
        places = new int[ends[documents]];
        int[] next = Arrays.copyOf(ends, documents);
        for (int term = 0; term < here.size(); term++) {
            PostingsEnum each = postings(term);
            for (int at = each.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = each.nextDoc()) {
                for (int k = each.freq(); k > 0; k--) {
                    places[next[at]++] = each.nextPosition();
                }
            }
        }
        for (int at = 0; at < documents; at++) {
            Arrays.sort(places, ends[at], ends[at + 1]);
        }
    }

    /** The index of a document's first place. */
    int first(int document) {
        return ends[document];
    }

    /** The index behind its last. */
    int end(int document) {
        return ends[document + 1];
    }

    /** A place: the position of a term; two terms at one position are two places. */
    int place(int index) {
        return places[index];
    }

    private static int[] distinct(int[] sorted) {
        int kept = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (kept == 0 || sorted[i] != sorted[kept - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, kept);
    }
}
