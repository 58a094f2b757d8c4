package broadsheet.words;

import broadsheet.analysis.Accents;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Words as the lists have them: in lower case, without accents, with a straight apostrophe. {@code Città} is
 * {@code citta}, {@code Straße} is {@code strasse}; й and ї stay, as they are letters and not accents.
 */
final class PlainLetters {

    private static final String APOSTROPHES = "’‘ʼʹ′´`";

    private PlainLetters() {}

    /** The word in plain letters; the same object where it is in them already. */
    static String of(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 0x80 || c >= 'A' && c <= 'Z') {
                return folded(word);
            }
        }
        return word;
    }

    private static String folded(String word) {
        char[] letters = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFC).toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = APOSTROPHES.indexOf(letters[i]) >= 0 ? '\'' : letters[i];
        }
        return Accents.folded(new String(letters));
    }
}
