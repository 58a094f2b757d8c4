package broadsheet.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that others write as one: {@code e-mail}, {@code F-16}, {@code Node.js}, {@code 10 000}. Each part is a word, and
 * where the first stands, there also stands the whole in one piece.
 */
final class Compounds {

    private static final int MOST_PARTS = 4;
    private static final int LONGEST = 40;
    private static final int GROUP = 3;

    private Compounds() {}

    /**
     * A run of words.
     *
     * @param first number of its first word among those of the sentence
     * @param last number of its last word
     * @param whole all in one piece, as written
     */
    record Compound(int first, int last, String whole) {}

    /** The compounds of a sentence, in order; no word is in two of them. */
    static List<Compound> in(WordBreaker words) {
        if (!words.hasJoints()) {
            return List.of();
        }
        List<Compound> found = new ArrayList<>();
        int first = 0;
        while (first + 1 < words.size()) {
            int last = Math.max(lastJoined(words, first), lastGroup(words, first));
            if (last > first) {
                add(found, words, first, last);
            }
            first = last + 1;
        }
        return found;
    }

    private static void add(List<Compound> found, WordBreaker words, int first, int last) {
        if (last - first >= MOST_PARTS || words.end(last) - words.start(first) > LONGEST + MOST_PARTS) {
            return;
        }
        StringBuilder whole = new StringBuilder(LONGEST + MOST_PARTS);
        for (int i = first; i <= last; i++) {
            whole.append(words.chars(), words.start(i), words.end(i) - words.start(i));
        }
        boolean dated = !hasLetter(words, first, last) && lastGroup(words, first) < last;
        if (whole.length() <= LONGEST && !dated) {
            found.add(new Compound(first, last, whole.toString()));
        }
    }

    private static boolean hasLetter(WordBreaker words, int first, int last) {
        boolean letter = false;
        for (int i = words.start(first); i < words.end(last) && !letter; i++) {
            letter = Character.isLetter(words.chars()[i]);
        }
        return letter;
    }

    /** The last of the words that hyphens or points join. */
    private static int lastJoined(WordBreaker words, int first) {
        int last = first;
        while (last + 1 < words.size() && words.start(last + 1) - words.end(last) == 1
                && isJoint(words.chars()[words.end(last)]) && !isCjk(words, last) && !isCjk(words, last + 1)) {
            last++;
        }
        return last;
    }

    private static boolean isJoint(char c) {
        return c == '-' || c == '.';
    }

    private static boolean isCjk(WordBreaker words, int word) {
        return TextAnalysis.isCjk(Character.codePointAt(words.chars(), words.start(word)));
    }

    /** The last of the groups of three digits that spaces part. */
    private static int lastGroup(WordBreaker words, int first) {
        int last = first;
        int start = words.start(first);
        boolean opens = isDigits(words, first) && words.end(first) - start <= GROUP && words.chars()[start] != '0'
                && (start == 0 || ":.,-/".indexOf(words.chars()[start - 1]) < 0);
        while (opens && last + 1 < words.size() && words.start(last + 1) - words.end(last) == 1
                && WordBreaker.isSpace(words.chars()[words.end(last)]) && isDigits(words, last + 1)
                && words.end(last + 1) - words.start(last + 1) == GROUP) {
            last++;
        }
        return last;
    }

    private static boolean isDigits(WordBreaker words, int word) {
        for (int i = words.start(word); i < words.end(word); i++) {
            if (words.chars()[i] < '0' || words.chars()[i] > '9') {
                return false;
            }
        }
        return true;
    }
}
