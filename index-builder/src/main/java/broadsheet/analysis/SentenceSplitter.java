package broadsheet.analysis;

import java.util.Locale;
import java.util.Set;

/**
 * Finds where sentences begin in plain text with paragraphs apart by empty lines. Made for speed: one pass, no rules
 * files (the JDK's {@code BreakIterator} costs as much as tokenizing).
 *
 * <p>A sentence ends at {@code . ! ? …} and their like, with closing quotes and brackets, before a space and something
 * that can begin a sentence; not after an initial ({@code J. Smith}), a short title ({@code Mr. Smith}) or before a
 * lower-case letter. A stretch of {@value #LONGEST} characters without an end is cut at the next white space.
 */
public final class SentenceSplitter {

    static final int LONGEST = 1_000;
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "dr", "prof", "st", "sen", "rep", "gov", "gen",
            "col", "lt", "sgt", "capt", "rev", "hon", "vs", "no", "inc", "corp", "co", "jr", "sr", "jan", "feb", "mar",
            "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    private final char[] text;
    private int position;
    private boolean paragraphStart = true;

    public SentenceSplitter(String text) {
        this.text = text.toCharArray();
        skipSpace();
    }

    /** The text. */
    public char[] chars() {
        return text;
    }

    /** Where the next sentence starts, as an offset into the text; the text's length when there is none. */
    public int start() {
        return position;
    }

    /** Whether the sentence at {@link #start()} opens a paragraph. */
    public boolean opensParagraph() {
        return paragraphStart;
    }

    /** Moves behind the sentence at {@link #start()} and gives its end, exclusive of white space behind it. */
    public int next() {
        int start = position;
        int i = start;
        while (i < text.length) {
            char c = text[i];
            if (c == '\n' && i + 1 < text.length && text[i + 1] == '\n') {
                break;
            }
            if (isFullWidthEnd(c)) {
                i = afterClosers(i + 1);
                break;
            }
            if ((c == '.' || c == '!' || c == '?' || c == '…' || c == '؟' || c == '।') && endsHere(start, i)) {
                i = afterClosers(i + 1);
                break;
            }
            if (i - start >= LONGEST && (Character.isWhitespace(c) || i - start >= 2 * LONGEST)
                    && !Character.isLowSurrogate(c)) {
                break;
            }
            i++;
        }
        position = i;
        skipSpace();
        while (i > start && Character.isWhitespace(text[i - 1])) {
            i--;
        }
        return i;
    }

    private void skipSpace() {
        int breaks = 0;
        while (position < text.length && Character.isWhitespace(text[position])) {
            if (text[position] == '\n') {
                breaks++;
            }
            position++;
        }
        paragraphStart = position == 0 || breaks > 1 || paragraphStart && position == text.length;
    }

    private boolean endsHere(int start, int at) {
        int next = afterClosers(at + 1);
        if (next >= text.length) {
            return true;
        }
        if (!Character.isWhitespace(text[next])) {
            return false;
        }
        while (next < text.length && Character.isWhitespace(text[next])) {
            next++;
        }
        if (next < text.length && Character.isLowerCase(text[next])) {
            return false;
        }
        return text[at] != '.' || !isAbbreviation(start, at);
    }

    private boolean isAbbreviation(int start, int at) {
        int from = at;
        while (from > start && Character.isLetter(text[from - 1])) {
            from--;
        }
        int length = at - from;
        if (length == 1) {
            return Character.isUpperCase(text[from]) && (from == start || text[from - 1] != '.');
        }
        return length >= 2 && length <= 4 && Character.isUpperCase(text[from])
                && TITLES.contains(new String(text, from, length).toLowerCase(Locale.ROOT));
    }

    private int afterClosers(int from) {
        int i = from;
        while (i < text.length && "\"'”’»)]}.!?…。！？」』）".indexOf(text[i]) >= 0) {
            i++;
        }
        return i;
    }

    private static boolean isFullWidthEnd(char c) {
        return c == '。' || c == '！' || c == '？' || c == '｡';
    }
}
