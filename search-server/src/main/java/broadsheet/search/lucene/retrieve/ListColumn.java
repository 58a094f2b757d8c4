package broadsheet.search.lucene.retrieve;

import broadsheet.search.lucene.view.MatchSet;

/**
 * The numbers of each document's values one after the other, where some document has many: 4 bytes a document and 4 a value.
 *
 * @param starts where each document's values begin, and where the last one's end
 * @param all how many documents have each value
 */
record ListColumn(int[] starts, int[] numbers, int[] all) implements ValueColumn {

    @Override
    public int[] count(MatchSet matches) {
        int[] counts = new int[all.length];
        boolean most = ValueColumn.eachWord(matches, starts.length - 1, (row, word) -> {
            for (long left = word; left != 0; left &= left - 1) {
                int document = (row << 6) + Long.numberOfTrailingZeros(left);
                for (int i = starts[document]; i < starts[document + 1]; i++) {
                    counts[numbers[i]]++;
                }
            }
        });
        return ValueColumn.found(counts, most, all);
    }
}
