package broadsheet.search.lucene.walk;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;

/** One segment of the index during one walk: what several clauses read of it is opened once. */
final class Segment {

    private final LeafReaderContext context;
    private final Map<String, Lengths> lengths = new HashMap<>();

    Segment(LeafReaderContext context) {
        this.context = context;
    }

    LeafReaderContext context() {
        return context;
    }

    LeafReader reader() {
        return context.reader();
    }

    /** The lengths of a field of the posts, as they are encoded for scores. */
    Lengths lengths(String field) throws IOException {
        Lengths known = lengths.get(field);
        if (known == null) {
            known = new Lengths(context.reader().getNormValues(field));
            lengths.put(field, known);
        }
        return known;
    }

    /** Read once a post, however many words score by it. */
    static final class Lengths {
        private final NumericDocValues norms;
        private int document = -1;
        private long length = 1;

        private Lengths(NumericDocValues norms) {
            this.norms = norms;
        }

        long of(int post) throws IOException {
            if (post != document) {
                document = post;
                length = norms != null && norms.advanceExact(post) ? norms.longValue() : 1;
            }
            return length;
        }
    }
}
