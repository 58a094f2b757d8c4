package broadsheet.post;

import java.util.Locale;

/**
 * Which language a text is in, told from its first 2,000 characters: by its script where one script is one language
 * (or by the letters that only one of a script's languages has), by function words where it is Latin.
 */
public final class LanguageGuess {

    /** More tells no more, and a guess is made for each post. */
    private static final int LOOK_AT = 2000;
    /** Fewer letters are a name or a headline, not a language. */
    private static final int ENOUGH_LETTERS = 12;
    private static final String UNKNOWN = "und";

    private LanguageGuess() {}

    /** BCP 47 primary subtag ({@code en}, {@code zh}); {@code und} for a text that is short or unclear. */
    public static String of(String text) {
        String start = text.substring(0, Math.min(text.length(), LOOK_AT));
        ScriptCount scripts = ScriptCount.of(start);
        if (scripts.isMostlyLatin()) {
            return scripts.letters() < ENOUGH_LETTERS ? UNKNOWN : latin(start);
        }
        return scripts.language();
    }

    /** Counts runs of letters in lower case; an apostrophe parts ({@code l'eau} is {@code l} and {@code eau}). */
    private static String latin(String text) {
        FunctionWords.Score score = FunctionWords.PROFILES.score();
        String lower = text.toLowerCase(Locale.ROOT);
        int start = -1;
        for (int i = 0; i <= lower.length(); i++) {
            boolean letter = i < lower.length() && isLetter(lower.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                score.add(lower, start, i);
                start = -1;
            }
        }
        return score.language();
    }

    /** In lower case; nearly every letter of a Latin text is one of these 26. */
    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c > 0x7F && Character.isLetter(c);
    }
}
