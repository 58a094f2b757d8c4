package broadsheet.analysis;

import java.text.Normalizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Words without their accents: {@code café} and {@code cafe}, {@code Αθήνα} and {@code αθηνα} are the same word then. */
public final class Accents {

    private Accents() {}

    /**
     * A word in lower case without accents: Latin letters as ASCII, Greek ones without their marks, ё as е and ґ as г
     * (й and ї are letters of their own), and without marks that only help to read: stress, Arabic and Hebrew vowels.
     */
    public static String folded(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return fold(text);
            }
        }
        return text;
    }

    private static String fold(String text) {
        char[] in = text.toCharArray();
        char[] out = new char[4 * in.length];
        int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
        StringBuilder folded = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = out[i];
            if (isGreek(c)) {
                folded.append(greek(c));
            } else if (!isReadingMark(c)) {
                folded.append(c == 'ё' ? 'е' : c == 'ґ' ? 'г' : c);
            }
        }
        return folded.isEmpty() ? text : folded.toString();
    }

    private static boolean isGreek(char c) {
        return c >= 0x370 && c < 0x400 || c >= 0x1F00 && c < 0x2000;
    }

    private static char greek(char c) {
        char letter = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        return letter == 'ς' ? 'σ' : letter;
    }

    /** Marks that stand beside a letter; those of Indian scripts and Thai are vowels that a word needs. */
    private static boolean isReadingMark(char c) {
        return c >= 0x300 && c < 0x370 || c >= 0x591 && c <= 0x5C7 && Character.getType(c) == Character.NON_SPACING_MARK
                || c >= 0x64B && c <= 0x65F || c == 0x670 || c == 'ـ';
    }
}
