package broadsheet.search.lucene.retrieve;

import broadsheet.search.lucene.view.MatchSet;
import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;

/** The numbers of each document's values, in memory, so that the values of a million posts are counted in a millisecond. */
interface ValueColumn {

    /** How many of some documents have each value, by its number. */
    int[] count(MatchSet matches);

    /** Takes the values of one document after the other. */
    final class Builder {

        /** Of so many different values, a set of documents for each takes less than a number for each document. */
        private static final int FEW_VALUES = 24;

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
            if (all.length <= FEW_VALUES) {
                return sets();
            }
            if (several) {
                return new NumberColumn(starts, Arrays.copyOf(numbers, count), all);
            }
            int[] single = new int[starts.length - 1];
            for (int document = 0; document < single.length; document++) {
                single[document] = starts[document] == starts[document + 1]
                        ? 0
                        : numbers[starts[document]] + 1;
            }
            return new NumberColumn(new int[0], single, all);
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
