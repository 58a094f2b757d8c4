package broadsheet.copies;

import java.util.Arrays;

/**
 * The words of a text as 64-bit hashes. Letters and digits make words; case, apostrophes and all other signs do not
 * count, so that {@code don’t} and {@code DON'T} are one word. Characters of Chinese and Japanese, which are written
 * without spaces, are a word each. Numbers are also kept whole: {@code 13.2} is two words and one number, {@code 6-1/4}
 * three words and one number. Not for several threads at once.
 */
final class WordHashes {

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final int ASCII = 0x80;
    private static final byte OTHER = 0;
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte APOSTROPHE = 3;
    /** Joins two digits to one number. */
    private static final byte JOINER = 4;
    private static final byte[] KINDS = kinds();

    private char[] text = new char[4096];
    private long[] hashes = new long[512];
    private byte[] lengths = new byte[512];
    private int size;
    private long[] numbers = new long[64];
    private int numberCount;

    /** The word that is being read. */
    private long hash = FNV_OFFSET;
    private int length;
    /** The number that is being read, with all its words; without meaning while {@code numberLength} is 0. */
    private long number;
    private int numberLength;
    private boolean digits;

    private static byte[] kinds() {
        byte[] kinds = new byte[ASCII];
        Arrays.fill(kinds, 'a', 'z' + 1, LETTER);
        Arrays.fill(kinds, 'A', 'Z' + 1, LETTER);
        Arrays.fill(kinds, '0', '9' + 1, DIGIT);
        kinds['\''] = APOSTROPHE;
        for (char joiner : ".,/-".toCharArray()) {
            kinds[joiner] = JOINER;
        }
        return kinds;
    }

    void clear() {
        size = 0;
        numberCount = 0;
    }

    int size() {
        return size;
    }

    long hash(int word) {
        return hashes[word];
    }

    /** How many characters a word has, at most 127; characters that are words each count as four. */
    int length(int word) {
        return lengths[word];
    }

    int numberCount() {
        return numberCount;
    }

    /** The hash of a word that begins with a digit, or of several that are one number; of more than one character. */
    long number(int index) {
        return numbers[index];
    }

    /** Adds the words of a text. */
    void add(String added) {
        int end = added.length();
        if (text.length < end) {
            text = new char[end + end / 2];
        }
        added.getChars(0, end, text, 0);
        for (int i = 0; i < end; i++) {
            char c = text[i];
            if (c >= ASCII) {
                i += addBeyondAscii(i, end);
                continue;
            }
            byte kind = KINDS[c];
            if (kind == LETTER) {
                i = addLetters(i, end) - 1;
            } else if (kind == DIGIT) {
                digits |= length == 0;
                hash = (hash ^ c) * FNV_PRIME;
                length++;
            } else if (kind == JOINER && i > 0 && i + 1 < end && isDigit(text[i - 1]) && isDigit(text[i + 1])) {
                joinNumber();
            } else if (kind != APOSTROPHE) {
                endWord();
            }
        }
        endWord();
    }

    /** Adds letters up to the next other sign, in numbers that need not be written to memory at each; gives its place. */
    private int addLetters(int from, int end) {
        long h = hash;
        int i = from;
        for (; i < end && text[i] < ASCII && KINDS[text[i]] == LETTER; i++) {
            h = (h ^ (text[i] | 0x20)) * FNV_PRIME;
        }
        hash = h;
        length += i - from;
        return i;
    }

    /** Adds a character from U+0080 on; gives how many more places of the text it takes. */
    private int addBeyondAscii(int at, int end) {
        int c = Character.codePointAt(text, at, end);
        if (isApart(c)) {
            endWord();
            put(mix(FNV_OFFSET ^ c), 4);
        } else if (isOfWord(c)) {
            hash = (hash ^ Character.toLowerCase(c)) * FNV_PRIME;
            length++;
        } else if (!isApostrophe(c)) {
            endWord();
        }
        return Character.charCount(c) - 1;
    }

    private void joinNumber() {
        number = (number + hash) * FNV_PRIME;
        numberLength += length + 1;
        put(mix(hash), length);
        hash = FNV_OFFSET;
        length = 0;
    }

    private void endWord() {
        if (length == 0) {
            return;
        }
        if (digits && numberLength + length > 1) {
            if (numberCount == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * numberCount);
            }
            numbers[numberCount++] = mix(number + hash);
        }
        put(mix(hash), length);
        hash = FNV_OFFSET;
        length = 0;
        number = 0;
        numberLength = 0;
        digits = false;
    }

    private void put(long wordHash, int wordLength) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
            lengths = Arrays.copyOf(lengths, 2 * size);
        }
        hashes[size] = wordHash;
        lengths[size++] = (byte) Math.min(wordLength, Byte.MAX_VALUE);
    }

    private static boolean isOfWord(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isApostrophe(int c) {
        return c == '’' || c == '‘' || c == 'ʼ' || c == 0xAD;
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
