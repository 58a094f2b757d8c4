package broadsheet.post.language;

import java.lang.Character.UnicodeScript;

/**
 * Guesses the language of a text from its beginning: by its script; where several languages share a script, by function
 * words and by the letters of the other words. What a short text leaves open, the archive decides:
 * {@link ArchiveLanguages}.
 */
public final class LanguageGuess {

    /** Characters that are looked at first: nearly always enough, and a guess is made for each post. */
    private static final int LOOK_AT = 1000;
    /** Characters that are looked at when the first say nothing: a list of names, a table. */
    private static final int LOOK_FURTHER = 4000;
    /** A text that says no more than this, in tenths of a natural logarithm, has no language of its own. */
    private static final int CLEAR = 12;
    private static final String UNKNOWN = "und";

    private LanguageGuess() {}

    /** BCP 47 primary subtag ({@code en}, {@code zh}) of a text by itself; {@code und} for one that is short or unclear. */
    public static String of(String text) {
        return alone(signs(text).toString());
    }

    /** The language that these signs say without an archive; {@code und} when they leave it open. */
    public static String alone(String signs) {
        LanguageSigns read = LanguageSigns.of(signs);
        boolean clear = read.candidates().size() == 1
                || read.candidates().size() > 1 && read.candidates().get(1).behind() >= CLEAR;
        return clear && read.elsewhere() > CLEAR ? read.candidates().getFirst().lang() : UNKNOWN;
    }

    /**
     * The signs of a post's language, for {@link ArchiveLanguages}: its title counts as its first paragraph.
     */
    public static String signs(String title, String body) {
        return signs(title + "\n\n" + body.substring(0, Math.min(body.length(), LOOK_FURTHER))).toString();
    }

    private static LanguageSigns signs(String text) {
        LanguageSigns signs = signs(text, LOOK_AT);
        return signs.isSure() || text.length() <= LOOK_AT ? signs : signs(text, LOOK_FURTHER);
    }

    private static LanguageSigns signs(String text, int most) {
        char[] start = new char[Math.min(text.length(), most)];
        text.getChars(0, start.length, start, 0);
        ScriptCount scripts = ScriptCount.of(start);
        if (scripts.letters() == 0) {
            return LanguageSigns.NONE;
        }
        if (scripts.isMostlyLatin()) {
            return TextWalk.signs(start, UnicodeScript.LATIN, scripts.elsewhere());
        }
        UnicodeScript main = scripts.main();
        return LetterPairs.BY_SCRIPT.containsKey(main)
                ? TextWalk.signs(start, main, scripts.elsewhere())
                : scripts.signs();
    }
}
