package broadsheet.copies;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Two posts against each other, by their sketches. The measure is Jaccard's: the shingles (three words in a row) that both
 * posts have, as a share of those that either has.
 *
 * <p>Two posts are copies if A or B holds:
 * <ul>
 * <li>A: the share is at least {@value #RARE_ENOUGH} among the shingles that few stories have. These are no boilerplate.
 * <li>B: it is at least {@value #ALL_ENOUGH} among all shingles, and the headlines have a topic in common. A story with
 * many copies has no rare shingle.
 * </ul>
 *
 * <p>They are never copies if one of these holds:
 * <ol>
 * <li>The headlines share no word, neither is borne out by its text, and the common words stand in more than
 * {@value #OWN} stories: a feed puts one sentence under any headline.
 * <li>Days lie between two short texts that are not the very same: a notice that comes again.
 * <li>Most numbers differ, or some of them on another day: a report that comes out again.
 * <li>Both posts are a headline alone, and a word of it differs.
 * </ol>
 *
 * <p>The shares were found by reading pairs of AG News: of twelve pairs from each tenth above .4, at least nine were right.
 */
final class Comparison {

    /** A shingle of more stories than this is boilerplate. */
    static final int COMMON = 8;
    /** A shingle of more stories than this does not make copies of posts whose headlines have nothing to do with it. */
    static final int OWN = 5;
    static final double RARE_ENOUGH = 0.5;
    static final double ALL_ENOUGH = 0.6;
    /** A sample of a text may fall short of the text's share by this: its standard deviation and a little more. */
    private static final double SLACK = 0.08;
    /** Shingles in common; fewer say little. */
    private static final int FEWEST = 3;
    /** After more days the same short text is the next report, unless nothing is different. */
    static final int DAYS = 3;
    /** Fewer shingles, mostly a headline alone, are next day's news in the same words. */
    private static final int NOTICE = 20;
    /** The very same text, or one that begins or ends as the other. */
    static final double SAME_TEXT = 0.9;
    /** Longs that hold a bit for each shingle of a sketch. */
    private static final int MASK_LONGS = (Sketch.MOST_SHINGLES + 63) / 64;
    /** 8,192 bits: of two posts that have nothing in common, one shingle in a hundred has another's bit. */
    private static final int BITS_OF_LONGS = 7;

    private final List<Sketch> sketches;
    private final Shingles shingles;
    /** For each sketch, the number of its shingles. */
    private final int[] rows;
    /** One bit for each shingle of the post that is compared with others, by its lower bits. */
    private final long[] bits = new long[1 << BITS_OF_LONGS];
    private int inBits = -1;
    /** The shingles of the two posts that are compared. */
    private final int[] a = Shingles.buffer();
    private final int[] b = Shingles.buffer();
    private int lengthOfA;
    private int lengthOfB;
    /** Two rows of bits a post: shingles that more than {@link #OWN} stories have, then those of more than {@link #COMMON}. */
    private final long[] marks;
    private final Overlap overlap = new Overlap();

    Comparison(List<Sketch> sketches) {
        this(sketches, Shingles.of(sketches), IntStream.range(0, sketches.size()).toArray());
    }

    /**
     * @param sketches whose own shingles do not count
     * @param rows for each sketch, the number of its shingles
     */
    Comparison(List<Sketch> sketches, Shingles shingles, int[] rows) {
        this.sketches = sketches;
        this.shingles = shingles;
        this.rows = rows;
        this.marks = new long[sketches.size() * 2 * MASK_LONGS];
    }

    /** Notes how many stories have the shingle at {@code index} of a post; true if that changes a mark. */
    boolean mark(int post, int index, int stories) {
        int at = post * 2 * MASK_LONGS + (index >> 6);
        return set(at, index, stories > OWN) | set(at + MASK_LONGS, index, stories > COMMON);
    }

    private boolean set(int at, int index, boolean on) {
        long before = marks[at];
        marks[at] = on ? before | 1L << index : before & ~(1L << index);
        return marks[at] != before;
    }

    /** Whether more than {@link #OWN} stories have a shingle. */
    boolean isMarked(int post, int index) {
        return (marks[post * 2 * MASK_LONGS + (index >> 6)] >>> index & 1) == 1;
    }

    /** Whether more than {@link #COMMON} stories have a shingle. */
    boolean isCommon(int post, int index) {
        return (marks[post * 2 * MASK_LONGS + MASK_LONGS + (index >> 6)] >>> index & 1) == 1;
    }

    /** Whether two posts, by their places in the list, are copies. */
    boolean areCopies(int leftPost, int rightPost) {
        if (areFar(leftPost, rightPost) || !count(leftPost, rightPost)) {
            return false;
        }
        Sketch left = sketches.get(leftPost);
        Sketch right = sketches.get(rightPost);
        double slack = left.cut() || right.cut() ? SLACK : 0;
        boolean likeInRare = overlap.rareBoth >= FEWEST
                && overlap.rareBoth >= (RARE_ENOUGH - slack) * overlap.rareEither;
        boolean likeInAll = overlap.both >= FEWEST && overlap.both >= (ALL_ENOUGH - slack) * overlap.either;
        return (likeInRare || likeInAll && HeadlineWords.shareTopic(left, right)) && !areToldApart(left, right);
    }

    /** Whether headlines, dates or numbers say that two posts with so many common words are two stories. */
    private boolean areToldApart(Sketch left, Sketch right) {
        boolean likeInOwn = overlap.ownBoth >= FEWEST && overlap.ownBoth >= RARE_ENOUGH * overlap.ownEither;
        boolean strangers = !likeInOwn && !HeadlineWords.shareWord(left, right)
                && HeadlineWords.borneOut(left) + HeadlineWords.borneOut(right) < HeadlineWords.BORNE_OUT;
        return strangers || isNextNotice(left, right) || isOtherHeadline(left, right)
                || ReportNumbers.differ(left, right, overlap) || ReportNumbers.areOfNextTable(left, right, overlap);
    }

    /** A headline without a text says all in a few words: any other of them makes another story. */
    private boolean isOtherHeadline(Sketch left, Sketch right) {
        return left.headlineOnly() && right.headlineOnly() && overlap.both < SAME_TEXT * overlap.either;
    }

    private boolean isNextNotice(Sketch left, Sketch right) {
        int shorter = overlap.shorter;
        if (left.cut() || right.cut()) {
            return false;
        }
        return shorter < NOTICE
                ? left.isDaysFrom(right, 0)
                : left.isDaysFrom(right, DAYS) && overlap.both < SAME_TEXT * shorter;
    }

    /**
     * Whether two posts have too little in common for any share. Most that meet have hardly more than the words at which
     * they met; to know as much takes a tenth of the time of counting.
     */
    boolean areFar(int left, int right) {
        int both = mayShare(left, right);
        if (both < FEWEST) {
            return true;
        }
        if (sketches.get(left).cut() || sketches.get(right).cut()) {
            return false;
        }
        int rare = lengthOfA - commonOf(left) + lengthOfB - commonOf(right);
        return both < ALL_ENOUGH * (lengthOfA + lengthOfB - both) && both < RARE_ENOUGH * (rare - both);
    }

    /** How many shingles of a post more than {@link #COMMON} stories have. */
    private int commonOf(int post) {
        int at = post * 2 * MASK_LONGS + MASK_LONGS;
        int common = 0;
        for (int i = at; i < at + MASK_LONGS; i++) {
            common += Long.bitCount(marks[i]);
        }
        return common;
    }

    /** As many as are shared, or more. */
    private int mayShare(int left, int right) {
        if (left != inBits) {
            for (int i = 0; i < lengthOfA; i++) {
                bits[longOf(a[i])] = 0;
            }
            lengthOfA = shingles.read(rows[left], a);
            for (int i = 0; i < lengthOfA; i++) {
                bits[longOf(a[i])] |= 1L << a[i];
            }
            inBits = left;
        }
        lengthOfB = shingles.read(rows[right], b);
        int shared = 0;
        for (int i = 0; i < lengthOfB; i++) {
            shared += (int) (bits[longOf(b[i])] >>> b[i]) & 1;
        }
        return shared;
    }

    private static int longOf(int shingle) {
        return shingle >>> 6 & (1 << BITS_OF_LONGS) - 1;
    }

    /** Counts the shingles up to the smaller bound of two posts; false where they share too little, whatever the rest is. */
    private boolean count(int leftPost, int rightPost) {
        int bound = Math.min(sketches.get(leftPost).cut() ? a[lengthOfA - 1] : Integer.MAX_VALUE,
                sketches.get(rightPost).cut() ? b[lengthOfB - 1] : Integer.MAX_VALUE);
        overlap.begin(lengthOfA, lengthOfB);
        int i = 0;
        int j = 0;
        while (i < lengthOfA && a[i] <= bound || j < lengthOfB && b[j] <= bound) {
            int order = i == lengthOfA ? 1 : j == lengthOfB ? -1 : Integer.compare(a[i], b[j]);
            int post = order <= 0 ? leftPost : rightPost;
            int index = order <= 0 ? i : j;
            overlap.count(order <= 0, order >= 0, !isCommon(post, index), !isMarked(post, index));
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            if (overlap.cannotReach(RARE_ENOUGH - SLACK, Math.min(lengthOfA - i, lengthOfB - j))) {
                return false;
            }
        }
        return true;
    }
}
