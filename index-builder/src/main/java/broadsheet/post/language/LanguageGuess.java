package broadsheet.post.language;

import java.util.Locale;

/**
 * Guesses the language of a text from its beginning: by its script where one script is one language
 * (or by the letters that only one of a script's languages has), by function words where it is Latin.
 */
public final class LanguageGuess {

    /** Characters that are looked at first: nearly always enough, and a guess is made for each post. */
    private static final int LOOK_AT = 1000;
    /** Characters that are looked at when the first say nothing: a list of names, a table. */
    private static final int LOOK_FURTHER = 4000;
    /** Fewest letters of a text whose language is guessed; fewer are a name or a headline. */
    private static final int ENOUGH_LETTERS = 12;
    private static final String UNKNOWN = "und";

    private LanguageGuess() {}

    /** BCP 47 primary subtag ({@code en}, {@code zh}); {@code und} for a text that is short or unclear. */
    public static String of(String text) {
        String guess = of(text, LOOK_AT);
        return guess.equals(UNKNOWN) && text.length() > LOOK_AT ? of(text, LOOK_FURTHER) : guess;
    }

    private static String of(String text, int most) {
        char[] start = new char[Math.min(text.length(), most)];
        text.getChars(0, start.length, start, 0);
        ScriptCount scripts = ScriptCount.of(start);
        if (scripts.isMostlyLatin()) {
            return scripts.letters() < ENOUGH_LETTERS ? UNKNOWN : latin(lowerCase(start));
        }
        return scripts.language();
    }

    /** The language of a post: its title counts as its first paragraph. */
    public static String of(String title, String body) {
        return of(title + "\n\n" + body.substring(0, Math.min(body.length(), LOOK_FURTHER)));
    }

    /** Counts runs of letters in lower case; an apostrophe parts ({@code l'eau} is {@code l} and {@code eau}). */
    private static String latin(char[] lower) {
        FunctionWords.Score score = FunctionWords.PROFILES.score();
        int start = 0;
        int hash = 0;
        for (int i = 0; i < lower.length; i++) {
            if (isLetter(lower[i])) {
                hash = hash * 31 + lower[i];
                continue;
            }
            if (i > start) {
                score.add(lower, start, i, hash);
            }
            start = i + 1;
            hash = 0;
        }
        if (lower.length > start) {
            score.add(lower, start, lower.length, hash);
        }
        return score.language();
    }

    /** As {@link String#toLowerCase} has it; only the dotted capital I of Turkish becomes two characters there. */
    private static char[] lowerCase(char[] text) {
        char[] lower = text.clone();
        for (int i = 0; i < lower.length; i++) {
            char c = lower[i];
            if (c == 'İ') {
                return new String(text).toLowerCase(Locale.ROOT).toCharArray();
            }
            lower[i] = c < 0x80 ? (char) (c >= 'A' && c <= 'Z' ? c | 0x20 : c) : Character.toLowerCase(c);
        }
        return lower;
    }

    /** In lower case; nearly every letter of a Latin text is one of these 26. */
    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c > 0x7F && Character.isLetter(c);
    }
}
