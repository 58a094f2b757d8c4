package broadsheet.search.suggest;

import broadsheet.analysis.Accents;
import broadsheet.analysis.TextAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Texts as completions compare them: lower case, without accents and signs. */
public final class CompletionText {

    private CompletionText() {}

    /** {@code sea}, {@code wall}, {@code 5m} for {@code “Sea-wall”: £5m}; Chinese, Japanese and Korean by character. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String folded = Accents.folded(text.toLowerCase(Locale.ROOT));
        for (int i = 0; i < folded.length();) {
            int c = folded.codePointAt(i);
            boolean own = TextAnalysis.isCjk(c);
            if (own || !Character.isLetterOrDigit(c) && c != '\'' && c != '’' && !isMark(c)) {
                end(word, words);
            }
            if (own) {
                words.add(Character.toString(c));
            } else if (Character.isLetterOrDigit(c) || isMark(c)) {
                word.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        end(word, words);
        return words;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** Whether one slip at most (a letter wrong, missing, too many, or two swapped) parts two words. */
    static boolean isNear(String a, String b) {
        int same = common(a, b);
        int restA = a.length() - same;
        int restB = b.length() - same;
        return restA + restB < 2
                || restA == restB && (matches(a, same + 1, b, same + 1, restA - 1) || swapped(a, b, same)
                        && matches(a, same + 2, b, same + 2, restA - 2))
                || restA == restB + 1 && matches(a, same + 1, b, same, restB)
                || restB == restA + 1 && matches(b, same + 1, a, same, restA);
    }

    /** Whether a word begins with something that one slip at most parts from the beginning. */
    static boolean beginsNear(String word, String beginning) {
        int same = common(word, beginning);
        int rest = beginning.length() - same;
        return rest <= 1 || matches(word, same + 1, beginning, same + 1, rest - 1)
                || matches(word, same, beginning, same + 1, rest - 1) || matches(word, same + 1, beginning, same, rest)
                || swapped(word, beginning, same) && matches(word, same + 2, beginning, same + 2, rest - 2);
    }

    /** The same, where the slip is a wrong letter or two swapped, by far the commonest while typing. */
    static boolean beginsWithOneWrong(String word, String beginning) {
        int same = common(word, beginning);
        int rest = beginning.length() - same;
        return rest == 0 || matches(word, same + 1, beginning, same + 1, rest - 1)
                || swapped(word, beginning, same) && matches(word, same + 2, beginning, same + 2, rest - 2);
    }

    private static boolean matches(String a, int fromA, String b, int fromB, int length) {
        return length >= 0 && a.regionMatches(fromA, b, fromB, length);
    }

    private static boolean swapped(String a, String b, int at) {
        return at + 1 < a.length() && at + 1 < b.length() && a.charAt(at) == b.charAt(at + 1)
                && a.charAt(at + 1) == b.charAt(at);
    }

    private static int common(String a, String b) {
        int length = Math.min(a.length(), b.length());
        int i = 0;
        while (i < length && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }
}
