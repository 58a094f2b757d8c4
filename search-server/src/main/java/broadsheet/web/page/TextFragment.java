package broadsheet.web.page;

import broadsheet.search.Hit.Mark;
import broadsheet.search.Hit.Snippet;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The part of an address that scrolls a browser to a sentence: {@code #:~:text=The%20sea%20wall%20in%20London}.
 *
 * <p>Browsers look for the words as the page shows them, within one block of it, so the words are cut from the sentence
 * around the first mark, at most {@value #MAX_WORDS} of them. All but letters and digits of ASCII is encoded: {@code -},
 * {@code ,} and {@code &} mean something there (WICG, Scroll To Text Fragment, 3.1).
 */
public final class TextFragment {

    private static final int MAX_WORDS = 8;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private TextFragment() {}

    /** The fragment for a passage; {@code ""} when it has no words or nothing is marked in it. */
    public static String of(Snippet snippet) {
        if (snippet.marks().isEmpty()) {
            return "";
        }
        Mark mark = snippet.marks().getFirst();
        String text = snippet.text();
        if (mark.end() > text.length() || mark.start() >= mark.end() || mark.start() < 0) {
            return "";
        }
        int start = sentenceStart(text, mark.start());
        int end = sentenceEnd(text, mark.end());
        String words = atMost(text.substring(start, mark.start()), text.substring(mark.start(), end));
        return words.isBlank() ? "" : "#:~:text=" + encode(words);
    }

    /** After the last sentence end before the mark; a passage cut with an ellipsis starts behind it. */
    private static int sentenceStart(String text, int from) {
        for (int i = from - 1; i > 0; i--) {
            if (endsSentence(text.charAt(i - 1)) && Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '…') {
                return i + 1;
            }
        }
        return text.charAt(0) == '…' ? 1 : 0;
    }

    private static int sentenceEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '…') {
                return i;
            }
            boolean last = i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
            if (endsSentence(text.charAt(i)) && last) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean endsSentence(char letter) {
        return letter == '.' || letter == '!' || letter == '?' || letter == '。' || letter == ':';
    }

    /** A few words before the mark and the rest behind it; what is cut off is cut off at spaces. */
    private static String atMost(String before, String fromMark) {
        String[] left = before.strip().split("\\s+");
        String[] right = fromMark.strip().split("\\s+");
        boolean glued = !before.isEmpty() && !Character.isWhitespace(before.charAt(before.length() - 1));
        int lead = Math.min(left.length, Math.max(glued ? 1 : 0, MAX_WORDS - right.length));
        StringBuilder words = new StringBuilder();
        for (int i = left.length - lead; i < left.length; i++) {
            words.append(left[i]).append(i + 1 == left.length && glued ? "" : " ");
        }
        for (int i = 0; i < Math.min(right.length, MAX_WORDS); i++) {
            words.append(right[i]).append(' ');
        }
        return words.toString().strip();
    }

    private static String encode(String words) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : words.getBytes(StandardCharsets.UTF_8)) {
            if (one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9') {
                encoded.append((char) one);
            } else {
                encoded.append('%').append(HEX.toHexDigits(one));
            }
        }
        return encoded.toString();
    }
}
