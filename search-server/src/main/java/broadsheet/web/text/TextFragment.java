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
        Words words = words(snippet.text(), sentence, mark);
        return words.count() == 0 ? "" : directive(words);
    }

    private static String directive(Words row) {
        StringBuilder link = new StringBuilder(64).append(":~:text=");
        if (row.length() <= MAX_EXACT || row.count() < 2 * WORDS_AT_AN_END) {
            row.encode(0, row.count(), link);
        } else {
            row.encode(0, WORDS_AT_AN_END, link);
            link.append(',');
            row.encode(row.count() - WORDS_AT_AN_END, row.count(), link);
        }
        return link.toString();
    }

    /** The words in a row with the mark that stand on the page as they are; where they are too few, the longest row. */
    private static Words words(String text, int[] sentence, int mark) {
        Words longest = new Words(text);
        Words row = new Words(text);
        boolean marked = false;
        boolean whole = true;
        int end = sentence[0];
        for (int start = wordStart(text, end, sentence[1]); start < sentence[1]; start = wordStart(text, end,
                sentence[1])) {
            end = wordEnd(text, start, sentence[1]);
            if (isChanged(text, start, end)) {
                if (marked && row.saying() >= FEWEST_WORDS) {
                    return row;
                }
                longest = row.count() > longest.count() ? row : longest;
                row = new Words(text);
                marked = false;
                whole = false;
            } else {
                row.add(start, end);
                marked |= end > mark && start <= mark;
            }
        }
        longest = marked && row.saying() >= FEWEST_WORDS || row.count() > longest.count() ? row : longest;
        return longest.saying() >= (whole ? 1 : FEWEST_WORDS) ? longest : new Words(text);
    }

    private static int wordStart(String text, int from, int end) {
        int at = from;
        while (at < end && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int wordEnd(String text, int from, int end) {
        int at = from;
        while (at < end && !isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r' || c == '\u00A0';
    }

    private static boolean isChanged(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean twice = (c == '-' || c == '.') && i + 1 < to && text.charAt(i + 1) == c;
            if (twice || CHANGED.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Words in a row, by where they stand in a text. */
    private static final class Words {
        private final String text;
        private int[] ends = new int[16];
        private int[] starts = new int[16];
        private int count;
        private int saying;
        private int letters;

        Words(String text) {
            this.text = text;
        }

        void add(int start, int end) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
            }
            starts[count] = start;
            ends[count++] = end;
            letters += end - start;
            saying += says(start, end) ? 1 : 0;
        }

        int count() {
            return count;
        }

        /** Characters, with one space between two words. */
        int length() {
            return letters + Math.max(0, count - 1);
        }

        /** The number of words with a letter or digit. */
        int saying() {
            return saying;
        }

        private boolean says(int start, int end) {
            for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
                if (Character.isLetterOrDigit(text.codePointAt(i))) {
                    return true;
                }
            }
            return false;
        }

        /** Hyphen, comma and ampersand have a meaning in a directive; all punctuation is encoded. */
        void encode(int from, int to, StringBuilder out) {
            for (int i = from; i < to; i++) {
                out.append(i > from ? "%20" : "");
                Percent.encode(text, starts[i], ends[i], "", out);
            }
        }
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
