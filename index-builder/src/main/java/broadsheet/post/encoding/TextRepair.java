package broadsheet.post.encoding;

import java.nio.charset.StandardCharsets;

/**
 * Puts text right that was UTF-8, was read as windows-1252 or Latin-1, and was saved again: {@code Hereâ€™s} becomes
 * {@code Here’s}. Only a run of characters whose windows-1252 bytes are one well-formed character of UTF-8 is a
 * candidate. It is repaired
 * <ol>
 * <li>when it has three or four characters, which correct text does not hold ({@code â€™}, {@code ðŸ˜€}). Correct
 * text does hold a letter before two marks of punctuation or spaces ({@code lá…”}) and the like: those need a
 * neighbour, a further run that touches them;
 * <li>when it is one of the pairs that no language writes: Ã or Â before certain signs ({@code Ã©}, {@code Â£});
 * <li>when the whole text is consistent: no other character outside ASCII, and two runs or one certain run of three. A
 * pair that stands alone and would be a letter of another script says nothing: {@code 2×½}, {@code Spaß…}.
 * </ol>
 * All else is left alone. Text that was wrecked twice is repaired twice.
 */
public final class TextRepair {

    /** Second characters that make a pair with Ã certain. */
    private static final String AFTER_A_TILDE = "©¨§¢¤¶¼±³¡¯®´²¹£¥°µ\u00AD";
    /** Second characters that make a pair with Â certain. */
    private static final String AFTER_A_CIRCUMFLEX = "£©®°±½¼¾§";
    /** Signs that correct text writes after a letter, two together: the end of a quotation, a dash, an ellipsis. */
    private static final String PUNCTUATION = "\u00A0«»‹›“”„‘’‚…–—•·";
    /** Marks that do not stand after a closing guillemet; in wrecked Vietnamese they do ({@code á»“}). */
    private static final String NOT_AFTER_GUILLEMET = "“‘•«›";

    /** Vowels after which Czech and Slovak end words in {@link #ENDS}. */
    private static final String BEFORE_ENDS = "áéí";
    private static final String ENDS = "šžŠŽ";
    private static final String FOOTNOTES = "¹²³";
    /** Signs that may open the next words after one of {@link #PUNCTUATION}. */
    private static final String OPENING = "¿¡";
    private static final String MONEY = "£€";
    /**
     * The last lead of the pairs that are Latin letters or signs; those beyond are of scripts that write words of many.
     */
    private static final char LAST_LATIN_LEAD = '\u00C9';

    private TextRepair() {}

    /** The text with its broken characters put right; what holds none comes back as it is. */
    public static Repaired repair(String text) {
        if (nextLead(text, 0) == text.length()) {
            return new Repaired(text, 0, 0, -1);
        }
        Repaired once = pass(text);
        if (once.runs() == 0 || certainRuns(once.text()) == 0) {
            return once;
        }
        return new Repaired(pass(once.text()).text(), once.runs(), once.characters(), once.firstOffset());
    }

    /** How many runs rules 1 and 2 call broken beyond doubt; 0 for every text that {@link #repair} gave. */
    public static int certainRuns(String text) {
        int count = 0;
        int previousEnd = -1;
        for (int i = nextLead(text, 0); i < text.length();) {
            int length = runLength(text, i);
            if (length > 0) {
                count += isCertain(text, i, length, previousEnd) ? 1 : 0;
                previousEnd = i + length;
            }
            i = nextLead(text, i + Math.max(length, 1));
        }
        return count;
    }

    private static Repaired pass(String text) {
        boolean all = isConsistent(text);
        StringBuilder out = new StringBuilder(text.length());
        int runs = 0;
        int characters = 0;
        int first = -1;
        int copied = 0;
        int previousEnd = -1;
        for (int i = nextLead(text, 0); i < text.length();) {
            int length = runLength(text, i);
            if (length > 0 && (all || isCertain(text, i, length, previousEnd))) {
                out.append(text, copied, i).append(decode(text, i, length));
                copied = i + length;
                first = runs++ == 0 ? i : first;
                characters += length;
            }
            previousEnd = length > 0 ? i + length : previousEnd;
            i = nextLead(text, i + Math.max(length, 1));
        }
        return runs == 0
                ? new Repaired(text, 0, 0, -1)
                : new Repaired(out.append(text, copied, text.length()).toString(), runs, characters, first);
    }

    private static boolean isConsistent(String text) {
        int runs = 0;
        int previousEnd = -1;
        boolean certain = false;
        for (int i = 0; i < text.length();) {
            if (text.charAt(i) < 0x80) {
                i++;
                continue;
            }
            int length = runLength(text, i);
            if (length == 0) {
                return false;
            }
            boolean typed = length == 2 ? text.charAt(i) > LAST_LATIN_LEAD : looksTyped(text, i, length);
            boolean apart = typed && previousEnd != i && runLength(text, i + length) == 0;
            runs += apart ? 0 : 1;
            certain |= length > 2 && !typed;
            previousEnd = i + length;
            i += length;
        }
        return certain || runs > 1;
    }

    private static boolean isCertain(String text, int i, int length, int previousEnd) {
        if (length == 2) {
            char second = text.charAt(i + 1);
            return switch (text.charAt(i)) {
                case 'Ã' -> AFTER_A_TILDE.indexOf(second) >= 0;
                case 'Â' -> AFTER_A_CIRCUMFLEX.indexOf(second) >= 0;
                default -> false;
            };
        }
        return !looksTyped(text, i, length) || previousEnd == i || runLength(text, i + length) > 0;
    }

    /** Letters and signs that a person may well have typed one after the other; never so after â or ï. */
    private static boolean looksTyped(String text, int i, int length) {
        char lead = text.charAt(i);
        if (lead == 'â' || lead == 'ï' || length != 3) {
            return false;
        }
        char second = text.charAt(i + 1);
        char third = text.charAt(i + 2);
        boolean pause = PUNCTUATION.indexOf(second) >= 0;
        if (PUNCTUATION.indexOf(third) >= 0) {
            boolean wordEnds = BEFORE_ENDS.indexOf(lead) >= 0 && ENDS.indexOf(second) >= 0;
            return wordEnds || pause && (second != '»' || NOT_AFTER_GUILLEMET.indexOf(third) < 0);
        }
        return pause && OPENING.indexOf(third) >= 0 || second == '\u00A0' && MONEY.indexOf(third) >= 0
                || FOOTNOTES.indexOf(second) >= 0 && FOOTNOTES.indexOf(third) >= 0;
    }

    /** The next character that may begin a run, or the text's length. */
    private static int nextLead(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0xC2 && c <= 0xF4) {
                return i;
            }
        }
        return text.length();
    }

    /** Characters from {@code i} on whose bytes are one character of UTF-8 beyond ASCII; 0 when they are not. */
    private static int runLength(String text, int i) {
        char lead = i < text.length() ? text.charAt(i) : 0;
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        byte[] bytes = new byte[Math.min(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, text.length() - i)];
        for (int k = 0; k < bytes.length; k++) {
            bytes[k] = (byte) Windows1252.byteOf(text.charAt(i + k));
        }
        return StrayBytes.sequence(bytes, 0);
    }

    private static String decode(String text, int i, int length) {
        byte[] bytes = new byte[length];
        for (int k = 0; k < length; k++) {
            bytes[k] = (byte) Windows1252.byteOf(text.charAt(i + k));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
