package broadsheet.post.language;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Map;

/**
 * Walks over the words of a text, and adds up what they say of its language. Addresses are passed over: their words are
 * nobody's language.
 */
final class TextWalk {

    /** Letters of the words that are looked up by their pairs: more say hardly more, and cost as much again. */
    private static final int LETTERS = 300;
    private static final int SHORTEST = 3;
    /** Function words that lead by this much, in hundredths of a natural logarithm, need no other words. */
    private static final int ENOUGH = 1800;
    private static final int TENTHS = 10;

    /** Letters that one language of a script has and its neighbours lack. */
    private static final Map<String, String> TELLING = Map.of("uk", "їєґі", "be", "ўі", "mk", "ѓќѕјљњџ", "sr", "ћђјљњџ",
            "kk",
            "әқңұһ", "ur", "ٹڈڑںےھ", "fa", "پچژگ");
    private static final int TOLD = 600;
    /** Most Cyrillic texts of the web are Russian. */
    private static final String COMMON = "ru";
    private static final int COMMON_LEAD = 350;

    private final char[] text;
    private final char[] lower;
    private final UnicodeScript script;
    private final LetterPairs pairs;
    private final int[] scores;
    private final boolean hasAddresses;
    private final int[] others = new int[LETTERS];
    private int otherWords;
    private int letters;

    private TextWalk(char[] text, UnicodeScript script) {
        this.text = text;
        this.lower = lowerCase(text);
        this.hasAddresses = hasAddresses(lower);
        this.script = script;
        this.pairs = LetterPairs.BY_SCRIPT.get(script);
        this.scores = new int[pairs.languages().size()];
    }

    /** The signs of a text in a script that several languages share. */
    static LanguageSigns signs(char[] text, UnicodeScript script, int elsewhere) {
        TextWalk walk = new TextWalk(text, script);
        walk.functionWords();
        int said = Arrays.stream(walk.scores).max().orElse(0) / TENTHS;
        if (script != UnicodeScript.LATIN) {
            walk.tellingLetters();
        }
        if (!walk.isEnough()) {
            walk.otherWords();
        }
        return LanguageSigns.of(walk.pairs.languages(), walk.scores,
                elsewhere == LanguageSigns.NEVER ? elsewhere : elsewhere + said);
    }

    private void functionWords() {
        FunctionWords.Score score = FunctionWords.PROFILES.score(scores);
        boolean latin = script == UnicodeScript.LATIN;
        int i = 0;
        while (i < lower.length) {
            i = hasAddresses ? afterAddress(i) : i;
            int start = i;
            int hash = 0;
            while (i < lower.length && isLetter(lower[i])) {
                hash = hash * 31 + lower[i++];
            }
            boolean known = latin && i > start && score.add(lower, start, i, hash);
            if (!known && i - start >= SHORTEST && letters < LETTERS) {
                keep(start, i);
            }
            i = i == start ? i + 1 : i;
        }
    }

    private static boolean hasAddresses(char[] text) {
        for (int i = 1; i + 1 < text.length; i++) {
            char c = text[i];
            if (c == '@' || c == '/' && text[i - 1] == '/' || c == '.' && isLetter(text[i + 1])) {
                return true;
            }
        }
        return false;
    }

    /** Where the address ends that begins here, after a space; where it begins when there is none. */
    private int afterAddress(int start) {
        if (start > 0 && lower[start - 1] > ' ') {
            return start;
        }
        int end = start;
        boolean address = false;
        while (end < lower.length && lower[end] > ' ') {
            char c = lower[end];
            boolean inside = end > start && end + 1 < lower.length && isLetter(lower[end + 1]);
            address |= c == '@' || c == '/' && end > start && lower[end - 1] == '/' || c == '.' && inside;
            end++;
        }
        return address ? end : start;
    }

    /** Each word once; one in capitals may be a shortening of any language. */
    private void keep(int start, int end) {
        boolean capitals = script == UnicodeScript.LATIN && text[start + 1] != lower[start + 1];
        if (capitals || otherWords + 1 >= others.length) {
            return;
        }
        for (int i = 0; i < otherWords; i += 2) {
            if (Arrays.equals(lower, others[i], others[i + 1], lower, start, end)) {
                return;
            }
        }
        others[otherWords++] = start;
        others[otherWords++] = end;
        letters += end - start;
    }

    private void tellingLetters() {
        for (int i = 0; i < scores.length; i++) {
            String language = pairs.languages().get(i);
            String telling = TELLING.getOrDefault(language, "");
            boolean told = !telling.isEmpty() && new String(lower).chars().anyMatch(c -> telling.indexOf(c) >= 0);
            scores[i] += (language.equals(COMMON) ? COMMON_LEAD : 0) + (told ? TOLD : 0);
        }
    }

    private boolean isEnough() {
        int best = 0;
        int second = 0;
        for (int score : scores) {
            second = Math.max(second, Math.min(best, score));
            best = Math.max(best, score);
        }
        return best - second >= ENOUGH;
    }

    private void otherWords() {
        for (int i = 0; i < otherWords; i += 2) {
            boolean isName = text[others[i]] != lower[others[i]];
            pairs.add(lower, others[i], others[i + 1], isName, scores);
        }
    }

    private static char[] lowerCase(char[] text) {
        char[] lower = text.clone();
        for (int i = 0; i < lower.length; i++) {
            char c = lower[i];
            lower[i] = c < 0x80 ? (char) (c >= 'A' && c <= 'Z' ? c | 0x20 : c) : Character.toLowerCase(c);
        }
        return lower;
    }

    /** In lower case; nearly every letter of a Latin text is one of these 26. */
    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c > 0x7F && Character.isLetter(c);
    }
}
