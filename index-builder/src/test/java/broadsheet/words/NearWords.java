package broadsheet.words;

import java.util.HashSet;
import java.util.Set;

/**
 * Tells which words are one slip away from a frequent one: a letter more, a letter less, another letter, or two
 * neighbours swapped.
 */
final class NearWords {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final Set<String> frequent;
    private final Set<String> oneLetterLess = new HashSet<>();

    NearWords(Set<String> frequent) {
        this.frequent = frequent;
        frequent.forEach(word -> oneLetterLess.addAll(shorter(word)));
    }

    boolean has(String word) {
        return oneLetterLess.contains(word) || shorter(word).stream().anyMatch(frequent::contains)
                || hasByAnotherLetter(word);
    }

    private boolean hasByAnotherLetter(String word) {
        for (int i = 0; i < word.length(); i++) {
            String before = word.substring(0, i);
            String after = word.substring(i + 1);
            for (int letter = 0; letter < LETTERS.length(); letter++) {
                String other = before + LETTERS.charAt(letter) + after;
                if (!other.equals(word) && frequent.contains(other)) {
                    return true;
                }
            }
            if (!after.isEmpty() && frequent.contains(before + after.charAt(0) + word.charAt(i) + after.substring(1))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> shorter(String word) {
        Set<String> shorter = new HashSet<>();
        for (int i = 0; i < word.length(); i++) {
            shorter.add(word.substring(0, i) + word.substring(i + 1));
        }
        return shorter;
    }
}
