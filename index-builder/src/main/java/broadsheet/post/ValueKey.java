package broadsheet.post;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The form by which two written values (a tag, a section, an author, a language) are one and the same: {@code Tide},
 * {@code tide} and {@code "tide "} have the key {@code tide}.
 *
 * <p>Case, the width of spaces, and the two ways to write an accent in Unicode (NFC, NFD) make no difference; an accent
 * does, since <i>Maß</i> and <i>Mass</i>, <i>año</i> and <i>ano</i> are different words.
 */
public final class ValueKey {

    /** Spaces of any kind, with those that may not be broken. */
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\x{FEFF}]+");

    private ValueKey() {}

    /** Empty for a value that has nothing to be seen. */
    public static String of(String value) {
        String spaced = isPlain(value)
                ? value
                : SPACES.matcher(Normalizer.normalize(value, Normalizer.Form.NFC)).replaceAll(" ");
        return spaced.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the value is of visible ASCII characters and single spaces, as most are. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean second = c == ' ' && i > 0 && value.charAt(i - 1) == ' ';
            if (c < ' ' || c >= 0x7F || second) {
                return false;
            }
        }
        return true;
    }
}
