package broadsheet.copies;

import java.util.Arrays;
import java.util.List;

/**
 * Two posts against each other, by their sketches. Of two texts, Jaccard's measure is the share of what both have in
 * what either has. Two posts are copies when, in hashes of three words in a row, it is
 * <ul>
 * <li>at least {@value #RARE_ENOUGH} among those that few stories have: these are not anyone's boilerplate;
 * <li>or at least {@value #ALL_ENOUGH} among all, and the headlines share a word that a text bears out, or most words: a
 * story with many copies has nothing rare;
 * </ul>
 * and nothing tells against it: headlines without a common word of which neither has to do with its text, over words
 * that more than {@value #OWN} stories have (a feed's one sentence under any headline); days between two short texts
 * that are not the very same (a notice that comes again); numbers of which most differ, or some on another day (a report
 * that comes out again); or a word of a headline that is all there is. The shares were found by reading pairs of AG News, where every tenth above .4 was right in at least nine of
 * twelve.
 */
final class Comparison {

    /** A shingle of more stories than this is boilerplate. */
    static final int COMMON = 8;
    /** A shingle of more stories than this does not make copies of posts whose headlines have nothing to do with it. */
    static final int OWN = 5;
    static final double RARE_ENOUGH = 0.5;
    static final double ALL_ENOUGH = 0.6;
    /** What may be missing where a sample of a text tells of all: its standard deviation and a little more. */
    private static final double SLACK = 0.08;
    /** Fewer shingles in common say little. */
    private static final int FEWEST = 3;
    /** One word of two headlines may stand in any text by chance. */
    private static final int BORNE_OUT = 2;
    /** One other number may be a correction. */
    private static final int FEWEST_NUMBERS = 2;
    private static final double SAME_NUMBERS = 0.5;
    private static final int TABLE = 6;
    private static final double SAME_NUMBERS_OF_TABLE = 0.7;
    private static final double SAME_TABLE = 0.8;
    /** Of long texts the sample of numbers is smaller than the rest; more would part stories that were brought up to date. */
    private static final double SAME_NUMBERS_OF_LONG = 0.65;
    /** After more days the same short text is the next report, unless nothing is different. */
    private static final int DAYS = 3;
    /** Fewer shingles, mostly a headline alone, are next day's news in the same words. */
    private static final int NOTICE = 20;
    /** On another day the same text with another number is the next report. */
    private static final double SAME_NUMBERS_LATER = 0.8;
    /** Lengths, in shingles, of which the shorter is at least so much of the longer are the same. */
    private static final double ONE_LENGTH = 0.8;
    /** The very same text, or one that begins or ends as the other. */
    private static final double SAME_TEXT = 0.9;
    /** Longs that hold a bit for each shingle of a sketch. */
    private static final int MASK_LONGS = (Sketch.MOST_SHINGLES + 63) / 64;
    /** 8,192 bits: of two posts that have nothing in common, one shingle in a hundred has another's bit. */
    private static final int BITS_OF_LONGS = 7;

    private final List<Sketch> sketches;
    /** Those of the sketches, a step nearer. */
    private final int[][] shingles;
    /** One bit for each shingle of the post that is compared with others, by its lower bits. */
    private final long[] bits = new long[1 << BITS_OF_LONGS];
    private int[] inBits = new int[0];
    /** Two rows of bits a post: shingles that more than {@link #OWN} stories have, then those of more than {@link #COMMON}. */
    private final long[] marks;
    private final Overlap overlap = new Overlap();

    Comparison(List<Sketch> sketches) {
        this.sketches = sketches;
        this.shingles = sketches.stream().map(Sketch::shingles).toArray(int[][]::new);
        this.marks = new long[sketches.size() * 2 * MASK_LONGS];
    }

