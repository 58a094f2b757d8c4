package broadsheet.web.text;

import broadsheet.search.Hit.Mark;
import broadsheet.search.Hit.Snippet;
import java.util.Arrays;
import java.util.List;

/**
 * The part of a link that makes a browser scroll to a passage and mark it ("URL Fragment Text Directives", WICG):
 * {@code :~:text=The%20sea%20wall}, or {@code :~:text=The%20sea,in%20London} for a passage too long to be spelled out.
 *
 * <p>A browser looks for the very characters that the page shows. A site that is made by Jekyll shows {@code ’} for the
 * {@code '} of a post, {@code –} for {@code --} and {@code …} for {@code ...} (kramdown, "Typographic Symbols"), so that
 * words with these are left out, and the words between two of them stand for the sentence.
 */
final class TextFragment {

    /** Characters; longer passages are named by their first and last words, as the specification advises for robustness. */
    private static final int MAX_EXACT = 120;
    private static final int WORDS_AT_AN_END = 4;
    /** Words; fewer would fit too many places of a page, except where they are a whole sentence. */
    private static final int FEWEST_WORDS = 3;
    /** Signs that may differ between the page and the post, and stray signs of Markdown. */
    private static final String CHANGED = "'\"`‘’“”„‚«»‹›…*_\\|<>[]{}$–—";

    /** Kinds of characters: what parts words, what may differ, what differs where it stands twice, letters and digits. */
    private static final byte OTHER = 0;
    private static final byte SPACE = 1;
    private static final byte SIGN = 2;
    private static final byte TWICE = 3;
    private static final byte SAYS = 4;
    private static final byte[] KINDS = new byte[0x80];

    static {
        for (char c = 0; c < KINDS.length; c++) {
            KINDS[c] = c == '-' || c == '.' ? TWICE : kind(String.valueOf(c), 0);
        }
    }

    private TextFragment() {}

    /**
     * The directive for the sentence around the first mark. Empty for an excerpt, which the page need not show; for a
     * text that the page does not show; for the beginning of a post in which nothing matched; and where too few words are
     * sure to be on the page.
     */
    static String of(Snippet snippet) {
        if (snippet.field() == Snippet.Field.EXCERPT || !snippet.seen() || snippet.marks().isEmpty()) {
            return "";
        }
        int[] sentence = sentence(snippet.text(), snippet.marks());
        int mark = snippet.marks().getFirst().start();
        Words words = new Words(snippet.text(), sentence[0]);
        Row row = row(words, sentence, mark);
        return row.count() == 0 ? "" : directive(words, row);
    }

    private static String directive(Words words, Row row) {
        StringBuilder link = new StringBuilder(64).append(":~:text=");
        if (words.length(row) <= MAX_EXACT || row.count() < 2 * WORDS_AT_AN_END) {
            words.encode(row.first(), row.behind(), link);
        } else {
            words.encode(row.first(), row.first() + WORDS_AT_AN_END, link);
            link.append(',');
            words.encode(row.behind() - WORDS_AT_AN_END, row.behind(), link);
        }
        return link.toString();
    }

    /** Words that follow each other, by their numbers. @param saying how many of them have a letter or digit */
    private record Row(int first, int behind, int saying) {

        int count() {
            return behind - first;
        }
    }

    /** The words in a row with the mark that stand on the page as they are; where they are too few, the longest row. */
    private static Row row(Words words, int[] sentence, int mark) {
        Row longest = new Row(0, 0, 0);
        int first = 0;
        int saying = 0;
        boolean marked = false;
        boolean whole = true;
        while (words.next(sentence[1])) {
            if (words.isChanged) {
                if (marked && saying >= FEWEST_WORDS) {
                    return new Row(first, words.count, saying);
                }
                longest = words.count - first > longest.count() ? new Row(first, words.count, saying) : longest;
                first = words.count;
                saying = 0;
                marked = false;
                whole = false;
            } else {
                marked |= words.end > mark && words.start <= mark;
                saying += words.says ? 1 : 0;
                words.keep();
            }
        }
        if (marked && saying >= FEWEST_WORDS || words.count - first > longest.count()) {
            longest = new Row(first, words.count, saying);
        }
        return longest.saying() >= (whole ? 1 : FEWEST_WORDS) ? longest : new Row(0, 0, 0);
    }

