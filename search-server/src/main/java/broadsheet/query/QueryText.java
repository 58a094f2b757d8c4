package broadsheet.query;

import java.text.Normalizer;

/**
 * Typed text made even: one kind of quotation mark, one kind of space, composed letters, nothing invisible. Doing it
 * twice changes nothing.
 */
final class QueryText {

    private static final String QUOTES = "\u00ab\u00bb\u201c\u201d\u201e\u201f\u301d\u301e\u301f\uff02";
    private static final String APOSTROPHES = "\u2018\u2019\u201a\u201b\u2039\u203a\uff07";
    private static final String HYPHENS = "\u2010\u2011\u2212\ufe63\uff0d";

    /** Signs that part words even where no space is typed: dashes, and the commas and stops of other scripts. */
    private static final String GAPS = "\u2014\u2015\u2026\u060c\u061b\u061f\u06d4\u0964\u0965"
            + "\u3001\u3002\u3008\u3009\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017"
            + "\u30fb\uff01\uff0c\uff0e\uff1a\uff1b\uff1f\uff5e\uff62\uff63\uff64\uff65";

    private static final char NON_JOINER = '\u200c';
    private static final char JOINER = '\u200d';
    private static final int MOST_PASSES = 4;

    private QueryText() {}

    /** {@code " „a\u00a0b“ "} becomes {@code "a b"} in plain quotation marks, without spaces at its ends. */
    static String clean(String typed) {
        if (isClean(typed)) {
            return typed;
        }
        String composed = composed(typed);
        StringBuilder even = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = plain(composed.charAt(i));
            if (c != ' ' || !even.isEmpty() && even.charAt(even.length() - 1) != ' ') {
                even.append(c);
            }
        }
        return even.toString().strip();
    }

    /** Whether a text is visible ASCII with single spaces between its words: most are, and need no look at Unicode. */
    private static boolean isClean(String typed) {
        boolean space = true;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && space) {
                return false;
            }
            space = c == ' ';
        }
        return !space;
    }

    /**
     * Visible characters in Unicode's form NFC. Leaving out a character may bring marks into another order, and with it a
     * joiner beside another mark, where it is no spelling; so that the reading of a reading is the same, it is done until
     * nothing changes. If it has not settled after {@value #MOST_PASSES} passes, all joiners become spaces.
     */
    private static String composed(String typed) {
        String text = typed;
        for (int i = 0; i < MOST_PASSES; i++) {
            String next = Normalizer.normalize(visible(text), Normalizer.Form.NFC);
            if (next.equals(text)) {
                return text;
            }
            text = next;
        }
        return Normalizer.normalize(visible(text.replace(NON_JOINER, ' ').replace(JOINER, ' ')), Normalizer.Form.NFC);
    }

    /**
     * The first characters of a text, whole words where it has spaces.
     *
     * @param limit in UTF-16 units; a pair of surrogates is never split
     */
    static String cut(String clean, int limit) {
        if (clean.length() <= limit) {
            return clean;
        }
        int space = clean.lastIndexOf(' ', limit);
        if (space > 0) {
            return clean.substring(0, space);
        }
        boolean inPair = limit > 0 && Character.isHighSurrogate(clean.charAt(limit - 1));
        return clean.substring(0, inPair ? limit - 1 : limit);
    }

    /** Controls, format characters (zero-width, direction) and halves of a pair are left out before letters compose. */
    private static String visible(String typed) {
        int[] points = typed.codePoints().toArray();
        StringBuilder visible = new StringBuilder(typed.length());
        for (int i = 0; i < points.length; i++) {
            if (Character.isWhitespace(points[i]) || points[i] == 0x85) {
                visible.append(' ');
            } else if (!isInvisible(points[i]) || isSpelling(points, i)) {
                visible.appendCodePoint(points[i]);
            }
        }
        return visible.toString();
    }

    private static boolean isInvisible(int point) {
        return point == 0x34f || point == 0x115f || point == 0x1160 || point == 0x3164
                || switch (Character.getType(point)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
                    default -> false;
                };
    }

    /** The two joiners are spelling between letters of Arabic, Indic and Mongolian scripts and within an emoji. */
    private static boolean isSpelling(int[] points, int i) {
        if (points[i] != NON_JOINER && points[i] != JOINER || i == 0 || i + 1 == points.length) {
            return false;
        }
        int before = points[i - 1];
        int after = points[i + 1];
        boolean emoji = points[i] == JOINER && Signs.isEmojiPart(before) && Signs.begins(after)
                && Signs.isEmojiPart(after);
        return emoji || isJoining(before) && isJoining(after);
    }

    private static boolean isJoining(int point) {
        return Signs.belongs(point) && (point >= 0x0600 && point <= 0x0dff || point >= 0x1000 && point <= 0x109f
                || point >= 0x1800 && point <= 0x18af || point >= 0xfb50 && point <= 0xfefc);
    }

    private static char plain(char c) {
        if (c < 0x80) {
            return c;
        }
        if (QUOTES.indexOf(c) >= 0) {
            return '"';
        }
        if (APOSTROPHES.indexOf(c) >= 0) {
            return '\'';
        }
        if (HYPHENS.indexOf(c) >= 0) {
            return '-';
        }
        if (c == '\uff08' || c == '\uff09') {
            return c == '\uff08' ? '(' : ')';
        }
        return Character.isSpaceChar(c) || GAPS.indexOf(c) >= 0 ? ' ' : c;
    }
}
