package broadsheet.post.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many letters of each script a text has, and the letters by which the languages of one script differ.
 *
 * @param letters how many letters in all
 * @param byScript letters of each script that occurs
 * @param text where those letters are looked for
 */
record ScriptCount(int letters, Map<UnicodeScript, Integer> byScript, char[] text) {

    /** Scripts that the press of one language uses above all. */
    private static final Map<UnicodeScript, String> LANGUAGES = Map.ofEntries(Map.entry(UnicodeScript.GREEK, "el"),
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
        return new ScriptCount(latin + others, counts, text);
    }

    /** Two thirds: a post in Chinese about software has many Latin letters, a post in English few others. */
    boolean isMostlyLatin() {
        int cjk = of(UnicodeScript.HAN) + of(UnicodeScript.HIRAGANA) + of(UnicodeScript.KATAKANA);
        // A character of Chinese says about as much as three letters.
        return of(UnicodeScript.LATIN) >= (letters - of(UnicodeScript.LATIN) + 2 * cjk) * 2 || letters == 0;
    }

    /** The language of the script that has most letters, Latin left out; {@code und} when there are too few. */
    String language() {
        int kana = of(UnicodeScript.HIRAGANA) + of(UnicodeScript.KATAKANA);
        int han = of(UnicodeScript.HAN);
        if (kana + han >= ENOUGH && kana + han > of(UnicodeScript.HANGUL)) {
            return kana * 10 > han ? "ja" : "zh";
        }
        UnicodeScript main = UnicodeScript.COMMON;
        for (Map.Entry<UnicodeScript, Integer> entry : byScript.entrySet()) {
            main = entry.getKey() != UnicodeScript.LATIN && entry.getValue() > of(main) ? entry.getKey() : main;
        }
        if (of(main) < ENOUGH) {
            return "und";
        }
        return switch (main) {
            case CYRILLIC -> cyrillic();
            case ARABIC -> arabic();
            default -> LANGUAGES.getOrDefault(main, "und");
        };
    }

    /** Letters that Russian lacks come first; without any it is Bulgarian if it has no ы, э or ё but many ъ. */
    private String cyrillic() {
        if (count("їєґ") > 0) {
            return "uk";
        }
        if (count("ў") > 0) {
            return "be";
        }
        if (count("ѓќѕ") > 0) {
            return "mk";
        }
        if (count("јљњћђџ") > 0) {
            return "sr";
        }
        if (count("әқңұһ") > 0) {
            return "kk";
        }
        if (count("ыэё") > 0) {
            return "ru";
        }
        if (count("і") > 0) {
            return "uk";
        }
        return count("ъ") * 200 > of(UnicodeScript.CYRILLIC) ? "bg" : "ru";
    }

    /** Urdu's and Persian's own letters; Persian writes its own kaf and yeh throughout. */
    private String arabic() {
        if (count("ٹڈڑںےھ") > 0) {
            return "ur";
        }
        return count("پچژگکی") > 0 ? "fa" : "ar";
    }

    private int of(UnicodeScript script) {
        return byScript.getOrDefault(script, 0);
    }

    private int count(String letters) {
        int count = 0;
        for (char c : text) {
            count += letters.indexOf(Character.toLowerCase(c)) >= 0 ? 1 : 0;
        }
        return count;
    }
}
