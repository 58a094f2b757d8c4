package broadsheet.search.lucene.retrieve;

import broadsheet.search.lucene.retrieve.Start.After;
import broadsheet.search.lucene.view.IdOrder;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SimpleFieldComparator;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * The order of posts with equal scores or dates: by their ids ({@link IdOrder}). Lucene puts equals in the order of
 * their numbers; where that is another, it is told to compare. A full build costs nothing more.
 */
public final class EqualPosts {

    private EqualPosts() {}

    /** The posts with the highest scores. */
    public static ScoreDoc[] byScore(Query query, int count, Reading reading) throws IOException {
        return byScore(query, count, reading, Optional.empty());
    }

    /** The posts with the highest scores behind one of them. */
    static ScoreDoc[] byScore(Query query, int count, Reading reading, Optional<After> after) throws IOException {
        if (!reading.view().ids().isOfDocuments()) {
            return sorted(query, count, reading, SortField.FIELD_SCORE,
                    after.map(hit -> place(hit, hit.score(), reading)));
        }
        ScoreDoc last = after.map(hit -> new ScoreDoc(hit.document(), hit.score())).orElse(null);
        return reading.search(query, new TopScoreDocCollectorManager(count, last, count)).scoreDocs;
    }

    /** The first posts by date, behind one of them where there is one. */
    static ScoreDoc[] byDate(DateOrder order, Query query, int count, Reading reading, Optional<After> after)
            throws IOException {
        FieldDoc last = after.isEmpty()
                ? null
                : place(after.get(), order.date(after.get().document()), reading);
        return sorted(query, count, reading, order.field(), Optional.ofNullable(last));
    }

    private static FieldDoc place(After hit, Object first, Reading reading) {
        IdOrder ids = reading.view().ids();
        Object[] fields = ids.isOfDocuments()
                ? new Object[]{first}
                : new Object[]{first, ids.place(hit.document())};
        return new FieldDoc(hit.document(), Float.NaN, fields);
    }

    private static ScoreDoc[] sorted(Query query, int count, Reading reading, SortField first,
            Optional<FieldDoc> after) throws IOException {
        IdOrder ids = reading.view().ids();
        Sort sort = ids.isOfDocuments() ? new Sort(first) : new Sort(first, new SortField("", new Source(ids)));
        ScoreDoc[] found = reading.search(query,
                new TopFieldCollectorManager(sort, count, after.orElse(null), count)).scoreDocs;
        if (first == SortField.FIELD_SCORE) {
            for (ScoreDoc hit : found) {
                hit.score = (Float) ((FieldDoc) hit).fields[0];
            }
        }
        return found;
    }

    private static final class Source extends FieldComparatorSource {
        private final IdOrder ids;

        Source(IdOrder ids) {
            this.ids = ids;
        }

        @Override
        public FieldComparator<?> newComparator(String field, int hits, Pruning pruning, boolean reversed) {
            return new Places(ids, hits);
        }
    }

    /** Compares documents by their places in the order of ids. */
    private static final class Places extends SimpleFieldComparator<Integer> {
        private final IdOrder ids;
        private final int[] places;
        private int docBase;
        private int bottom;
        private int top;

        Places(IdOrder ids, int hits) {
            this.ids = ids;
            this.places = new int[hits];
        }

        @Override
        protected void doSetNextReader(LeafReaderContext segment) {
            docBase = segment.docBase;
        }

        @Override
        public void copy(int slot, int document) {
            places[slot] = ids.place(docBase + document);
        }

        @Override
        public int compare(int slot, int other) {
            return Integer.compare(places[slot], places[other]);
        }

        @Override
        public void setBottom(int slot) {
            bottom = places[slot];
        }

        @Override
        public int compareBottom(int document) {
            return Integer.compare(bottom, ids.place(docBase + document));
        }

        @Override
        public void setTopValue(Integer value) {
            top = value;
        }

        @Override
        public int compareTop(int document) {
            return Integer.compare(top, ids.place(docBase + document));
        }

        @Override
        public Integer value(int slot) {
            return places[slot];
        }
    }
}
