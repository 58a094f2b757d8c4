package broadsheet.analysis;

import java.util.Arrays;

/**
 * Finds the words of a sentence by the word-break rules of Unicode (UAX #29) where these are simple: Latin, Greek and
 * Cyrillic letters, digits, common punctuation. It gives what Lucene's {@code StandardTokenizer} gives, in a third of the
 * time, as it goes over the characters once and through no stream; what it does not know it leaves to that one. Three
 * things are other: the colon parts words ({@code openSUSE:Factory}), a point between letters parts those that are no
 * {@linkplain DottedWords abbreviation}, and initials are one word.
 */
final class WordBreaker {

    private static final byte OTHER = 0;
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    /** Joins two letters. */
    private static final byte MID_LETTER = 3;
    /** Joins two digits. */
    private static final byte MID_DIGIT = 4;
    /** Joins two letters or two digits. */
    private static final byte MID_BOTH = 5;
    private static final byte UNKNOWN = 6;
    /** May be part of a {@link WrittenForms written form}. */
    private static final byte SIGN = 7;
    /** A longer word is cut by the tokenizer. */
    private static final int LONGEST = 255;
    private static final byte[] KINDS = kinds();

    private char[] chars = new char[256];
    private int[] bounds = new int[128];
    private int size;
    private int length;
    private boolean signs;
    private boolean joints;
    private boolean simple;

    /** A text for the tokenizer, which shall part words where this class does; as long as the text. */
    static String parted(String text) {
        return text.replace(':', ' ').replace('\uFF1A', ' ');
    }

    /** Finds the words of a sentence. @return false where it holds something that this class does not know */
    boolean read(String sentence) {
        makeRoom(sentence.length());
        sentence.getChars(0, sentence.length(), chars, 0);
        return read(sentence.length());
    }

    /** The same for a sentence that stands in a text from {@code from} to {@code to}, end exclusive. */
    boolean read(char[] text, int from, int to) {
        makeRoom(to - from);
        System.arraycopy(text, from, chars, 0, to - from);
        return read(to - from);
    }

    private void makeRoom(int length) {
        if (length > chars.length) {
            chars = new char[2 * length];
        }
    }

    /** Begins with a text whose words come from elsewhere, by {@link #add}. */
    void begin(String text) {
        makeRoom(text.length());
        text.getChars(0, text.length(), chars, 0);
        begin(text.length());
        simple = false;
    }

    private void begin(int of) {
        size = 0;
        length = of;
        signs = false;
        joints = false;
        simple = true;
    }

    private boolean read(int of) {
        begin(of);
        int at = 0;
        while (at < length) {
            byte kind = kind(chars[at]);
            if (kind == UNKNOWN) {
                return false;
            }
            if (kind != LETTER && kind != DIGIT) {
                signs |= kind == SIGN;
                at++;
                continue;
            }
            int end = wordEnd(at);
            if (end - at > LONGEST) {
                return false;
            }
            add(at, end);
            at = end;
        }
        return true;
    }

    /** Start and end (exclusive) of each word, one after the other. */
    int[] offsets() {
        return Arrays.copyOf(bounds, 2 * size);
    }

    private int wordEnd(int start) {
        int at = start + 1;
        byte last = kind(chars[start]);
        while (at < length) {
            byte kind = kind(chars[at]);
            if (kind == LETTER || kind == DIGIT) {
                last = kind;
                at++;
            } else if (joins(kind, last) && at + 1 < length && kind(chars[at + 1]) == last) {
                at += 2;
            } else {
                break;
            }
        }
        return at;
    }

    private static boolean joins(byte kind, byte last) {
        return kind == MID_BOTH || kind == (last == LETTER ? MID_LETTER : MID_DIGIT);
    }

    /** Adds a run of letters and digits behind those that are there: a word, or several with points between them. */
    void add(int start, int end) {
        int from = start;
        int to = DottedWords.firstEnd(chars, from, end);
        while (to < end) {
            addWord(from, to);
            from = to + 1;
            to = DottedWords.firstEnd(chars, from, end);
        }
        addWord(from, end);
    }

