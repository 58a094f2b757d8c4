package broadsheet.search.lucene.match;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Many terms of a field in one segment as if they were one. Whoever describes hits asks for the positions in some
 * documents; whoever compares positions asks for all of them. What was read is kept for the rest of the search.
 */
public final class TermPostings {

    private final int docBase;
    private final Set<Integer> expected;
    private final SegmentTerms terms;
    private final Map<Integer, int[]> read = new ConcurrentHashMap<>();
    private volatile Optional<AllPositions> all = Optional.empty();

    /**
     * @param sorted the terms, ascending
     * @param expected documents of the whole index whose positions will be asked for; may grow until then
     */
    TermPostings(LeafReaderContext segment, String field, List<BytesRef> sorted, Set<Integer> expected)
            throws IOException {
        this.docBase = segment.docBase;
        this.expected = expected;
        this.terms = new SegmentTerms(segment, field, sorted);
    }

    /** The documents that have any of the terms. */
    FixedBitSet matching() {
        return terms.matching();
    }

    /** The same as numbers, rising. */
    public DocIdSetIterator documents() {
        return new BitSetIterator(matching(), count());
    }

    /** How many documents have any of the terms. */
    public int count() {
        return terms.count();
    }

    /** Whether a document has any of the terms. */
    public boolean has(int document) {
        return matching().get(document);
    }

    /** Where the terms stand in every document. */
    AllPositions everywhere() throws IOException {
        if (all.isEmpty()) {
            all = Optional.of(AllPositions.of(terms));
        }
        return all.get();
    }

    /** Where the terms stand in a document, ascending, each position once. */
    public int[] positions(int document) throws IOException {
        if (all.isPresent()) {
            return distinct(all.get().of(document));
        }
        if (!read.containsKey(document)) {
            Set<Integer> wanted = new TreeSet<>(Set.of(document));
            expected.stream().map(number -> number - docBase)
                    .filter(number -> number >= 0 && number < terms.documents()).forEach(wanted::add);
            read(wanted.stream().mapToInt(Integer::intValue).toArray());
        }
        return read.get(document);
    }

    /** Reads the postings once for several documents. */
    private void read(int[] ascending) throws IOException {
        int[][] found = new int[ascending.length][0];
        SegmentTerms.Cursor cursor = terms.cursor();
        for (int term = 0; term < terms.size(); term++) {
            PostingsEnum each = cursor.postings(term);
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
