package broadsheet.analysis;

import java.util.Set;
import org.apache.lucene.util.BytesRef;

/**
 * One word of a text, in the forms that are indexed. A form that a word does not have is the empty term.
 *
 * @param number small, and of no other word that the analysis remembers at the time: a place for what is known of a word
 * @param exact lower case, without accents: {@code elections}, {@code cafe}
 * @param stem the stem, lower case, without accents: {@code elect}, {@code cafe}
 * @param accented lower case with its accents ({@code café}) where these differ from {@code exact}
 * @param restored stands in the field of stems, so that the word is found when it is typed without its accents:
 *     {@link #restored}({@code cafe}) and the stem, where {@code cafe} by itself would have another stem
 * @param acronym the capitals ({@code US}, also of {@code U.S.}) of a word of 2 to 6 capitals, marked by
 *     {@link #ACRONYM}
 * @param lower whether the word has a lower-case letter
 */
public record WordForms(int number, BytesRef exact, BytesRef stem, BytesRef accented, BytesRef restored,
        BytesRef acronym, boolean lower) {

    /** Stands before the letters of an acronym, so that it is no other word's form. */
    static final char ACRONYM = '\u0001';
    /** Stands before a word as written, with the signs that tokens lose: {@code c++}, {@code at&t}, {@code £5m}. */
    static final char WRITTEN = '\u0002';
    /** Stands before a form with its accents. */
    static final char ACCENTED = '\u0003';
    /** The form that a word does not have. */
    static final BytesRef NONE = new BytesRef();
    /** Stands for the forms of a word that is not known. */
    static final WordForms UNKNOWN = new WordForms(0, NONE, NONE, NONE, NONE, NONE, false);
    /** Stands before a form without its accents that has another stem than the word. */
    private static final char RESTORED = '\u0004';
    /** Stands before a compound in one piece, behind which its parts stand. */
    private static final char JOINED = '\u0005';

    /** What an apostrophe parts from a word in English, without being part of its name: well is not we'll. */
    private static final Set<String> CONTRACTED = Set.of("s", "t", "d", "m", "ll", "re", "ve");

    /** What stands for an apostrophe between letters, beside the straight one. */
    private static final String APOSTROPHES = "’＇ʼ`´′‛";

    /** Whether a character stands for an apostrophe between letters. */
    static boolean isApostrophe(int c) {
        return APOSTROPHES.indexOf(c) >= 0;
    }

    /** A word with straight apostrophes; the same object where it has no others. */
    public static String straight(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (isApostrophe(word.charAt(i))) {
                return straight(word.toCharArray(), i);
            }
        }
        return word;
    }

    private static String straight(char[] word, int from) {
        for (int i = from; i < word.length; i++) {
            word[i] = isApostrophe(word[i]) ? '\'' : word[i];
        }
        return new String(word);
    }

    /** Whether what stands behind an apostrophe is a shortened word: {@code ll}, {@code t}. */
    public static boolean isContracted(String ending) {
        return CONTRACTED.contains(ending);
    }

    /** Whether a term is one of the marked forms, not a word. */
    public static boolean isMarked(BytesRef term) {
        return term.length > 0 && term.bytes[term.offset] > 0 && term.bytes[term.offset] <= JOINED;
    }

    /** What terms begin with that lead from a form typed without accents to the stem of the word it stands for. */
    public static String restored(String typed) {
        return RESTORED + typed + '\u0000';
    }

    /** What terms begin with that lead from a compound in one piece ({@code email}) to its parts, with spaces: e mail. */
    public static String joined(String whole) {
        return JOINED + whole + '\u0000';
    }
}
