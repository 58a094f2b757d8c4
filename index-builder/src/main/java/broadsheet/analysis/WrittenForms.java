package broadsheet.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;

/**
 * Words whose signs a tokenizer loses, as they are written: {@code C++}, {@code AT&T}, {@code £5m}, {@code #budget}.
 * Such a word is also indexed whole, at the position of its first token.
 */
public final class WrittenForms {

    /** Punctuation that stands around or between words, not in them. */
    private static final String OUTSIDE = "\"'“”‘’«»„()[]{}<>,;:!?…/\\|=*_~`-–—.";
    private static final int LONGEST = 40;

    private WrittenForms() {}

    /**
     * A word as written.
     *
     * @param start offset of its first character in the text
     * @param end offset behind its last one
     */
    public record Written(int start, int end, BytesRef term) {}

    /** The words with signs in a text, in order; nearly always none. */
    public static List<Written> in(String text) {
        int sign = firstSign(text, 0);
        if (sign < 0) {
            return List.of();
        }
        List<Written> found = new ArrayList<>();
        while (sign >= 0) {
            int start = sign;
            while (start > 0 && !ends(text, start - 1)) {
                start--;
            }
            int end = sign;
            while (end < text.length() && !ends(text, end)) {
                end++;
            }
            while (end > start && text.charAt(end - 1) == '.') {
                end--;
            }
            if (end - start <= LONGEST && hasLetterOrDigit(text, start, end)) {
                String word = GroupedNumbers.joined(text.substring(start, end).toLowerCase(Locale.ROOT));
                found.add(new Written(start, end, new BytesRef(WordForms.WRITTEN + word)));
            }
            sign = firstSign(text, Math.max(end, sign + 1));
        }
        return found;
    }

    /** The text itself where it is one word with signs. */
    public static Optional<Written> whole(String text) {
        List<Written> found = in(text);
        boolean whole = found.size() == 1 && found.get(0).end() - found.get(0).start() == text.length();
        return whole ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static int firstSign(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (isSign(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a character makes a word one with signs. */
    static boolean isSign(char c) {
        return switch (c) {
            case '+', '#', '&', '$', '£', '€', '¥', '%', '@', '°' -> true;
            default -> false;
        };
    }

    /** Whether a word with signs ends at this character; a point between letters or digits is part of it. */
    private static boolean ends(String text, int at) {
        char c = text.charAt(at);
        if (c == ',' || c == '’' || c == '\'') {
            return at == 0 || at + 1 == text.length() || !Character.isDigit(text.charAt(at - 1))
                    || !Character.isDigit(text.charAt(at + 1));
        }
        if (c == '.') {
            return at == 0 || at + 1 == text.length() || Character.isWhitespace(text.charAt(at - 1))
                    || !Character.isLetterOrDigit(text.charAt(at + 1));
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || OUTSIDE.indexOf(c) >= 0
                || TextAnalysis.isCjk(c);
    }

    private static boolean hasLetterOrDigit(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
