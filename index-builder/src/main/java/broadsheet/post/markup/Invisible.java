package broadsheet.post.markup;

/** Characters that take no room on the page and would split a word for the search. */
final class Invisible {

    private static final char NON_JOINER = '\u200C';
    private static final char JOINER = '\u200D';

    private Invisible() {}

    /**
     * Whether the character at {@code i} of a text is dropped: controls, zero-width characters, direction marks, soft
     * hyphens, byte order marks. The two joiners stay where they are spelling: between letters of Arabic and Indic
     * scripts, the joiner within an emoji, too.
     */
    static boolean isDropped(String text, int i) {
        char c = text.charAt(i);
        if (c == NON_JOINER || c == JOINER) {
            return !isSpelling(c, i == 0 ? ' ' : text.charAt(i - 1), i + 1 == text.length() ? ' ' : text.charAt(i + 1));
        }
        if (c < 0x300) {
            return c < ' ' || c >= 0x7F && c < 0xA0 || c == '\u00AD';
        }
        return c >= 0x200B && c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2060 && c <= 0x206F || c == 0x061C
                || c == 0x180E || c == 0x034F || c >= 0xFFF9 && c <= 0xFFFB || c == '\uFEFF' || c >= 0xFFFE
                || c >= 0xE000 && c <= 0xF8FF;
    }

    private static boolean isSpelling(char joiner, char before, char after) {
        boolean letters = isJoiningScript(before) && isJoiningScript(after);
        return letters || joiner == JOINER && isEmojiPart(before) && isEmojiPart(after);
    }

    /** Arabic to Sinhala, Myanmar, Mongolian; their vowel signs, too. */
    private static boolean isJoiningScript(char c) {
        return c >= 0x0600 && c <= 0x0DFF || c >= 0x1000 && c <= 0x109F || c >= 0x1800 && c <= 0x18AF
                || c >= 0xFB50 && c <= 0xFEFC;
    }

    private static boolean isEmojiPart(char c) {
        return Character.isSurrogate(c) || c == '\uFE0F' || c >= 0x2190 && c <= 0x2BFF;
    }
}
