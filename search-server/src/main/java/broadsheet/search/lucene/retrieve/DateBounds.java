package broadsheet.search.lucene.retrieve;

import broadsheet.index.PostFields;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * The earliest and the latest date of each part of an archive, by document number: archives are mostly read in the order
 * of their dates, so that most parts are known to be old. 16 bytes for a thousand posts; made once a generation, where an
 * archive is large enough that parts are worth passing over.
 */
final class DateBounds {

    private static final int PART = 1_024;
    /** Smaller segments have no bounds. */
    private static final int LARGE = 16 * PART;

    private final List<LeafReaderContext> segments;
    private final ConcurrentHashMap<Integer, Parts> bySegment = new ConcurrentHashMap<>();

    DateBounds(List<LeafReaderContext> segments) {
        this.segments = segments;
    }

    /** The bounds of one segment; there is no part in a small one. */
    Parts in(LeafReaderContext segment) throws IOException {
        Parts known = bySegment.get(segment.ord);
        if (known == null) {
            known = Parts.of(segments.get(segment.ord));
            bySegment.put(segment.ord, known);
        }
        return known;
    }

    /**
     * Dates in milliseconds since 1970.
     *
     * @param earliest of each part; greater than the latest where no post has a date
     * @param undated whether a part has a post without a date
     */
    record Parts(long[] earliest, long[] latest, boolean[] undated) {

        private static Parts of(LeafReaderContext segment) throws IOException {
            int posts = segment.reader().maxDoc();
            int count = posts < LARGE ? 0 : (posts + PART - 1) / PART;
            Parts parts = new Parts(new long[count], new long[count], new boolean[count]);
            if (count > 0) {
                parts.read(DocValues.getSortedNumeric(segment.reader(), PostFields.DATE), posts);
            }
            return parts;
        }

        private void read(SortedNumericDocValues dates, int posts) throws IOException {
            Arrays.fill(earliest, Long.MAX_VALUE);
            Arrays.fill(latest, Long.MIN_VALUE);
            int before = -1;
            for (int at = dates.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = dates.nextDoc()) {
                markUndated(before + 1, at);
                before = at;
                long date = dates.nextValue();
                earliest[at / PART] = Math.min(earliest[at / PART], date);
                latest[at / PART] = Math.max(latest[at / PART], date);
            }
            markUndated(before + 1, posts);
        }

        private void markUndated(int from, int to) {
            for (int at = from; at < to; at++) {
                undated[at / PART] = true;
            }
        }

        boolean isEmpty() {
            return undated.length == 0;
        }

        /** The number of the part of a post. */
        static int part(int document) {
            return document / PART;
        }
    }
}
