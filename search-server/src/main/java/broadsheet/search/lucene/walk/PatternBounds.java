package broadsheet.search.lucene.walk;

import broadsheet.search.lucene.view.Recent;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.Term;

/**
 * What the words of a pattern score at most, group by group of a generation's posts, as far as searches have found out. A
 * pattern of two letters has words in nearly every post, and no list of postings says how often all of them stand in one;
 * whoever asks for it again passes over nearly all posts. Kept are those patterns that were asked for last: 4 bytes for 512
 * posts and a pattern, 2 MB for a million posts. Safe for many threads, which may find out the same thing twice.
 */
final class PatternBounds {

    /** Posts of a group. */
    static final int GROUP = 512;
    private static final int PATTERNS = 128;

    private final Recent<Key, float[]> known = new Recent<>(PATTERNS);

    private record Key(int segment, List<Term> words, float boost) {}

    /**
     * The greatest score of each group of a segment, for the caller to fill in; not a number where it is not known, empty
     * for a small segment.
     *
     * @param least posts that a segment has which is not small
     */
    float[] of(Segment segment, List<Term> words, float boost, int least) {
        int posts = segment.reader().maxDoc();
        if (posts < least) {
            return new float[0];
        }
        return known.of(new Key(segment.context().ord, words, boost), () -> {
            float[] unknown = new float[posts / GROUP + 1];
            Arrays.fill(unknown, Float.NaN);
            return unknown;
        });
    }
}