    /** Tells how many stories have one of a post's shingles, the one at {@code index}; gives whether that is news. */
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
        if (shareFewerThan(FEWEST, leftPost, rightPost) || !count(leftPost, rightPost)) {
            return false;
        }
        Sketch left = sketches.get(leftPost);
        Sketch right = sketches.get(rightPost);
        double slack = left.cut() || right.cut() ? SLACK : 0;
        boolean likeInRare = overlap.rareBoth >= FEWEST
                && overlap.rareBoth >= (RARE_ENOUGH - slack) * overlap.rareEither;
        boolean likeInAll = overlap.both >= FEWEST && overlap.both >= (ALL_ENOUGH - slack) * overlap.either;
        return (likeInRare || likeInAll && shareTopic(left, right)) && !areToldApart(left, right);
    }

    /** Whether headlines, dates or numbers say that two posts, in words so much alike, tell different stories. */
    private boolean areToldApart(Sketch left, Sketch right) {
        boolean likeInOwn = overlap.ownBoth >= FEWEST && overlap.ownBoth >= RARE_ENOUGH * overlap.ownEither;
        boolean strangers = !likeInOwn && !shareWord(left, right) && borneOut(left) + borneOut(right) < BORNE_OUT;
        return strangers || isNextNotice(left, right) || tellOtherNumbers(left, right)
                || isOtherHeadline(left, right) || isNextTable(left, right);
    }

    /** A headline without a text says all in a few words: any other of them makes another story. */
    private boolean isOtherHeadline(Sketch left, Sketch right) {
        return left.headlineOnly() && right.headlineOnly() && overlap.both < SAME_TEXT * overlap.either;
    }

    /** Of prices without a headline, taken every hour, most of the words and many of the numbers are always the same. */
    private boolean isNextTable(Sketch left, Sketch right) {
        return left.words().length == 0 && right.words().length == 0
                && Math.max(left.numbers().length, right.numbers().length) >= TABLE
                && overlap.both < SAME_TABLE * overlap.either;
    }

    private boolean isNextNotice(Sketch left, Sketch right) {
        int shorter = Math.min(left.shingles().length, right.shingles().length);
        if (left.cut() || right.cut()) {
            return false;
        }
        return shorter < NOTICE
                ? areDaysApart(left, right, 0)
                : areDaysApart(left, right, DAYS) && overlap.both < SAME_TEXT * shorter;
    }

    /**
     * Most posts that meet share hardly more than the words at which they met. Therefore the bits of one are looked up
     * first, which takes a fifth of the time; the loops have no branch to guess.
     */
    private boolean shareFewerThan(int least, int leftPost, int rightPost) {
        int[] a = shingles[leftPost];
        int[] b = shingles[rightPost];
        if (mayShare(a, b) < least) {
            return true;
        }
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            int left = a[i];
            int right = b[j];
            shared += left == right ? 1 : 0;
            i += left <= right ? 1 : 0;
            j += left >= right ? 1 : 0;
        }
        return shared < least;
    }

    /** As many as are shared, or more. */
    private int mayShare(int[] left, int[] right) {
        if (left != inBits) {
            for (int shingle : inBits) {
                bits[longOf(shingle)] = 0;
            }
            for (int shingle : left) {
                bits[longOf(shingle)] |= 1L << shingle;
            }
            inBits = left;
        }
        int shared = 0;
        for (int shingle : right) {
            shared += (int) (bits[longOf(shingle)] >>> shingle) & 1;
        }
        return shared;
    }

    private static int longOf(int shingle) {
        return shingle >>> 6 & (1 << BITS_OF_LONGS) - 1;
    }

    /** Counts what two posts share, as far as both sketches tell; false when it is too little, however the rest may be. */
    private boolean count(int leftPost, int rightPost) {
        int[] a = shingles[leftPost];
        int[] b = shingles[rightPost];
        int bound = Math.min(sketches.get(leftPost).bound(), sketches.get(rightPost).bound());
        overlap.clear();
        int i = 0;
        int j = 0;
        while (i < a.length && a[i] <= bound || j < b.length && b[j] <= bound) {
            int order = i == a.length ? 1 : j == b.length ? -1 : Integer.compare(a[i], b[j]);
            int post = order <= 0 ? leftPost : rightPost;
            int index = order <= 0 ? i : j;
            overlap.count(order <= 0, order >= 0, !isCommon(post, index), !isMarked(post, index));
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            if (overlap.cannotReach(RARE_ENOUGH - SLACK, Math.min(a.length - i, b.length - j))) {
                return false;
            }
        }
        return true;
    }

    /** Whether headlines share a word that a text bears out, or most words. */
    static boolean shareTopic(Sketch left, Sketch right) {
        int telling = 0;
        int shared = 0;
        for (int word : left.words()) {
            telling += Sketch.isTelling(word) ? 1 : 0;
            for (int other : right.words()) {
                if (Sketch.isTelling(word) && Sketch.isSameWord(word, other)) {
                    shared++;
                    if (Sketch.isBorneOut(word) || Sketch.isBorneOut(other)) {
                        return true;
                    }
                    break;
                }
            }
        }
        return shared > 1 && 2 * shared > telling;
    }

    private static boolean shareWord(Sketch left, Sketch right) {
        for (int word : left.words()) {
            for (int other : right.words()) {
                if (Sketch.isTelling(word) && Sketch.isSameWord(word, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many telling words of a headline the text bears out; a post without one has none that could be wrong. */
    private static int borneOut(Sketch sketch) {
        int count = 0;
        for (int word : sketch.words()) {
            count += Sketch.isTelling(word) && Sketch.isBorneOut(word) ? 1 : 0;
        }
        return sketch.words().length == 0 ? BORNE_OUT : count;
    }

    /** The kept numbers are the smallest hashes of each post, so that only those below both ends can be compared. */
    private boolean tellOtherNumbers(Sketch left, Sketch right) {
        int bound = Math.min(end(left.numbers()), end(right.numbers()));
        int both = 0;
        int ofLeft = 0;
        int ofRight = 0;
        for (int number : left.numbers()) {
            if (number <= bound) {
                ofLeft++;
                both += Arrays.binarySearch(right.numbers(), number) >= 0 ? 1 : 0;
            }
        }
        for (int number : right.numbers()) {
            ofRight += number <= bound ? 1 : 0;
        }
        int fewer = Math.min(ofLeft, ofRight);
        if (areDaysApart(left, right, 0)) {
            boolean bothLong = left.cut() && right.cut();
            boolean all = areOfOneLength(left, right) || bothLong && areDaysApart(left, right, DAYS);
            int expected = all ? Math.max(ofLeft, ofRight) : fewer;
            // what is only longer, by scores of other games below the text, tells nothing else
            boolean within = bothLong && both == fewer && overlap.contained() >= SAME_TEXT;
            if (bothLong) {
                return !within && expected > 1 && both < SAME_NUMBERS_OF_LONG * expected;
            }
            return both < SAME_NUMBERS_LATER * expected;
        }
        return fewer >= FEWEST_NUMBERS && both < SAME_NUMBERS * fewer
                || fewer >= TABLE && both < SAME_NUMBERS_OF_TABLE * fewer;
    }

    /** Whether neither text can be the other without its end, where numbers would be missing. */
    private static boolean areOfOneLength(Sketch left, Sketch right) {
        int longer = Math.max(left.shingles().length, right.shingles().length);
        int shorter = Math.min(left.shingles().length, right.shingles().length);
        return !left.cut() && !right.cut() && shorter >= ONE_LENGTH * longer;
    }

    private static boolean areDaysApart(Sketch left, Sketch right, int days) {
        return left.day() != Sketch.UNDATED && right.day() != Sketch.UNDATED
                && Math.abs((long) left.day() - right.day()) > days;
    }

    private static int end(int[] numbers) {
        return numbers.length == Sketch.MOST_NUMBERS ? numbers[numbers.length - 1] : Integer.MAX_VALUE;
    }
}
