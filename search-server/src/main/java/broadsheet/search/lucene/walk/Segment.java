package broadsheet.search.lucene.walk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.FixedBitSet;

/** One segment of the index during one walk: what several clauses read of it is opened once. */
final class Segment {

    private final LeafReaderContext context;
    private final Scratch scratch;
    private final Map<String, Lengths> lengths = new HashMap<>();

    Segment(LeafReaderContext context, Scratch scratch) {
        this.context = context;
        this.scratch = scratch;
    }

    /** The same, for what reads it from the start again. */
    Segment again() {
        return new Segment(context, scratch);
    }

    /** A set without posts, as large as the segment. */
    FixedBitSet set() {
        return scratch.take(Math.max(1, context.reader().maxDoc()));
    }

    /** Gives back a set that is needed no longer; all others are given back when the segment has been walked. */
    void give(FixedBitSet set) {
        scratch.give(set);
    }

    /**
     * Sets that one walk uses again and again: a set of five million posts takes 625 kB, and a question may be asked in
     * fifteen languages.
     */
    static final class Scratch {
        private final List<FixedBitSet> free = new ArrayList<>();
        private final List<FixedBitSet> taken = new ArrayList<>();

        private FixedBitSet take(int size) {
            FixedBitSet set = null;
            for (int i = 0; i < free.size() && set == null; i++) {
                set = free.get(i).length() == size ? free.remove(i) : null;
            }
            if (set == null) {
                set = new FixedBitSet(size);
            } else {
                set.clear();
            }
            taken.add(set);
            return set;
        }

        private void give(FixedBitSet set) {
            taken.removeIf(each -> each == set);
            free.add(set);
        }

        /** Nothing that was taken is needed any longer. */
        void giveAll() {
            free.addAll(taken);
            taken.clear();
        }
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
