package broadsheet.search.lucene.match;

import broadsheet.analysis.TextLayout;
import broadsheet.search.lucene.view.TextLayouts;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.FilteredIntervalsSource;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.QueryVisitor;

/** Intervals that lie in one part of a post, or within one of its sentences or paragraphs, by the post's layout. */
public final class BoundedIntervals extends IntervalsSource {

    /** The part of a post that an interval must lie in. */
    public enum Bound {
        TITLE,
        LEAD,
        BODY,
        SENTENCE,
        PARAGRAPH;

        /** @param end position of the last token, inclusive */
        private boolean holds(TextLayout layout, int start, int end) {
            return switch (this) {
                case TITLE -> end < layout.titleEnd();
                case LEAD -> start >= layout.titleEnd() && end < layout.leadEnd();
                case BODY -> start >= layout.bodyStart() && end < layout.bodyEnd();
                case SENTENCE -> within(layout, start, end, false);
                case PARAGRAPH -> within(layout, start, end, true);
            };
        }

        private static boolean within(TextLayout layout, int start, int end, boolean paragraphs) {
            if (start < layout.titleEnd()) {
                return end < layout.titleEnd();
            }
            if (end >= layout.bodyEnd()) {
                return false;
            }
            int first = layout.sentenceAt(start);
            int last = layout.sentenceAt(end);
            for (int i = first + 1; i <= last; i++) {
                if (!paragraphs || layout.opensParagraph(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final IntervalsSource in;
    private final Bound bound;

    public BoundedIntervals(IntervalsSource in, Bound bound) {
        this.in = in;
        this.bound = bound;
    }

    @Override
    public IntervalIterator intervals(String field, LeafReaderContext segment) throws IOException {
        return new Filtered(in, bound, new TextLayouts(segment.reader())).intervals(field, segment);
    }

    @Override
    public IntervalMatchesIterator matches(String field, LeafReaderContext segment, int document) throws IOException {
        return new Filtered(in, bound, new TextLayouts(segment.reader())).matches(field, segment, document);
    }

    @Override
    public void visit(String field, QueryVisitor visitor) {
        in.visit(field, visitor);
    }

    @Override
    public int minExtent() {
        return in.minExtent();
    }

    @Override
    public Collection<IntervalsSource> pullUpDisjunctions() {
        return List.of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BoundedIntervals that && in.equals(that.in) && bound == that.bound;
    }

    @Override
    public int hashCode() {
        return 31 * in.hashCode() + bound.hashCode();
    }

    @Override
    public String toString() {
        return bound + "(" + in + ")";
    }

    private static final class Filtered extends FilteredIntervalsSource {
        private final Bound bound;
        private final TextLayouts layouts;

        Filtered(IntervalsSource in, Bound bound, TextLayouts layouts) {
            super(bound.name(), in);
            this.bound = bound;
            this.layouts = layouts;
        }

        @Override
        protected boolean accept(IntervalIterator interval) {
            return bound.holds(layouts.of(interval.docID()), interval.start(), interval.end());
        }
    }
}
