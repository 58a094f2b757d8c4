package broadsheet.search.lucene.retrieve;

import broadsheet.search.lucene.view.MatchSet;
import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;

/**
 * The numbers of each document's values, in memory, so that the values of a million posts are counted in a millisecond or
 * two: 4 bytes a document where none has several, else 4 bytes more for each value. Where most documents match, the others are
 * counted, and taken from the counts of all.
 */
final class ValueColumn {

    /** Where each document's values begin, and where the last one's end; empty where no document has several. */
    private final int[] starts;
    /** One for each document, the number and 1, 0 for none; or one after the other, as they are. */
    private final int[] numbers;
    private final int[] all;

    private ValueColumn(int[] starts, int[] numbers, int[] all) {
        this.starts = starts;
        this.numbers = numbers;
        this.all = all;
    }

    /** Takes the values of one document after the other. */
    static final class Builder {
        private final int[] starts;
        private final int[] all;
        private int[] numbers;
        private int documents;
        private int count;
        private boolean several;

        /**
         * @param documents how many there are
         * @param values how many different values there are
         */
        Builder(int documents, int values) {
            this.starts = new int[documents + 1];
            this.numbers = new int[documents];
            this.all = new int[values];
        }

        /** One more value of a document; documents in rising order. */
        void add(int document, int number) {
            while (documents <= document) {
                starts[documents++] = count;
            }
            several |= count > starts[document];
            numbers = ArrayUtil.grow(numbers, count + 1);
            numbers[count++] = number;
            all[number]++;
        }

        ValueColumn build() {
            Arrays.fill(starts, documents, starts.length, count);
            if (several) {
                return new ValueColumn(starts, Arrays.copyOf(numbers, count), all);
            }
            int[] single = new int[starts.length - 1];
            for (int document = 0; document < single.length; document++) {
                single[document] = starts[document] == starts[document + 1]
                        ? 0
                        : numbers[starts[document]] + 1;
            }
            return new ValueColumn(new int[0], single, all);
        }
    }

    /** How many of some documents have each value, by its number. */
    int[] count(MatchSet matches) {
        FixedBitSet documents = matches.documents();
        boolean most = matches.count() > documents.length() / 2;
        int[] counts = new int[all.length + 1];
        long[] words = documents.getBits();
        int size = starts.length == 0 ? numbers.length : starts.length - 1;
        for (int i = 0; i << 6 < size; i++) {
            long word = most ? ~words[i] : words[i];
            while (word != 0) {
                int document = (i << 6) + Long.numberOfTrailingZeros(word);
                word &= word - 1;
                if (document < size) {
                    add(document, counts);
                }
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

    private void add(int document, int[] counts) {
        if (starts.length == 0) {
            counts[numbers[document]]++;
            return;
        }
        for (int i = starts[document]; i < starts[document + 1]; i++) {
            counts[numbers[i]]++;
        }
    }
}
