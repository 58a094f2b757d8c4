package broadsheet.search.lucene.view;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;

/** All posts that a query matches, as one bit a document of the whole index. */
public record MatchSet(FixedBitSet documents, long count) {

    /** Those that were found until the budget was spent, if it was. */
    public static MatchSet of(Reading reading, Query query) throws IOException {
        FixedBitSet documents = new FixedBitSet(Math.max(1, reading.reader().maxDoc()));
        reading.search(new ConstantScoreQuery(query), new CollectorManager<Collector, Void>() {
            @Override
            public Collector newCollector() {
                return new Bits(documents);
            }

            @Override
            public Void reduce(Collection<Collector> collectors) {
                return null;
            }
        });
        return new MatchSet(documents, documents.cardinality());
    }

    /** Calls back for each matching document of each segment, by its number in the segment. */
    public void forEach(List<LeafReaderContext> segments, Visitor visitor) throws IOException {
        for (LeafReaderContext segment : segments) {
            int end = segment.docBase + segment.reader().maxDoc();
            SegmentVisitor inSegment = visitor.in(segment);
            int document = segment.docBase < documents.length() ? documents.nextSetBit(segment.docBase) : end;
            while (document < end) {
                inSegment.visit(document - segment.docBase);
                document = document + 1 < documents.length() ? documents.nextSetBit(document + 1) : end;
            }
            inSegment.end();
        }
    }

    /** Opens a segment. */
    public interface Visitor {
        SegmentVisitor in(LeafReaderContext segment) throws IOException;
    }

    /** Sees one document after the other, numbers rising. */
    public interface SegmentVisitor {
        void visit(int document) throws IOException;

        /** There are no more in this segment. */
        default void end() throws IOException {}
    }

    private static final class Bits extends SimpleCollector {
        private final FixedBitSet documents;
        private int docBase;

        Bits(FixedBitSet documents) {
            this.documents = documents;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext segment) {
            docBase = segment.docBase;
        }

        @Override
        public void collect(int document) {
            documents.set(docBase + document);
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
