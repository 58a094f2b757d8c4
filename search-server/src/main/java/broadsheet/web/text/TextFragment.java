package broadsheet.web.text;

import broadsheet.search.Hit.Mark;
import broadsheet.search.Hit.Snippet;
import java.util.List;

/**
 * The part of a link that makes a browser scroll to a passage and mark it ("URL Fragment Text Directives", WICG):
 * {@code :~:text=The%20sea%20wall}, or {@code :~:text=The%20sea,in%20London} for a passage too long to be spelled out.
 */
final class TextFragment {

    /** Longer passages are named by their first and last words, as the specification advises for robustness. */
    private static final int MAX_EXACT = 120;
    private static final int WORDS_AT_AN_END = 4;

    private TextFragment() {}

    /** The directive for the sentence around the first mark; empty when the snippet has no word. */
    static String of(Snippet snippet) {
        String sentence = sentence(snippet.text(), snippet.marks());
        if (sentence.chars().noneMatch(Character::isLetterOrDigit)) {
            return "";
        }
        return ":~:text=" + directive(sentence);
    }

    private static String directive(String sentence) {
        if (sentence.length() <= MAX_EXACT) {
            return encode(sentence);
        }
        String[] words = sentence.split(" +");
        if (words.length < 2 * WORDS_AT_AN_END) {
            return encode(sentence);
        }
        String start = String.join(" ", List.of(words).subList(0, WORDS_AT_AN_END));
        String end = String.join(" ", List.of(words).subList(words.length - WORDS_AT_AN_END, words.length));
        return encode(start) + "," + encode(end);
    }

    /** Hyphen, comma and ampersand have a meaning in a directive; all punctuation is encoded. */
    private static String encode(String text) {
        return Percent.encode(text, "");
    }

    /** The words between the sentence ends and cuts ({@code …}) nearest to the first mark; they stand so in the post. */
    private static String sentence(String text, List<Mark> marks) {
        int start = marks.isEmpty() ? 0 : Math.clamp(marks.getFirst().start(), 0, text.length());
        int end = marks.isEmpty() ? start : Math.clamp(marks.getFirst().end(), start, text.length());
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
        return text.substring(from, to).strip();
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
