package broadsheet.analysis;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text with its letters in their plain dress, and the way back to the text as it is written: Unicode's form NFKC
 * ({@code CO₂} as CO2, {@code ⅻ} as xii, wide and half-width letters), digits of all scripts as those of ASCII, one
 * apostrophe and one hyphen for all that look so, emoji without tone of skin. What NFKC does to single signs that mean
 * something else in a running text is left out: ™, spacing accents, Thai vowels, superior digits that call a footnote.
 */
final class NormalizedText {

    /** A superior digit behind more letters than this calls a footnote; behind fewer it is a unit's: {@code km²}. */
    private static final int LONGEST_UNIT = 3;

    private static final int[] NOWHERE = {};

    private final String text;
    /** For each character where its source starts; empty where the text is as it was. */
    private final int[] starts;
    private final int[] ends;

    private NormalizedText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** A text that needs no change. */
    static NormalizedText plain(String written) {
        return new NormalizedText(written, NOWHERE, NOWHERE);
    }

    static NormalizedText of(String written) {
        if (Normalizer.isNormalized(written, Normalizer.Form.NFKC)
                && written.chars().noneMatch(c -> isOwn((char) c))) {
            return plain(written);
        }
        return new Maker(written).make();
    }

    String text() {
        return text;
    }

    /** Where a character's source starts in the text as written. */
    int start(int at) {
        return starts.length == 0 ? at : starts[at];
    }

    /** Where the source of what ends before {@code behind} ends in the text as written, exclusive. */
    int end(int behind) {
        return starts.length == 0 || behind == 0 ? behind : ends[behind - 1];
    }

    /** Whether a character may become another here though NFKC leaves it; a surrogate is looked at as a pair later. */
    private static boolean isOwn(char c) {
        return c == '`' || c == '\u00AD' || c == '\u2032' || c == '\u201B' || c >= '\u02BB' && c <= '\u02BD'
                || isHyphen(c) || c == '\u066B' || c == '\u066C' || c == '\uFE0E' || c == '\uFE0F'
                || c > 0x7F && Character.isDigit(c)
                || Character.isSurrogate(c);
    }

    private static boolean isHyphen(char c) {
        return c == '\u2010' || c == '\u2011';
    }

    /** Makes one text, run by run: a character and the marks that stand on it. */
    private static final class Maker {
        private final String written;
        private final StringBuilder text = new StringBuilder();
        private int[] starts;
        private int[] ends;

        Maker(String written) {
            this.written = written;
            this.starts = new int[2 * written.length() + 16];
            this.ends = new int[starts.length];
        }

        NormalizedText make() {
            int at = 0;
            while (at < written.length()) {
                int end = runEnd(at);
                add(plain(at, end), at, end);
                at = end;
            }
            return new NormalizedText(text.toString(), starts, ends);
        }

        private void add(String plain, int from, int to) {
            if (text.length() + plain.length() > starts.length) {
                int room = 2 * (text.length() + plain.length());
                starts = Arrays.copyOf(starts, room);
                ends = Arrays.copyOf(ends, room);
            }
            for (int i = 0; i < plain.length(); i++) {
                starts[text.length() + i] = from;
                ends[text.length() + i] = to;
            }
            text.append(plain);
        }

        private int runEnd(int at) {
            int end = at + Character.charCount(written.codePointAt(at));
            while (end < written.length() && isMark(written.codePointAt(end))) {
                end += Character.charCount(written.codePointAt(end));
            }
            return end;
        }

        /** Marks, the two of half-width Katakana, tones of skin. */
        private static boolean isMark(int c) {
            int type = c < 0x300 ? 0 : Character.getType(c);
            return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || c == 0xFF9E || c == 0xFF9F
                    || c >= 0x1F3FB && c <= 0x1F3FF;
        }

        private String plain(int from, int to) {
            int c = written.codePointAt(from);
            if (c < 0x80 && to == from + 1 && c != '`') {
                return String.valueOf((char) c);
            }
            if (isApostrophe(c)) {
                return apostrophe(from, to);
            }
            if (c == '\u00AD') {
                return "";
            }
            if (c == '\u066B' || c == '\u066C') {
                return c == '\u066B' ? "." : ",";
            }
            if (c < 0x10000 && isHyphen((char) c)) {
                return "-";
            }
            if (Character.isDigit(c)) {
                return Character.forDigit(Character.digit(c, 10), 10) + "";
            }
            if (keeps(c)) {
                return written.substring(from, to);
            }
            String plain = Normalizer.normalize(withoutLook(from, to), Normalizer.Form.NFKC);
            boolean accent = plain.length() > 1 && plain.charAt(0) == ' ';
            return accent ? written.substring(from, to) : parted(c, plain.replace('\u2044', '/'));
        }

        private static boolean isApostrophe(int c) {
            return WordForms.isApostrophe(c) || c >= '\u02BB' && c <= '\u02BD';
        }

        /** Between letters an apostrophe; the Hawaiian letter is left out, as most write it. */
        private String apostrophe(int from, int to) {
            boolean between = !text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1))
                    && to < written.length() && Character.isLetter(written.codePointAt(to));
            if (!between) {
                return written.substring(from, to);
            }
            return written.charAt(from) == '\u02BB' ? "" : "'";
        }

        /** Signs that are no letters, vowels of Thai and Lao, letters of Hangul by themselves. */
        private static boolean keeps(int c) {
            return c == '\u2122' || c == '\u2120' || c == 0xE33 || c == 0xEB3 || c >= 0x3131 && c <= 0x318E;
        }

        /** Without the signs that choose a look: of text or emoji, of a tone of skin. */
        private String withoutLook(int from, int to) {
            StringBuilder kept = new StringBuilder();
            written.substring(from, to).codePoints()
                    .filter(c -> c != 0xFE0E && c != 0xFE0F && !(c >= 0x1F3FB && c <= 0x1F3FF))
                    .forEach(kept::appendCodePoint);
            return kept.isEmpty() ? written.substring(from, to) : kept.toString();
        }

        /** What would run into the number or the word before it stands apart: {@code 2½}, the call of a footnote. */
        private String parted(int c, String plain) {
            if (text.isEmpty() || !Character.isDigit(plain.charAt(0))) {
                return plain;
            }
            boolean afterDigit = Character.isDigit(text.charAt(text.length() - 1));
            boolean superior = c == '\u00B2' || c == '\u00B3' || c == '\u00B9' || c >= 0x2070 && c < 0x2080;
            boolean fraction = plain.indexOf('/') > 0;
            boolean apart = afterDigit && (fraction || superior) || superior && letters() > LONGEST_UNIT;
            return apart ? " " + plain : plain;
        }

        /** How many letters stand at the end of what is made. */
        private int letters() {
            int at = text.length();
            while (at > 0 && Character.isLetter(text.charAt(at - 1))) {
                at--;
            }
            return text.length() - at;
        }
    }
}
