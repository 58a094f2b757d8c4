package broadsheet.web.messages;

import java.util.Locale;

/**
 * The plural forms of the page's languages; rules of Unicode CLDR 46, for whole numbers.
 *
 * <p>{@code of(uk, 22)} is {@code FEW}: 22 дописи.
 */
enum PluralForm {
    ZERO,
    ONE,
    TWO,
    FEW,
    MANY,
    OTHER;

    /** The form that a count of things takes; {@code OTHER} in a language that is not known here. */
    static PluralForm of(Locale language, long count) {
        return switch (language.getLanguage()) {
            case "en", "de", "es" -> count == 1 ? ONE : OTHER;
            case "fr" -> count <= 1 ? ONE : OTHER;
            case "uk" -> slavic(count);
            case "ar" -> arabic(count);
            default -> OTHER;
        };
    }

    /** The end of the message key: {@code "few"}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static PluralForm slavic(long count) {
        long ten = count % 10;
        long hundred = count % 100;
        if (ten == 1 && hundred != 11) {
            return ONE;
        }
        return ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14) ? FEW : MANY;
    }

    private static PluralForm arabic(long count) {
        if (count <= 2) {
            return values()[(int) count];
        }
        long hundred = count % 100;
        if (hundred >= 3 && hundred <= 10) {
            return FEW;
        }
        return hundred >= 11 ? MANY : OTHER;
    }
}
