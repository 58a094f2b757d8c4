package broadsheet.search.lucene.view;

import broadsheet.analysis.WordForms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/**
 * The words of a field by number, in the order of their UTF-8, each with how many posts have it. Kept in memory, about
 * 28 bytes a word: to look at every one of 100,000 words takes a millisecond and makes no garbage, where an automaton of
 * words with two letters amiss takes some megabytes to build. Words near another are of about its length and mostly
 * have to be frequent, so that they are looked for by length, the most frequent first.
 */
public final class Dictionary {

    private final byte[] bytes;
    private final int[] starts;
    private final int[] posts;
    private final int longest;
    /** The words by length, those of one length by posts, the most frequent first. */
    private final int[] byLength;
    /** Where the words of a length begin in {@link #byLength}. */
    private final int[] lengths;
    /** The sketches of {@link #byLength}. */
    private final int[] sketches;

    private Dictionary(Builder built) {
        this.bytes = Arrays.copyOf(built.bytes, built.starts[built.size]);
        this.starts = Arrays.copyOf(built.starts, built.size + 1);
        this.posts = Arrays.copyOf(built.posts, built.size);
        this.longest = built.longest;
        this.lengths = new int[WordSketch.LONGEST + 2];
        for (int number = 0; number < built.size; number++) {
            lengths[WordSketch.length(built.sketches[number]) + 1]++;
        }
        for (int length = 0; length <= WordSketch.LONGEST; length++) {
            lengths[length + 1] += lengths[length];
        }
        this.byLength = byLength(built);
        this.sketches = new int[built.size];
        for (int i = 0; i < sketches.length; i++) {
            sketches[i] = built.sketches[byLength[i]];
        }
    }

    private int[] byLength(Builder built) {
        long[] sorted = new long[built.size];
        int[] next = lengths.clone();
        for (int number = 0; number < built.size; number++) {
            // fewest posts last, of words with equally many the first by number first
            sorted[next[WordSketch.length(built.sketches[number])]++] = (long) (Integer.MAX_VALUE
                    - built.posts[number]) << 32 | number;
        }
        for (int length = 0; length <= WordSketch.LONGEST; length++) {
            Arrays.sort(sorted, lengths[length], lengths[length + 1]);
        }
        int[] numbers = new int[sorted.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) sorted[i];
        }
        return numbers;
    }

    /** The words of a field; none when no post has it. */
    static Dictionary of(IndexReader reader, String field) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        TermsEnum words = terms == null ? TermsEnum.EMPTY : terms.iterator();
        Builder builder = new Builder();
        for (BytesRef term = words.next(); term != null; term = words.next()) {
            if (term.length > 0 && !WordForms.isMarked(term)) {
                builder.add(term, words.docFreq());
            }
        }
        return new Dictionary(builder);
    }

    private static final class Builder {
        private byte[] bytes = new byte[1 << 12];
        private int[] starts = new int[1 << 9];
        private int[] posts = new int[1 << 9];
        private int[] sketches = new int[1 << 9];
        private int[] letters = new int[1 << 8];
        private int size;
        private int longest;

        void add(BytesRef word, int count) {
            int end = starts[size] + word.length;
            starts = ArrayUtil.grow(starts, size + 2);
            posts = ArrayUtil.grow(posts, size + 1);
            sketches = ArrayUtil.grow(sketches, size + 1);
            bytes = ArrayUtil.grow(bytes, end);
            letters = ArrayUtil.grow(letters, word.length);
            System.arraycopy(word.bytes, word.offset, bytes, starts[size], word.length);
            int length = UnicodeUtil.UTF8toUTF32(word, letters);
            longest = Math.max(longest, length);
            posts[size] = count;
            sketches[size] = WordSketch.of(letters, length);
            starts[++size] = end;
        }
    }

    public int size() {
        return posts.length;
    }

    /** A word by its number, as it stands in the index. */
    public BytesRef term(int number) {
        return new BytesRef(Arrays.copyOfRange(bytes, starts[number], starts[number + 1]));
    }

    /** How many posts have a word. */
    public int posts(int number) {
        return posts[number];
    }

    /** The number of the first word that is not below this one; the size where there is none. */
    public int firstFrom(BytesRef word) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compareUnsigned(bytes, starts[middle], starts[middle + 1], word.bytes, word.offset,
                    word.offset + word.length);
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether a word begins so. */
    public boolean begins(int number, BytesRef start) {
        return starts[number + 1] - starts[number] >= start.length
                && Arrays.equals(bytes, starts[number], starts[number] + start.length, start.bytes, start.offset,
                        start.offset + start.length);
    }

    /** Whether a word is one that a pattern stands for. */
    public boolean fits(int number, WordPattern pattern) {
        return pattern.fits(bytes, starts[number], starts[number + 1]);
    }

    /**
     * A word that is near another.
     *
     * @param nearness 1 for the same word, else less by the edits as a share of the shorter word's length
     */
    public record Near(int number, int edits, float nearness, int posts) {
        private static final Comparator<Near> NEAREST = Comparator.comparing(Near::nearness)
                .thenComparing(Near::posts).reversed().thenComparing(Near::number);
    }

    /**
     * The words near a word, itself included: the nearest first, of equally near ones the most frequent.
     *
     * @param edits how many edits (Damerau's, of whole characters) make the one word of the other at most
     * @param leastPosts words of fewer posts are passed over
     */
    public List<Near> near(String word, int edits, int leastPosts) {
        int[] typed = word.codePoints().toArray();
        int sketch = WordSketch.of(typed, typed.length);
        EditDistance distance = new EditDistance(typed, edits, longest);
        int[] letters = new int[longest];
        BytesRef term = new BytesRef();
        term.bytes = bytes;
        List<Near> near = new ArrayList<>();
        int first = Math.max(0, WordSketch.length(sketch) - edits);
        int last = Math.min(WordSketch.LONGEST, WordSketch.length(sketch) + edits);
        for (int of = first; of <= last; of++) {
            int end = firstBelow(leastPosts, lengths[of], lengths[of + 1]);
            for (int i = lengths[of]; i < end; i++) {
                if (WordSketch.mayBeNear(sketch, sketches[i], edits)) {
                    int number = byLength[i];
                    term.offset = starts[number];
                    term.length = starts[number + 1] - starts[number];
                    int length = UnicodeUtil.UTF8toUTF32(term, letters);
                    int parted = distance.to(letters, length);
                    if (parted <= edits) {
                        near.add(new Near(number, parted, 1 - (float) parted / Math.min(typed.length, length),
                                posts[number]));
                    }
                }
            }
        }
        near.sort(Near.NEAREST);
        return near;
    }

    /** The place of the first word of a length that has fewer posts. */
    private int firstBelow(int leastPosts, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (posts[byLength[middle]] >= leastPosts) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
