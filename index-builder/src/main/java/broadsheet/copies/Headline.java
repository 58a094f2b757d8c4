package broadsheet.copies;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A headline in two parts: {@code Big News: Ferry sails} has the head {@code big news} and the rest {@code Ferry sails}.
 * A head may be a prefix that a feed puts before every headline, or say something ({@code Ukraine: Grain ships sail});
 * which of the two, only the archive as a whole shows: {@link Stories#prefixes()}.
 *
 * @param head what stands before the first colon, in lower case, words one space apart; empty where that is no short
 *     run of words with a space behind the colon
 * @param rest what follows, or the whole headline
 * @param restStart where the rest begins, a UTF-16 offset
 */
public record Headline(String head, String rest, int restStart) {

    /** Longer ones are sentences. */
    private static final int LONGEST_HEAD = 24;
    private static final int MOST_WORDS = 3;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Takes a headline apart. */
    public static Headline of(String headline) {
        int colon = colon(headline);
        if (colon > 0) {
            String head = headline.substring(0, colon).strip();
            int start = colon + 1;
            while (start < headline.length() && isSpace(headline.charAt(start))) {
                start++;
            }
            boolean apart = start > colon + 1 || headline.charAt(colon) == '：';
            if (apart && start < headline.length() && isFewWords(head)) {
                return new Headline(SPACES.matcher(head).replaceAll(" ").toLowerCase(Locale.ROOT),
                        headline.substring(start),
                        start);
            }
        }
        return new Headline("", headline, 0);
    }

    private static int colon(String headline) {
        int end = Math.min(headline.length(), LONGEST_HEAD + 1);
        for (int i = 0; i < end; i++) {
            if (headline.charAt(i) == ':' || headline.charAt(i) == '：') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isFewWords(String head) {
        int words = 1;
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            if (isSpace(c)) {
                words += isSpace(head.charAt(i - 1)) ? 0 : 1;
            } else if (!Character.isLetter(c) && !Character.isSurrogate(c) && c != '-' && c != '\'' && c != '’') {
                return false;
            }
        }
        return !head.isEmpty() && words <= MOST_WORDS;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
