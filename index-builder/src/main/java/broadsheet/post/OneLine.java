package broadsheet.post;

/**
 * Makes text of strangers (file names, too) fit for a line of output: it can neither end the line nor steer a terminal.
 */
public final class OneLine {

    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private OneLine() {}

    /** The text with {@code ?} for each control character and line end. */
    public static String of(String text) {
        return text.codePoints().anyMatch(OneLine::isControl)
                ? text.codePoints().map(c -> isControl(c) ? '?' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString()
                : text;
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
    }
}
