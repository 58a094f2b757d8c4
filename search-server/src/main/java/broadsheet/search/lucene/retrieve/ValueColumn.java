package broadsheet.search.lucene.retrieve;

import broadsheet.search.lucene.view.MatchSet;
import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;

/** The numbers of each document's values, in memory, so that the values of a million posts are counted in a millisecond. */
interface ValueColumn {

    /** How many of some documents have each value, by its number. */
    int[] count(MatchSet matches);

    /** Sees 64 documents. */
    @FunctionalInterface
    interface Row {
        /** @param word a bit for each document, the first one is number {@code row * 64} */
        void see(int row, long word);
    }

    /**
     * Shows all rows of the documents that match, or of the others where these are fewer.
     *
     * @param size how many documents there are
     * @return true for the others
     */
    static boolean eachWord(MatchSet matches, int size, Row seen) {
        boolean most = matches.count() > size / 2;
        long[] words = matches.documents().getBits();
        for (int row = 0; row << 6 < size; row++) {
            long word = most ? ~words[row] : words[row];
            if (row + 1 << 6 > size) {
                // the bits behind the last document
                word &= -1L >>> -size;
            }
            seen.see(row, word);
        }
        return most;
    }

    /** Counts of those that match. @param others whether what was counted are the others */
    static int[] found(int[] counts, boolean others, int[] all) {
        for (int i = 0; others && i < counts.length; i++) {
            counts[i] = all[i] - counts[i];
        }
        return counts;
    }

    /** Takes the values of one document after the other. */
    final class Builder {

        /** Of so many different values, a set of documents for each takes less than a number for each document. */
        private static final int FEW_VALUES = 24;
        /** To have places for so many values of each document is quicker than to have as many as it has values. */
        private static final int MOST_PLACES = 4;

        private final int[] starts;
        private final int[] all;
        private int[] numbers;
        private int documents;
        private int count;
        private int most = 1;

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
            numbers = ArrayUtil.grow(numbers, count + 1);
            numbers[count++] = number;
            most = Math.max(most, count - starts[document]);
            all[number]++;
        }

        ValueColumn build() {
            Arrays.fill(starts, documents, starts.length, count);
            if (all.length <= FEW_VALUES) {
                return sets();
            }
            boolean places = most <= MOST_PLACES && all.length + most <= NumberColumn.MOST_NUMBERS;
            return places ? places() : new ListColumn(starts, Arrays.copyOf(numbers, count), all);
        }

        private NumberColumn places() {
            char[] places = new char[(starts.length - 1) * most];
            for (int document = 0; document < starts.length - 1; document++) {
                int values = starts[document + 1] - starts[document];
                for (int place = 0; place < most; place++) {
                    places[document * most + place] = (char) (place < values
                            ? numbers[starts[document] + place] + most
                            : place);
                }
            }
            return new NumberColumn(most, places, all);
        }

        private SetColumn sets() {
            FixedBitSet[] sets = new FixedBitSet[all.length];
            Arrays.setAll(sets, value -> new FixedBitSet(Math.max(1, starts.length - 1)));
            for (int document = 0; document < starts.length - 1; document++) {
                for (int i = starts[document]; i < starts[document + 1]; i++) {
                    sets[numbers[i]].set(document);
                }
            }
            return new SetColumn(sets);
        }
    }
}
