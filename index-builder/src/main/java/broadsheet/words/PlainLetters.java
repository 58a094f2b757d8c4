package broadsheet.words;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Words as the lists have them: in lower case, without accents, with a straight apostrophe. {@code Città} is
 * {@code citta}, {@code Straße} is {@code strasse}; й and ї stay, as they are letters and not accents.
 */
final class PlainLetters {

    /** Latin letters whose mark is no accent for Unicode. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(Map.entry('ß', "ss"), Map.entry('æ', "ae"),
            Map.entry('œ', "oe"), Map.entry('ø', "o"), Map.entry('ł', "l"), Map.entry('đ', "d"), Map.entry('ð', "d"),
            Map.entry('þ', "th"), Map.entry('ı', "i"), Map.entry('ħ', "h"), Map.entry('ĳ', "ij"),
            Map.entry('ё', "е"), Map.entry('ґ', "г"));
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
        String composed = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        StringBuilder plain = new StringBuilder(composed.length() + 2);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (c < 0x80) {
                plain.append(c);
            } else if (APOSTROPHES.indexOf(c) >= 0) {
                plain.append('\'');
            } else if (LETTERS.containsKey(c)) {
                plain.append(LETTERS.get(c));
            } else if (c >= 0x300 && c < 0x370) {
                continue;
            } else {
                plain.append(isLatin(c) ? bare(c) : c);
            }
        }
        return plain.toString();
    }

    private static boolean isLatin(char c) {
        return c < 0x250 || c >= 0x1E00 && c < 0x1F00;
    }

    private static char bare(char c) {
        return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    }
}
