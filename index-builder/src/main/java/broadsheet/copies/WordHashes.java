package broadsheet.copies;

import java.util.Arrays;

/**
 * The words of a text as 64-bit hashes. Letters and digits make words; case, apostrophes and all other signs do not
 * count, so that {@code don’t} and {@code DON'T} are one word; {@code 13.2} and {@code 6-1/4} are one, too. Characters of Chinese and Japanese, which are written
 * without spaces, are a word each. Not for several threads at once.
 */
final class WordHashes {

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private long[] hashes = new long[512];
    private int[] lengths = new int[512];
    private boolean[] numbers = new boolean[512];
    private int size;
    private boolean number;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    long hash(int word) {
        return hashes[word];
    }

    /** How many characters a word has; characters that are words each count as four. */
    int length(int word) {
        return lengths[word];
    }

    /** Whether a word has a digit, and more than that one character. */
    boolean isNumber(int word) {
        return numbers[word] && lengths[word] > 1;
    }

    /** Adds the words of a text. */
    void add(String text) {
        long hash = FNV_OFFSET;
        int length = 0;
        number = false;
        int end = text.length();
        int i = 0;
        while (i < end) {
            int c = text.charAt(i);
            if (c < 0x80) {
                i++;
            } else {
                c = text.codePointAt(i);
                i += Character.charCount(c);
            }
            if (isApart(c)) {
                flush(hash, length);
                put(mix(FNV_OFFSET ^ c), 4);
                hash = FNV_OFFSET;
                length = 0;
            } else if (isOfWord(c) || isWithinNumber(text, i - 1, c)) {
                hash = (hash ^ lower(c)) * FNV_PRIME;
                length++;
                number |= isDigit(c);
            } else if (!isApostrophe(c)) {
                flush(hash, length);
                hash = FNV_OFFSET;
                length = 0;
            }
        }
        flush(hash, length);
    }

    private void flush(long hash, int length) {
        if (length > 0) {
            put(mix(hash), length);
        }
    }

    private void put(long hash, int length) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
            lengths = Arrays.copyOf(lengths, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        hashes[size] = hash;
        numbers[size] = number;
        number = false;
        lengths[size++] = length;
    }

    private static boolean isOfWord(int c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isWithinNumber(String text, int at, int c) {
        return (c == '.' || c == ',' || c == '/' || c == '-') && at > 0 && at + 1 < text.length()
                && isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static int lower(int c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
        }
        return Character.toLowerCase(c);
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == 0xAD;
    }

    private static boolean isApart(int c) {
        return c >= 0x2E80 && c <= 0x9FFF && Character.isIdeographic(c) || c >= 0x3040 && c <= 0x30FF
                || c >= 0x20000 && Character.isIdeographic(c);
    }

    /** Spreads a hash over all 64 bits: the finalizer of MurmurHash3 (Appleby, public domain). */
    static long mix(long hash) {
        long h = hash;
        h = (h ^ h >>> 33) * 0xFF51AFD7ED558CCDL;
        h = (h ^ h >>> 33) * 0xC4CEB9FE1A85EC53L;
        return h ^ h >>> 33;
    }
}
