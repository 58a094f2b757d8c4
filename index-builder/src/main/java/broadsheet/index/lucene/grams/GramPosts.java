package broadsheet.index.lucene.grams;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.DataInput;

/** The posts of a segment in which two common words stand side by side, and how often. */
public final class GramPosts extends DocIdSetIterator {

    private final DataInput in;
    private final int base;
    private final int end;
    private final long cost;
    private int left;
    private int global;
    private int times;
    private int document = -1;

    /**
     * @param in at the first post of the index
     * @param count posts of the index
     * @param base the number of the segment's first document in the index
     * @param size documents of the segment
     */
    GramPosts(DataInput in, int count, int base, int size) {
        this.in = in;
        this.left = count;
        this.cost = count;
        this.base = base;
        this.end = base + size;
    }

    static GramPosts none() {
        return new GramPosts(null, 0, 0, 0);
    }

    /** How often the words stand side by side in the post where this stands. */
    public int freq() {
        return times;
    }

    @Override
    public int docID() {
        return document;
    }

    @Override
    public int nextDoc() throws IOException {
        do {
            if (left == 0) {
                return document = NO_MORE_DOCS;
            }
            left--;
            int step = in.readVInt();
            global += step >>> 1;
            times = (step & 1) == 0 ? 1 : in.readVInt();
        } while (global < base);
        if (global >= end) {
            left = 0;
            return document = NO_MORE_DOCS;
        }
        return document = global - base;
    }

    @Override
    public int advance(int target) throws IOException {
        return slowAdvance(target);
    }

    @Override
    public long cost() {
        return cost;
    }
}
