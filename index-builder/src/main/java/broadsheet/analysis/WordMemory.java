package broadsheet.analysis;

import java.util.Arrays;

/**
 * Words and their forms, up to a number of words; when that is reached it begins anew. An open table whose full hashes
 * are compared before any letter is: Lucene's {@code CharArrayMap} compares letters in long runs of neighbours, which
 * was a sixth of the time of indexing. {@link ShortWords} are kept apart.
 */
final class WordMemory {

    /** The length of the longest word that is kept. */
    static final int LONGEST = 63;
    /** So that all letters can be told by 26 bits. */
    static final int MOST = 1 << 20;

    private static final int FIRST_PLACES = 2048;

    private final int most;
    private final ShortWords shortWords = new ShortWords();
    private int size;
    private int longer;
    /**
     * For each place: the hash in the upper 32 bits, then 26 bits for where the word starts in {@link #letters}, then 6
     * for its length. In one number, as each array more is a further wait for memory; 0 is a free place.
     */
    private long[] places = {};
    private WordForms[] forms = {};
    private char[] letters = {};
    private int used;

    /** @param most how many words to keep, {@value #MOST} at most */
    WordMemory(int most) {
        this.most = Math.min(most, MOST);
        clear();
    }

    private void clear() {
        size = 0;
        longer = 0;
        used = 0;
        shortWords.clear();
        places = new long[FIRST_PLACES];
        forms = ShortWords.unknown(FIRST_PLACES);
        letters = new char[4 * FIRST_PLACES];
    }

    /** How many words are kept. */
    int size() {
        return size;
    }

    /** The forms of a word, or {@link WordForms#UNKNOWN}: asked for at each word of a text, so that nothing is wrapped. */
    WordForms get(char[] word, int offset, int length) {
        long key = ShortWords.key(word, offset, length);
        if (key != ShortWords.NONE) {
            return shortWords.get(key);
        }
        return forms[place(word, offset, length, hash(word, offset, length))];
    }

    /** Keeps a word that is not known, unless it is too long. */
    void put(char[] word, int offset, int length, WordForms made) {
        if (length > LONGEST || length == 0) {
            return;
        }
        if (size == most) {
            clear();
        }
        size++;
        long key = ShortWords.key(word, offset, length);
        if (key != ShortWords.NONE) {
            shortWords.put(key, made);
            return;
        }
        if (2 * longer >= forms.length) {
            grow();
        }
        if (used + length > letters.length) {
            letters = Arrays.copyOf(letters, 2 * letters.length);
        }
        int hash = hash(word, offset, length);
        int place = place(word, offset, length, hash);
        System.arraycopy(word, offset, letters, used, length);
        places[place] = (long) hash << 32 | (long) used << 6 | length;
        forms[place] = made;
        used += length;
        longer++;
    }

    /** The place of a word, or the free one where it belongs. */
    private int place(char[] word, int offset, int length, int hash) {
        int mask = places.length - 1;
        int at = hash & mask;
        while (places[at] != 0 && !isAt(places[at], word, offset, length, hash)) {
            at = at + 1 & mask;
        }
        return at;
    }

    private boolean isAt(long place, char[] word, int offset, int length, int hash) {
        if ((int) (place >>> 32) != hash || (place & 63) != length) {
            return false;
        }
        int start = (int) (place >>> 6) & (1 << 26) - 1;
        // A loop, since words are too short for the JDK's comparison of arrays to gain anything.
        for (int i = 0; i < length; i++) {
            if (letters[start + i] != word[offset + i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        long[] oldPlaces = places;
        WordForms[] oldForms = forms;
        places = new long[2 * oldPlaces.length];
        forms = ShortWords.unknown(2 * oldPlaces.length);
        int mask = places.length - 1;
        for (int old = 0; old < oldPlaces.length; old++) {
            if (oldPlaces[old] != 0) {
                int at = (int) (oldPlaces[old] >>> 32) & mask;
                while (places[at] != 0) {
                    at = at + 1 & mask;
                }
                places[at] = oldPlaces[old];
                forms[at] = oldForms[old];
            }
        }
    }

    private static int hash(char[] word, int offset, int length) {
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + word[i];
        }
        // The low bits, by which the table places a word, shall depend on all of it.
        hash *= 0x9E3779B1;
        return hash ^ hash >>> 15;
    }
}
