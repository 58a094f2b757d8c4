package broadsheet.web.messages;

import java.util.List;
import java.util.Locale;

/** Picks the page's language for a reader. */
public final class Languages {

    private static final int LONGEST_HEADER = 200;

    private Languages() {}

    /**
     * The first language of an {@code Accept-Language} header (RFC 9110, 12.5.4) that has a message file.
     *
     * @param other the answer when none has, or when the header makes no sense
     */
    public static Locale best(String acceptLanguage, Locale other) {
        if (acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_HEADER) {
            return other;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
            Locale found = Locale.lookup(ranges, Messages.LANGUAGES);
            return found == null ? other : found;
        } catch (IllegalArgumentException noHeader) {
            return other;
        }
    }
}
