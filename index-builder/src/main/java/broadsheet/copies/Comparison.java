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
 * and nothing tells against it: headlines without a common word of which neither has to do with its text (a feed's one
 * sentence under any headline), days between two short texts (a notice that comes again), or numbers of which most
 * differ (a report that comes out every day). The shares were
 * found by reading pairs of AG News, where every tenth above .4 was right in at least nine of twelve.
 */
final class Comparison {

    static final double RARE_ENOUGH = 0.5;
    static final double ALL_ENOUGH = 0.6;
    /** What may be missing where a sample of a text tells of all: about its standard deviation. */
    private static final double SLACK = 0.04;
    /** Fewer shingles in common say little. */
    private static final int FEWEST = 3;
    /** One word of two headlines may stand in any text by chance. */
    private static final int BORNE_OUT = 2;
    /** One other number may be a correction. */
    private static final int FEWEST_NUMBERS = 2;
    private static final double SAME_NUMBERS = 0.5;
    private static final int TABLE = 6;
    private static final double SAME_NUMBERS_OF_TABLE = 2.0 / 3;
    /** After more days the same short text with another number is the next report. */
    private static final int DAYS = 3;
    /** Fewer shingles, mostly a headline alone, are next day's news in the same words. */
    private static final int NOTICE = 20;
    private static final double SAME_NUMBERS_LATER = 0.8;
    /** Longs that hold a bit for each shingle of a sketch. */
    private static final int MASK_LONGS = (Sketch.MOST_SHINGLES + 63) / 64;

    private final List<Sketch> sketches;
    private final long[] common;

    Comparison(List<Sketch> sketches) {
        this.sketches = sketches;
        this.common = new long[sketches.size() * MASK_LONGS];
    }

    /** Takes back all marks. */
    void clearCommon() {
        Arrays.fill(common, 0);
    }

    /** Tells that many stories have one of a post's shingles. */
    void markCommon(int post, int shingle) {
        int index = Arrays.binarySearch(sketches.get(post).shingles(), shingle);
        common[post * MASK_LONGS + (index >> 6)] |= 1L << index;
    }

    /** Whether two posts, by their places in the list, are copies. */
    boolean areCopies(int leftPost, int rightPost) {
        Sketch left = sketches.get(leftPost);
        Sketch right = sketches.get(rightPost);
        int bound = Math.min(left.bound(), right.bound());
        int[] a = left.shingles();
        int[] b = right.shingles();
        int both = 0;
        int rareBoth = 0;
        int either = 0;
        int rareEither = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && a[i] <= bound || j < b.length && b[j] <= bound) {
            int order = i == a.length ? 1 : j == b.length ? -1 : Integer.compare(a[i], b[j]);
            int rare = (order <= 0 ? isCommon(leftPost, i) : isCommon(rightPost, j)) ? 0 : 1;
            either++;
            rareEither += rare;
            if (order == 0) {
                both++;
                rareBoth += rare;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            int rest = Math.min(a.length - i, b.length - j);
            if (cannotReach(rareBoth + rest, rareEither + rest) && cannotReach(both + rest, either + rest)) {
                return false;
            }
        }
        double slack = left.cut() || right.cut() ? SLACK : 0;
        boolean likeInRare = rareBoth >= FEWEST && rareBoth >= (RARE_ENOUGH - slack) * rareEither;
        boolean likeInAll = both >= FEWEST && both >= (ALL_ENOUGH - slack) * either;
        return (likeInRare || likeInAll && shareTopic(left, right))
                && !areToldApart(left, right);
    }

    private static boolean cannotReach(int both, int either) {
        return both < (RARE_ENOUGH - SLACK) * either;
    }

    /** Whether headlines, dates or numbers say that two posts, in words so much alike, tell different stories. */
    static boolean areToldApart(Sketch left, Sketch right) {
        boolean strangers = !shareWord(left, right) && borneOut(left) + borneOut(right) < BORNE_OUT;
        int shorter = Math.min(left.shingles().length, right.shingles().length);
        boolean notices = areDaysApart(left, right, shorter < NOTICE ? 0 : DAYS) && !left.cut() && !right.cut();
        return strangers || notices || tellOtherNumbers(left, right);
    }

    private boolean isCommon(int post, int index) {
        return (common[post * MASK_LONGS + (index >> 6)] >>> index & 1) == 1;
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
    private static boolean tellOtherNumbers(Sketch left, Sketch right) {
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
        if (areDaysApart(left, right, DAYS) && !(left.cut() && right.cut())) {
            return fewer > 0 && both < SAME_NUMBERS_LATER * fewer;
        }
        return fewer >= FEWEST_NUMBERS && both < SAME_NUMBERS * fewer
                || fewer >= TABLE && both < SAME_NUMBERS_OF_TABLE * fewer;
    }

    private static boolean areDaysApart(Sketch left, Sketch right, int days) {
        return left.day() != Sketch.UNDATED && right.day() != Sketch.UNDATED
                && Math.abs((long) left.day() - right.day()) > days;
    }

    private static int end(int[] numbers) {
        return numbers.length == Sketch.MOST_NUMBERS ? numbers[numbers.length - 1] : Integer.MAX_VALUE;
    }
}
