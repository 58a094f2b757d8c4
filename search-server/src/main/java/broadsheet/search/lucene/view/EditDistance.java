package broadsheet.search.lucene.view;

/**
 * How many edits part one word from others: a letter too many, too few, another, or two neighbours swapped, no letter
 * edited twice (optimal string alignment, as in Lucene's fuzzy queries). Not for several threads at once.
 */
final class EditDistance {

    private final int[] word;
    private final int most;
    private int[] row;
    private int[] last;
    private int[] beforeLast;

    /**
     * @param word code points
     * @param most the distance past which the exact number does not matter
     * @param longest the length of the longest word that is compared
     */
    EditDistance(int[] word, int most, int longest) {
        this.word = word;
        this.most = most;
        this.row = new int[longest + 1];
        this.last = new int[longest + 1];
        this.beforeLast = new int[longest + 1];
    }

    /** The distance to a word, or some number over the most. */
    int to(int[] other, int length) {
        if (Math.abs(word.length - length) > most) {
            return most + 1;
        }
        for (int j = 0; j <= Math.min(length, most + 1); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= word.length; i++) {
            int least = fill(i, other, length);
            if (least > most) {
                return most + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[length];
    }

    /** One row of the table; only the band around the diagonal can matter. Gives the least number in it. */
    private int fill(int i, int[] other, int length) {
        int from = Math.max(1, i - most);
        int to = Math.min(length, i + most);
        int least = from == 1 ? i : most + 1;
        row[from - 1] = least;
        for (int j = from; j <= to; j++) {
            int cost = last[j - 1] + (word[i - 1] == other[j - 1] ? 0 : 1);
            cost = Math.min(cost, row[j - 1] + 1);
            if (j < i + most) {
                cost = Math.min(cost, last[j] + 1);
            }
            if (i > 1 && j > 1 && word[i - 1] == other[j - 2] && word[i - 2] == other[j - 1]) {
                cost = Math.min(cost, beforeLast[j - 2] + 1);
            }
            row[j] = cost;
            least = Math.min(least, cost);
        }
        return least;
    }
}
