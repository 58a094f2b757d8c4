package broadsheet.post.language;

import java.util.Map;

/**
 * A fixed set of words, each with some numbers, asked for by a stretch of characters: no word need be cut out of a text
 * to be looked up, which counts where every word of every post is asked for. Open addressing, a quarter full.
 */
final class WordTable {

    private static final int[] NONE = {};

    private final char[][] words;
    private final int[][] numbers;

    WordTable(Map<String, int[]> entries) {
        int size = Integer.highestOneBit(Math.max(1, entries.size())) * 8;
        words = new char[size][];
        numbers = new int[size][];
        entries.forEach((word, value) -> {
            int slot = slot(word.hashCode());
            while (words[slot] != null) {
                slot = slot + 1 & words.length - 1;
            }
            words[slot] = word.toCharArray();
            numbers[slot] = value;
        });
    }

    /**
     * The numbers of the word that stands in {@code text} from {@code start} to {@code end}; none when it is not one of
     * these. Not a copy.
     *
     * @param hash of the word, as {@link String#hashCode} has it
     */
    int[] get(char[] text, int start, int end, int hash) {
        int slot = slot(hash);
        while (words[slot] != null) {
            if (isSame(words[slot], text, start, end)) {
                return numbers[slot];
            }
            slot = slot + 1 & words.length - 1;
        }
        return NONE;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 16) & words.length - 1;
    }

    private static boolean isSame(char[] word, char[] text, int start, int end) {
        if (word.length != end - start) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (word[i] != text[start + i]) {
                return false;
            }
        }
        return true;
    }
}
