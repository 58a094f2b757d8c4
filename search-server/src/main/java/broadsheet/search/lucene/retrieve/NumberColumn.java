package broadsheet.search.lucene.retrieve;

import broadsheet.search.lucene.view.MatchSet;
import java.util.Arrays;

/**
 * The numbers of each document's values: 4 bytes a document where none has several, else 4 bytes more for each value. Where
 * most documents match, the others are counted, and taken from the counts of all. Where 64 documents in a row have one
 * value, as the days of an archive that was indexed by date, they are counted together.
 */
final class NumberColumn implements ValueColumn {

    private static final int MIXED = -1;

    /** Where each document's values begin, and where the last one's end; empty where no document has several. */
    private final int[] starts;
    /** One for each document, the number and 1, 0 for none; or one after the other, as they are. */
    private final int[] numbers;
    private final int[] all;
    /** The one number of each 64 documents, {@link #MIXED} where they have others; empty where that is rare. */
    private final int[] rows;

    NumberColumn(int[] starts, int[] numbers, int[] all) {
        this.starts = starts;
        this.numbers = numbers;
        this.all = all;
        this.rows = starts.length == 0 ? rows(numbers) : new int[0];
    }

    private static int[] rows(int[] numbers) {
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
        boolean most = matches.count() > matches.documents().length() / 2;
        int[] counts = new int[all.length + 1];
        long[] words = matches.documents().getBits();
        int size = starts.length == 0 ? numbers.length : starts.length - 1;
        for (int i = 0; i << 6 < size; i++) {
            long word = most ? ~words[i] : words[i];
            if (i + 1 << 6 > size) {
                // the bits behind the last document
                word &= -1L >>> -size;
            }
            if (i < rows.length && rows[i] != MIXED) {
                counts[rows[i]] += Long.bitCount(word);
            } else {
                add(i << 6, word, counts);
            }
        }
        int[] found = starts.length == 0
                ? Arrays.copyOfRange(counts, 1, counts.length)
                : Arrays.copyOf(counts, all.length);
        for (int i = 0; most && i < found.length; i++) {
            found[i] = all[i] - found[i];
        }
        return found;
    }

    /** @param word the documents from one on, a bit each */
    private void add(int from, long word, int[] counts) {
        if (starts.length == 0) {
            for (long left = word; left != 0; left &= left - 1) {
                counts[numbers[from + Long.numberOfTrailingZeros(left)]]++;
            }
            return;
        }
        for (long left = word; left != 0; left &= left - 1) {
            int document = from + Long.numberOfTrailingZeros(left);
            int end = starts[document + 1];
            for (int i = starts[document]; i < end; i++) {
                counts[numbers[i]]++;
            }
        }
    }
}
