package broadsheet.copies;

import java.util.Arrays;

/**
 * The numbers of two posts whose words are nearly the same. A report that comes out again, every hour or every week, has
 * the words of the last one and other numbers. RealCopiesTest holds these shares against pairs that a person read.
 */
final class ReportNumbers {

    /** Numbers that the shorter post must have; one other number may be a correction. */
    private static final int FEWEST = 2;
    /** Two posts of one day are reports of two events where fewer of their numbers are the same. */
    private static final double SAME = 0.5;
    /** A post with at least 6 numbers is a table. */
    private static final int TABLE = 6;
    /** The same for tables. */
    private static final double SAME_OF_TABLE = 0.7;
    /** Two tables without a headline are of two hours where fewer of their shingles are the same. */
    private static final double SAME_TABLE = 0.8;
    /** The same for two long texts, whose samples of numbers are small; more would part stories that were updated. */
    private static final double SAME_OF_LONG = 0.65;
    /** The same for posts of two days. */
    private static final double SAME_LATER = 0.8;
    /** Two texts are of one length where the shorter has at least this share of the longer one's shingles. */
    private static final double ONE_LENGTH = 0.8;

    private ReportNumbers() {}

    /**
     * Whether two posts are two reports by their numbers. The kept numbers are the smallest hashes of each post, so that
     * only those below both ends can be compared.
     */
    static boolean differ(Sketch left, Sketch right, Overlap overlap) {
        int bound = Math.min(end(left.numbers()), end(right.numbers()));
        int ofLeft = upTo(bound, left.numbers());
        int ofRight = upTo(bound, right.numbers());
        int both = 0;
        for (int number : left.numbers()) {
            both += number <= bound && Arrays.binarySearch(right.numbers(), number) >= 0 ? 1 : 0;
        }
        int fewer = Math.min(ofLeft, ofRight);
        if (!left.isDaysFrom(right, 0)) {
            return fewer >= FEWEST && both < SAME * fewer || fewer >= TABLE && both < SAME_OF_TABLE * fewer;
        }
        boolean bothLong = left.cut() && right.cut();
        boolean all = areOfOneLength(left, right, overlap) || bothLong && left.isDaysFrom(right, Comparison.DAYS);
        int expected = all ? Math.max(ofLeft, ofRight) : fewer;
        if (!bothLong) {
            return both < SAME_LATER * expected;
        }
        // A text that is only longer, by scores of other games below it, is no other report.
        boolean within = both == fewer && overlap.contained() >= Comparison.SAME_TEXT;
        return !within && expected > 1 && both < SAME_OF_LONG * expected;
    }

    /** Of prices without a headline, taken every hour, most of the words and many of the numbers are always the same. */
    static boolean areOfNextTable(Sketch left, Sketch right, Overlap overlap) {
        return left.words().length == 0 && right.words().length == 0
                && Math.max(left.numbers().length, right.numbers().length) >= TABLE
                && overlap.both < SAME_TABLE * overlap.either;
    }

    private static int upTo(int bound, int[] numbers) {
        int count = 0;
        for (int number : numbers) {
            count += number <= bound ? 1 : 0;
        }
        return count;
    }

    /** Whether neither text can be the other without its end, where numbers would be missing. */
    private static boolean areOfOneLength(Sketch left, Sketch right, Overlap overlap) {
        return !left.cut() && !right.cut() && overlap.shorter >= ONE_LENGTH * overlap.longer;
    }

    private static int end(int[] numbers) {
        return numbers.length == Sketch.MOST_NUMBERS ? numbers[numbers.length - 1] : Integer.MAX_VALUE;
    }
}
