package broadsheet.analysis;

import java.util.Arrays;

/**
 * The forms of words of up to eight ASCII characters, which nine of ten words of a text are. Such a word is one number,
 * so that finding it compares no letters: a table in which each word takes one look into memory.
 */
final class ShortWords {

    /** What is no short word. */
    static final long NONE = 0;

    private static final int LONGEST = 8;
    private static final int FIRST_PLACES = 2048;

    private int size;
    private long[] words = new long[FIRST_PLACES];
    private WordForms[] forms = unknown(FIRST_PLACES);

    /** A word as one number, a byte a character; {@link #NONE} where it is longer or has other characters. */
    static long key(char[] word, int offset, int length) {
        if (length > LONGEST) {
            return NONE;
        }
        long key = 0;
        int all = 0;
        for (int i = offset; i < offset + length; i++) {
            key = key << 8 | word[i];
            all |= word[i];
        }
        return all < 0x80 ? key : NONE;
    }

    /** The forms of a word, or {@link WordForms#UNKNOWN}. */
    WordForms get(long key) {
        return forms[place(key)];
    }

    /** A table in which no word is known. */
    static WordForms[] unknown(int places) {
        WordForms[] forms = new WordForms[places];
        Arrays.fill(forms, WordForms.UNKNOWN);
        return forms;
    }

    /** Keeps a word that is not known. */
    void put(long key, WordForms made) {
        if (2 * size >= words.length) {
            grow();
        }
        int place = place(key);
        words[place] = key;
        forms[place] = made;
        size++;
    }

    void clear() {
        size = 0;
        words = new long[FIRST_PLACES];
        forms = unknown(FIRST_PLACES);
    }

    private int place(long key) {
        int mask = words.length - 1;
        // The upper bits of the product depend on all characters.
        int at = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (words[at] != key && words[at] != NONE) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldWords = words;
        WordForms[] oldForms = forms;
        words = new long[2 * oldWords.length];
        forms = unknown(2 * oldWords.length);
        for (int old = 0; old < oldWords.length; old++) {
            if (oldWords[old] != NONE) {
                int place = place(oldWords[old]);
                words[place] = oldWords[old];
                forms[place] = oldForms[old];
            }
        }
    }
}
