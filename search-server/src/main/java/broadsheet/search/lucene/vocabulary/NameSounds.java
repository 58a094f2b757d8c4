package broadsheet.search.lucene.vocabulary;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;

/**
 * The ways in which a name that comes from another script or language is written in Latin letters: a pattern for each
 * name, {@code (g|q|k|…)a(dd|d|dh|…)…} for {@code gaddafi}. Wide on purpose; what fits is judged by its context.
 */
final class NameSounds {

    private static final int LONGEST_UNIT = 3;
    private static final int MOST_WORK = 10_000;
    /** A group of letters, and those that stand for the same sound in other transliterations; without accents. */
    private static final Map<String, List<String>> SOUNDS = new HashMap<>();

    static {
        // Vowels: Arabic has three, Slavic names end in many ways, umlauts are written out.
        addAll("a: aa e ae", "e: a ee", "i: y ee ie yi iy ij ii yy e", "y: i iy yy ij ie ee yi j", "ee: i y ie",
                "ie: i y ee yi ei", "yi: ie i y", "iy: y i yy", "yy: y i iy", "ij: y i", "o: u ou oo oe",
                "u: o ou oo ue w", "ou: u o oo", "oo: u o ou", "oe: o", "ue: u", "ae: ai a aye ay ei",
                "ai: ae ay ei ey",
                "aye: ae ai", "ei: ai ay ey ie i", "ay: ai ei ey", "ey: ei ay ai i y");
        // Consonants: k, q and g of Arabic, kh and h of Russian, sh and ch in French and German spelling.
        addAll("k: c q kh ck g", "c: k ck q ts tz s", "q: k g kh gh c", "g: q gh k kh", "gh: g q", "kh: k h ch q g",
                "ck: k c", "h: kh", "ch: kh tch sh c", "tch: ch", "f: ph v", "ph: f", "v: w f", "w: v u", "s: z c",
                "z: s ts tz dz", "ts: tz z c", "tz: ts z", "sh: sch ch s", "sch: sh", "zh: j z", "j: y dj zh", "dj: j",
                "th: t", "t: th d", "d: dh t", "dh: d", "x: ks");
    }

    private NameSounds() {}

    private static void addAll(String... lines) {
        for (String line : lines) {
            int colon = line.indexOf(':');
            SOUNDS.put(line.substring(0, colon), List.of(line.substring(colon + 2).split(" ")));
        }
    }

    /** Accepts the other spellings of a name, and the name itself. @param name letters a to z */
    static Automaton like(String name) {
        return Operations.determinize(new RegExp(pattern(name), RegExp.NONE).toAutomaton(), MOST_WORK);
    }

    static String pattern(String name) {
        StringBuilder pattern = new StringBuilder();
        int at = 0;
        while (at < name.length()) {
            String unit = unit(name, at);
            int behind = at + unit.length();
            boolean doubled = unit.length() == 1 && behind < name.length() && name.charAt(behind) == name.charAt(at);
            String written = doubled ? unit + unit : unit;
            Set<String> ways = new LinkedHashSet<>(List.of(written, unit));
            ways.addAll(SOUNDS.getOrDefault(unit, List.of()));
            for (String way : List.copyOf(ways)) {
                if (isConsonant(way)) {
                    ways.add(way + way);
                }
            }
            pattern.append('(').append(String.join("|", ways)).append(')');
            if (unit.equals("h") && at > 0) {
                pattern.append('?');
            }
            at += written.length();
        }
        return pattern.append(isVowel(name.charAt(name.length() - 1)) ? "h?" : "").toString();
    }

    private static String unit(String name, int at) {
        for (int length = Math.min(LONGEST_UNIT, name.length() - at); length > 1; length--) {
            if (SOUNDS.containsKey(name.substring(at, at + length))) {
                return name.substring(at, at + length);
            }
        }
        return name.substring(at, at + 1);
    }

    private static boolean isConsonant(String letters) {
        return letters.length() == 1 && !isVowel(letters.charAt(0));
    }

    private static boolean isVowel(char letter) {
        return "aeiouy".indexOf(letter) >= 0;
    }
}