    private void addWord(int start, int end) {
        if (size > 0 && goesOn(bounds[2 * size - 2], bounds[2 * size - 1], start, end)) {
            bounds[2 * size - 1] = end;
            return;
        }
        if (2 * size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 4 * size);
        }
        joints |= size > 0 && start - bounds[2 * size - 1] == 1 && isJoint(start - 1);
        bounds[2 * size] = start;
        bounds[2 * size++ + 1] = end;
    }

    private boolean isJoint(int at) {
        char c = chars[at];
        return c == '-' || c == '.' || isSpace(c) && isDigit(chars[at - 1]) && isDigit(chars[at + 1]);
    }

    /** Whether a word is part of the one before it: further initials, or the ending of {@code U.K.'s}. */
    private boolean goesOn(int firstStart, int firstEnd, int start, int end) {
        if (start - firstEnd < 2 || chars[firstEnd] != '.') {
            return false;
        }
        boolean ending = start - firstEnd == 2 && end - start == 1 && (chars[start] == 's' || chars[start] == 'S')
                && (chars[start - 1] == '\'' || chars[start - 1] == '’');
        if (ending) {
            return firstEnd - firstStart > 2 && chars[firstStart + 1] == '.';
        }
        for (int i = firstEnd + 1; i < start; i++) {
            if (!Character.isWhitespace(chars[i])) {
                return false;
            }
        }
        return end < length && chars[end] == '.' && end - start == 1 && DottedWords.endsInInitial(chars, start, end)
                && DottedWords.endsInInitial(chars, firstStart, firstEnd);
    }

    /** A space within a number: an easy one, a fixed one, a narrow one. */
    static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The sentence, and behind it what was there before. */
    char[] chars() {
        return chars;
    }

    /** Whether some sign may make a {@link WrittenForms written form}. */
    boolean hasSigns() {
        return signs;
    }

    /** Whether this class found the words by itself: then all its characters are such as it knows. */
    boolean isSimple() {
        return simple;
    }

    /** Whether some words may be a {@linkplain Compounds compound}. */
    boolean hasJoints() {
        return joints;
    }

    /** How many words there are. */
    int size() {
        return size;
    }

    int start(int word) {
        return bounds[2 * word];
    }

    int end(int word) {
        return bounds[2 * word + 1];
    }

    private static byte kind(char c) {
        if (c < KINDS.length) {
            return KINDS[c];
        }
        return switch (c) {
            case '‘', '’' -> MID_BOTH;
            case '–', '—', '“', '”', '„', '…', '•' -> OTHER;
            case '€' -> SIGN;
            default -> UNKNOWN;
        };
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[0x530];
        for (char c = 0; c < kinds.length; c++) {
            boolean known = c <= 0x24F || c >= 0x388 && c <= 0x3FF || c >= 0x400 && c <= 0x481 || c >= 0x48A;
            if (!known) {
                kinds[c] = UNKNOWN;
            } else if (Character.isLetter(c)) {
                kinds[c] = LETTER;
            } else if (c < 0x80 && Character.isDigit(c)) {
                kinds[c] = DIGIT;
            } else if (c >= 0x250) {
                kinds[c] = UNKNOWN;
            }
        }
        kinds['.'] = MID_BOTH;
        kinds['\''] = MID_BOTH;
        kinds['·'] = MID_LETTER;
        kinds['`'] = MID_LETTER;
        kinds['´'] = MID_LETTER;
        kinds[','] = MID_DIGIT;
        kinds[';'] = MID_DIGIT;
        for (char c = 0; c < kinds.length; c++) {
            if (WrittenForms.isSign(c)) {
                kinds[c] = SIGN;
            }
        }
        // A joiner of words, signs that may be part of an emoji, a soft hyphen; letters and digits in another dress.
        for (char c : "_©®\u00AD²³¹¼½¾ªºµſŉ".toCharArray()) {
            kinds[c] = UNKNOWN;
        }
        return kinds;
    }
}
