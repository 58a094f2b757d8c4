package broadsheet.search.lucene.retrieve;

import broadsheet.search.lucene.view.MatchSet;
import org.apache.lucene.util.FixedBitSet;

/** The documents of each value as a set: of few values, 64 documents are counted in about a nanosecond a value. */
record SetColumn(FixedBitSet[] sets) implements ValueColumn {

    @Override
    public int[] count(MatchSet matches) {
        int[] counts = new int[sets.length];
        if (matches.count() == 0) {
            return counts;
        }
        long[] words = matches.documents().getBits();
        int first = matches.documents().nextSetBit(0) >> 6;
        int last = matches.documents().prevSetBit(matches.documents().length() - 1) >> 6;
        for (int value = 0; value < counts.length; value++) {
            long[] set = sets[value].getBits();
            int count = 0;
            for (int i = first; i <= Math.min(last, set.length - 1); i++) {
                count += Long.bitCount(words[i] & set[i]);
            }
            counts[value] = count;
        }
        return counts;
    }
}
