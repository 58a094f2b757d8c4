package broadsheet.search.lucene.retrieve;

import broadsheet.index.PostFields;
import broadsheet.search.lucene.view.IdOrder;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;

/** The order of posts by date: the newest first, or the oldest; undated posts last, equal ones by their ids. */
record DateOrder(IndexReader reader, IdOrder ids, boolean oldestFirst) {

    private long undated() {
        return oldestFirst ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    SortField field() {
        return new SortedNumericSortField(PostFields.DATE, SortField.Type.LONG, !oldestFirst,
                SortedNumericSelector.Type.MIN, undated());
    }

    /** The date of a post in milliseconds; of an undated one what puts it last. */
    long date(int document) throws IOException {
        return date(reader, document, undated());
    }

    static long date(IndexReader reader, int document, long undated) throws IOException {
        List<LeafReaderContext> segments = reader.leaves();
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
        SortedNumericDocValues dates = DocValues.getSortedNumeric(segment.reader(), PostFields.DATE);
        return dates.advanceExact(document - segment.docBase) ? dates.nextValue() : undated;
    }

    /** Whether a post stands before another. */
    boolean isBefore(int document, int other) throws IOException {
        int byDate = Long.compare(date(document), date(other));
        if (byDate == 0) {
            return ids.place(document) < ids.place(other);
        }
        return oldestFirst ? byDate < 0 : byDate > 0;
    }
}
