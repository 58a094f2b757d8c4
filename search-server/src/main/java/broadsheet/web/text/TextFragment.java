package broadsheet.web.text;

import broadsheet.search.Hit.Mark;
import broadsheet.search.Hit.Snippet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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
    private static final Pattern CHANGED = Pattern.compile("['\"`‘’“”„‚«»‹›…*_\\\\|<>\\[\\]{}$]|--|\\.\\.|[–—]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

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
        List<String> words = words(snippet.text(), sentence, mark);
        return words.isEmpty() ? "" : ":~:text=" + directive(words);
    }

    private static String directive(List<String> words) {
        String text = String.join(" ", words);
        int size = words.size();
        if (text.length() <= MAX_EXACT || size < 2 * WORDS_AT_AN_END) {
            return encode(text);
        }
        return encode(String.join(" ", words.subList(0, WORDS_AT_AN_END))) + ","
                + encode(String.join(" ", words.subList(size - WORDS_AT_AN_END, size)));
    }

    /** The words in a row with the mark that stand on the page as they are; where they are too few, the longest row. */
    private static List<String> words(String text, int[] sentence, int mark) {
        List<String> longest = List.of();
        List<String> row = new ArrayList<>();
        boolean marked = false;
        boolean whole = true;
        int at = sentence[0];
        for (String word : SPACES.split(text.substring(sentence[0], sentence[1]))) {
            at = text.indexOf(word, at) + word.length();
            if (CHANGED.matcher(word).find()) {
                if (marked && saying(row) >= FEWEST_WORDS) {
                    return row;
                }
                longest = row.size() > longest.size() ? row : longest;
                row = new ArrayList<>();
                marked = false;
                whole = false;
            } else if (!word.isEmpty()) {
                row.add(word);
                marked |= at > mark && at - word.length() <= mark;
            }
        }
        longest = marked && saying(row) >= FEWEST_WORDS || row.size() > longest.size() ? row : longest;
        return saying(longest) >= (whole ? 1 : FEWEST_WORDS) ? longest : List.of();
    }

    /** The number of words with a letter or digit. */
    private static long saying(List<String> words) {
        return words.stream().filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit)).count();
    }

    /** Hyphen, comma and ampersand have a meaning in a directive; all punctuation is encoded. */
    private static String encode(String text) {
        return Percent.encode(text, "");
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
