package broadsheet.search.lucene.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * Intervals of parts near each other, with the positions of the parts' words in each match. Lucene's own matches fail
 * where a part has more than a dozen words (10.6, {@code CachingMatchesIterator} grows one of its arrays by too little),
 * and keep a copy for each level of a chain. It remembers where it stands, so it is good for one search only.
 */
public final class MarkedIntervals extends IntervalsSource {

    private final IntervalsSource in;
    private final List<IntervalsSource> parts;
    /** The iterator at the last document: hits are asked for in the order of documents, and a new iterator costs most. */
    private IntervalIterator last;
    private LeafReaderContext lastSegment;

    /**
     * @param in decides where a match is
     * @param parts its words, phrases and patterns
     */
    public MarkedIntervals(IntervalsSource in, List<IntervalsSource> parts) {
        this.in = in;
        this.parts = List.copyOf(parts);
    }

    @Override
    public IntervalIterator intervals(String field, LeafReaderContext segment) throws IOException {
        return in.intervals(field, segment);
    }

    @Override
    public synchronized IntervalMatchesIterator matches(String field, LeafReaderContext segment, int document)
            throws IOException {
        if (last == null || lastSegment != segment || last.docID() >= document) {
            last = in.intervals(field, segment);
            lastSegment = segment;
        }
        IntervalIterator intervals = last;
        if (intervals == null || intervals.advance(document) != document) {
            return null;
        }
        List<int[]> found = new ArrayList<>();
        while (intervals.nextInterval() != IntervalIterator.NO_MORE_INTERVALS) {
            found.add(new int[]{intervals.start(), intervals.end(), intervals.gaps(), intervals.width()});
        }
        return found.isEmpty() ? null : new MarkedMatches(found, words(field, segment, document));
    }

    /** Start and end of each word that is marked, in the order of the text. */
    private List<int[]> words(String field, LeafReaderContext segment, int document) throws IOException {
        List<int[]> words = new ArrayList<>();
        for (IntervalsSource part : parts) {
            addWords(words, part.matches(field, segment, document));
        }
        words.sort(Comparator.comparingInt(word -> word[0]));
        return words;
    }

    private static void addWords(List<int[]> words, MatchesIterator matches) throws IOException {
        while (matches != null && matches.next()) {
            MatchesIterator inner = matches.getSubMatches();
            if (inner == null) {
                words.add(new int[]{matches.startPosition(), matches.endPosition()});
            } else {
                addWords(words, inner);
            }
        }
    }

    @Override
    public void visit(String field, QueryVisitor visitor) {
        in.visit(field, visitor);
    }

    @Override
    public int minExtent() {
        return in.minExtent();
    }

    /** Those of the source: what is made of them is marked anew. */
    @Override
    public Collection<IntervalsSource> pullUpDisjunctions() {
        return in.pullUpDisjunctions();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MarkedIntervals that && in.equals(that.in);
    }

    @Override
    public int hashCode() {
        return in.hashCode();
    }

    @Override
    public String toString() {
        return in.toString();
    }

    /** Matches that were found, each with the words within it. */
    private static final class MarkedMatches implements IntervalMatchesIterator {

        private final List<int[]> intervals;
        private final List<int[]> words;
        private int next;

        /** @param intervals start, end (inclusive), gaps and width of each; of {@code words} start and end alone */
        MarkedMatches(List<int[]> intervals, List<int[]> words) {
            this.intervals = intervals;
            this.words = words;
        }

        @Override
        public boolean next() {
            return next < intervals.size() && ++next > 0;
        }

        private int[] here() {
            return intervals.get(next - 1);
        }

        @Override
        public int startPosition() {
            return here()[0];
        }

        @Override
        public int endPosition() {
            return here()[1];
        }

        @Override
        public int gaps() {
            return here()[2];
        }

        @Override
        public int width() {
            return here()[3];
        }

        /** The index keeps no offsets. */
        @Override
        public int startOffset() {
            return -1;
        }

        @Override
        public int endOffset() {
            return -1;
        }

        @Override
        public MatchesIterator getSubMatches() {
            if (words.isEmpty()) {
                return null;
            }
            List<int[]> within = words.stream().filter(w -> w[0] >= startPosition() && w[1] <= endPosition())
                    .map(w -> new int[]{w[0], w[1], 0, w[1] - w[0] + 1}).toList();
            return new MarkedMatches(within, List.of());
        }

        @Override
        public Query getQuery() {
            return null;
        }
    }
}