    /** The words of a text from an offset on, one after the other, and those that are kept, by where they stand. */
    private static final class Words {
        private final String text;
        private int[] starts = new int[32];
        private int[] ends = new int[32];
        private int count;
        private int start;
        private int end;
        private boolean isChanged;
        private boolean says;

        Words(String text, int from) {
            this.text = text;
            this.end = from;
        }

        /** Goes to the next word that begins before the limit, where it ends at the latest. */
        boolean next(int limit) {
            start = end;
            while (start < limit && isSpace(text.charAt(start))) {
                start++;
            }
            isChanged = false;
            says = false;
            int at = start;
            for (; at < limit; at++) {
                char c = text.charAt(at);
                byte kind = c < KINDS.length ? KINDS[c] : kind(text, at);
                if (kind == SPACE) {
                    break;
                }
                says |= kind == SAYS;
                isChanged |= kind == SIGN
                        || kind == TWICE && at + 1 < limit && text.charAt(at + 1) == c;
            }
            end = at;
            return start < limit;
        }

        void keep() {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
            }
            starts[count] = start;
            ends[count++] = end;
        }

        /** Characters of a row, with one space between two words. */
        int length(Row row) {
            int letters = 0;
            for (int i = row.first(); i < row.behind(); i++) {
                letters += ends[i] - starts[i];
            }
            return letters + Math.max(0, row.count() - 1);
        }

        /** Hyphen, comma and ampersand have a meaning in a directive; all punctuation is encoded. */
        void encode(int from, int to, StringBuilder out) {
            for (int i = from; i < to; i++) {
                out.append(i > from ? "%20" : "");
                Percent.encode(text, starts[i], ends[i], "", out);
            }
        }
    }

    private static byte kind(String text, int at) {
        char c = text.charAt(at);
        if (isSpace(c)) {
            return SPACE;
        }
        if (CHANGED.indexOf(c) >= 0) {
            return SIGN;
        }
        return Character.isLetterOrDigit(text.codePointAt(at)) ? SAYS : OTHER;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r' || c == '\u00A0';
    }

    /** The words between the sentence ends and cuts ({@code …}) nearest to the first mark; they stand so in the post. */
    private static int[] sentence(String text, List<Mark> marks) {
        int start = Math.clamp(marks.getFirst().start(), 0, text.length());
        int end = Math.clamp(marks.getFirst().end(), start, text.length());
        int from = start;
        while (from > 0 && !endsAt(text, from - 1)) {
            from--;
        }
        int to = end;
        while (to < text.length() && !endsAt(text, to)) {
            to++;
        }
        if (to < text.length() && text.charAt(to) != '…') {
            to++;
        }
        return new int[]{from, to};
    }

    private static boolean endsAt(String text, int at) {
        char c = text.charAt(at);
        if (c > '?' && c < '…') {
            return false;
        }
        if (c == '…' || c == '\n' || c == '。' || c == '！' || c == '？') {
            return true;
        }
        boolean closed = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
        return closed && (c == '!' || c == '?' || c == '.' && !afterShortWord(text, at));
    }

    /** The dot of an initial or a title ({@code J. Smith}, {@code Dr. Smith}) ends no sentence. */
    private static boolean afterShortWord(String text, int dot) {
        int begin = dot;
        while (begin > 0 && Character.isLetter(text.charAt(begin - 1))) {
            begin--;
        }
        return dot - begin <= 3 && begin < dot && Character.isUpperCase(text.charAt(begin));
    }
}
