package broadsheet.search.lucene.retrieve;

import broadsheet.search.lucene.view.MatchSet;
import java.util.Arrays;

/**
 * The numbers of each document's values, as many places for each document as one has at most: 2 bytes a place, as
 * reading them from memory is what takes time. Where most documents match, the others are counted, and taken from the
 * counts of all. Where 64 documents in a row have one value, as the days of an archive that was indexed by date, they are
 * counted together.
 */
final class NumberColumn implements ValueColumn {

    /** So many values and places have numbers. */
    static final int MOST_NUMBERS = 1 << Character.SIZE;
    private static final int MIXED = -1;

    /** Places of a document. */
    private final int width;
    /** A value's number and {@link #width}; a place without a value has its own number, so that counting has no branch. */
    private final char[] numbers;
    private final int[] all;
    /** The one number of each 64 documents, {@link #MIXED} where they have others; empty where that is rare. */
    private final int[] rows;

    /**
     * @param width places of a document
     * @param numbers place by place, the number of a value and {@code width}, or that of the place
     */
    NumberColumn(int width, char[] numbers, int[] all) {
        this.width = width;
        this.numbers = numbers;
        this.all = all;
        this.rows = width == 1 ? rows(numbers) : new int[0];
    }

    private static int[] rows(char[] numbers) {
        int[] rows = new int[numbers.length >> 6];
        int uniform = 0;
        for (int row = 0; row < rows.length; row++) {
            int first = numbers[row << 6];
            rows[row] = first;
            for (int i = row << 6; i < row + 1 << 6; i++) {
                rows[row] = numbers[i] == first ? rows[row] : MIXED;
            }
            uniform += rows[row] == MIXED ? 0 : 1;
        }
        return uniform * 4 > rows.length ? rows : new int[0];
    }

    @Override
    public int[] count(MatchSet matches) {
        int[] counts = new int[all.length + width];
        boolean most = ValueColumn.eachWord(matches, numbers.length / width, (row, word) -> {
            if (row < rows.length && rows[row] != MIXED) {
                counts[rows[row]] += Long.bitCount(word);
            } else {
                add(row << 6, word, counts);
            }
        });
        return ValueColumn.found(Arrays.copyOfRange(counts, width, counts.length), most, all);
    }

    /** @param word the documents from one on, a bit each */
    private void add(int from, long word, int[] counts) {
        if (width == 1) {
            for (long left = word; left != 0; left &= left - 1) {
                counts[numbers[from + Long.numberOfTrailingZeros(left)]]++;
            }
            return;
        }
        for (long left = word; left != 0; left &= left - 1) {
            int place = (from + Long.numberOfTrailingZeros(left)) * width;
            for (int end = place + width; place < end; place++) {
                counts[numbers[place]]++;
            }
        }
    }
}
