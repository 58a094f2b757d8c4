package broadsheet.query;

/** The meaning of single characters in a query. Code points where a letter may lie beyond U+FFFF, else chars. */
final class Signs {

    private Signs() {}

    /** Whether a word can begin here: a letter, a number, or a symbol that is looked for itself, such as an emoji. */
    static boolean begins(int point) {
        return Character.isLetterOrDigit(point) || switch (Character.getType(point)) {
            case Character.LETTER_NUMBER, Character.OTHER_NUMBER, Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }

    /** Whether a word can go on here: as {@link #begins}, and marks that sit on a letter or emoji. */
    static boolean belongs(int point) {
        return begins(point) || isSkinTone(point) || switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** A symbol, or what changes its look: a skin tone, the emoji variation selector. */
    static boolean isEmojiPart(int point) {
        return Character.getType(point) == Character.OTHER_SYMBOL || isSkinTone(point) || point == 0xfe0f;
    }

    private static boolean isSkinTone(int point) {
        return point >= 0x1f3fb && point <= 0x1f3ff;
    }

    static boolean hasWord(String text) {
        return text.codePoints().anyMatch(Signs::begins);
    }

    /** The 0-based offset of the first code point that can begin a word, or the text's length. */
    static int firstWord(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (begins(text.codePointAt(i))) {
                return i;
            }
        }
        return text.length();
    }

    /** The offset behind the last code point that belongs to a word, or 0. */
    static int lastWord(String text) {
        for (int i = text.length(); i > 0; i -= Character.charCount(text.codePointBefore(i))) {
            if (belongs(text.codePointBefore(i))) {
                return i;
            }
        }
        return 0;
    }

    static boolean isCurrency(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The text without the plus and minus signs that it begins with. */
    static String withoutPlusAndMinus(String text) {
        int begin = 0;
        while (begin < text.length() && (text.charAt(begin) == '-' || text.charAt(begin) == '+')) {
            begin++;
        }
        return text.substring(begin);
    }

    /** Whether the text has only characters of the set; true for nothing. */
    static boolean allOf(String text, String set) {
        return text.chars().allMatch(c -> set.indexOf(c) >= 0);
    }
}
