package broadsheet.index.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.Terms;
import org.apache.lucene.util.ByteBlockPool;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/**
 * The words of one field of a segment under way, as numbers in the order of the posts, and at its end as the lists that
 * Lucene's codec writes: for each term its posts, for each post the positions. One sort by counting puts all words in
 * their lists, where Lucene's own in-memory index looks up the term and grows its list at each word.
 */
final class FieldPostings {

    /** Entries of a block. An array that grew by doubling would take, for a moment, three times what is in it. */
    private static final int BLOCK = 1 << 14;

    private final BytesRefHash terms;
    /** Full blocks and the one that is being filled: the term's number in the upper 32 bits, its position in the lower ones. */
    private final List<long[]> blocks = new ArrayList<>();
    private long[] block = {};
    private int inBlock;
    private int size;
    private int posts;
    /** For each post of this field the number of entries up to its end. */
    private int[] ends = new int[64];
    /** For each post how many words it has. */
    private int[] lengths = new int[64];

    /** @param expected how many terms there may be, a power of two: a table that grows looks at all its terms again */
    FieldPostings(int expected) {
        this.terms = new BytesRefHash(new ByteBlockPool(new ByteBlockPool.DirectAllocator()), expected,
                new BytesRefHash.DirectBytesStartArray(expected));
    }

    /** The number of a term, from 0. */
    int id(BytesRef term) {
        int id = terms.add(term);
        return id < 0 ? -id - 1 : id;
    }

    /** Adds a term of the post under way, at a position not before the last one's. */
    void add(int termId, int position) {
        if (inBlock == block.length) {
            block = new long[BLOCK];
            blocks.add(block);
            inBlock = 0;
        }
        block[inBlock++] = (long) termId << 32 | position;
        size++;
    }

    /** Ends a post. @param length its words, further terms at a word's position not counted */
    void endPost(int length) {
        if (posts == ends.length) {
            ends = Arrays.copyOf(ends, 2 * posts);
            lengths = Arrays.copyOf(lengths, 2 * posts);
        }
        lengths[posts] = length;
        ends[posts++] = size;
    }

    /** How many entries there are. */
    int size() {
        return size;
    }

    int posts() {
        return posts;
    }

    /** How many words the last post has. */
    int lastLength() {
        return lengths[posts - 1];
    }

    /** How many words a post has. */
    int length(int post) {
        return lengths[post];
    }

    /** All as Lucene reads it. @param documents the number in the segment of each post, rising */
    Terms toTerms(int[] documents) {
        int[] starts = new int[terms.size() + 1];
        int counted = 0;
        for (long[] entries : blocks) {
            for (int i = 0; i < entries.length && counted < size; i++, counted++) {
                starts[(int) (entries[i] >>> 32) + 1]++;
            }
        }
        for (int term = 0; term < terms.size(); term++) {
            starts[term + 1] += starts[term];
        }
        int[] next = Arrays.copyOf(starts, terms.size());
        long[] lists = new long[size];
        int entry = 0;
        for (int post = 0; post < posts; post++) {
            long document = (long) documents[post] << 32;
            for (; entry < ends[post]; entry++) {
                long termAndPosition = blocks.get(entry / BLOCK)[entry % BLOCK];
                lists[next[(int) (termAndPosition >>> 32)]++] = document | (int) termAndPosition;
            }
        }
        return new PostingLists(terms, starts, lists, posts);
    }
}
