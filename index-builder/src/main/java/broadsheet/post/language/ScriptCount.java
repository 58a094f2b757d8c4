package broadsheet.post.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many letters of each script a text has, and what that says of its language.
 *
 * @param letters how many letters in all
 * @param byScript letters of each script that occurs
 */
record ScriptCount(int letters, Map<UnicodeScript, Integer> byScript) {

    /** Scripts that the press of one language uses above all. */
    static final Map<UnicodeScript, String> LANGUAGES = Map.ofEntries(Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.HEBREW, "he"), Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.DEVANAGARI, "hi"), Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"), Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.TAMIL, "ta"), Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.KANNADA, "kn"), Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.GUJARATI, "gu"), Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.ORIYA, "or"), Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.KHMER, "km"), Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.MYANMAR, "my"), Map.entry(UnicodeScript.ETHIOPIC, "am"),
            Map.entry(UnicodeScript.HANGUL, "ko"));
    /** Fewest letters of a script that decides a language; fewer are a name. */
    private static final int ENOUGH = 4;
    /** What a letter says against all other scripts, in tenths of a natural logarithm. */
    private static final int OTHER_LETTER = 4;
    private static final int LATIN_LETTER = 2;
    private static final int MOST_OF_LATIN = 80;
    /** What a character without kana around it says against Japanese, in hundredths of a natural logarithm. */
    private static final int KANJI = 90;

    static ScriptCount of(char[] text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        int others = 0;
        int latin = 0;
        for (int i = 0; i < text.length; i++) {
            char unit = text[i];
            if (unit < 0x80) {
                latin += (unit | 0x20) >= 'a' && (unit | 0x20) <= 'z' ? 1 : 0;
                continue;
            }
            int c = Character.codePointAt(text, i);
            i += Character.charCount(c) - 1;
            if (!Character.isLetter(c)) {
                continue;
            }
            if (c < 0x250) {
                latin++;
            } else {
                counts.merge(UnicodeScript.of(c), 1, Integer::sum);
                others++;
            }
        }
        counts.merge(UnicodeScript.LATIN, latin, Integer::sum);
        return new ScriptCount(latin + others, counts);
    }

    /** Two thirds: a post in Chinese about software has many Latin letters, a post in English few others. */
    boolean isMostlyLatin() {
        int cjk = of(UnicodeScript.HAN) + of(UnicodeScript.HIRAGANA) + of(UnicodeScript.KATAKANA);
        // A character of Chinese says about as much as three letters.
        return of(UnicodeScript.LATIN) >= (letters - of(UnicodeScript.LATIN) + 2 * cjk) * 2 || letters == 0;
    }

    /** The script that has most letters, Latin left out; Han for Japanese, too. */
    UnicodeScript main() {
        int kana = of(UnicodeScript.HIRAGANA) + of(UnicodeScript.KATAKANA);
        UnicodeScript main = UnicodeScript.HAN;
        int most = of(UnicodeScript.HAN) + kana;
        for (Map.Entry<UnicodeScript, Integer> entry : byScript.entrySet()) {
            if (entry.getKey() != UnicodeScript.LATIN && entry.getValue() > most) {
                main = entry.getKey();
                most = entry.getValue();
            }
        }
        return main;
    }

    /**
     * How much less likely languages of other scripts are: a few letters may be a name. Latin letters stand in texts of
     * every script, so that they never prove much.
     */
    int elsewhere() {
        if (isMostlyLatin()) {
            return Math.min(letters * LATIN_LETTER, MOST_OF_LATIN);
        }
        int others = letters - of(UnicodeScript.LATIN);
        return others < ENOUGH ? others * OTHER_LETTER : LanguageSigns.NEVER;
    }

    /** The signs where one language writes the script, or Chinese and Japanese do. */
    LanguageSigns signs() {
        UnicodeScript main = main();
        if (main == UnicodeScript.HAN) {
            return chinese();
        }
        String language = LANGUAGES.getOrDefault(main, "und");
        return LanguageSigns.of(List.of(language), new int[1], elsewhere());
    }

    /** Japanese headlines may do without kana for some words. */
    private LanguageSigns chinese() {
        int kana = of(UnicodeScript.HIRAGANA) + of(UnicodeScript.KATAKANA);
        int han = of(UnicodeScript.HAN);
        if (kana * 10 > han) {
            return LanguageSigns.of(List.of("ja"), new int[1], elsewhere());
        }
        return LanguageSigns.of(List.of("zh", "ja"), new int[]{han * KANJI, 0}, elsewhere());
    }

    private int of(UnicodeScript script) {
        return byScript.getOrDefault(script, 0);
    }
}
