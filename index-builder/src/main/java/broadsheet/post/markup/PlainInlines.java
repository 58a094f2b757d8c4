package broadsheet.post.markup;

import broadsheet.post.markup.PlainSteps.Step;

/**
 * The inside of a line of Markdown, where it has one plain reading: emphasis that does not nest, links and pictures
 * with their address beside them, code. Refuses all else, so that {@link PlainMarkdown} leaves it to the parser.
 */
final class PlainInlines {

    /** Characters of ASCII that mean nothing within a line. */
    private static final boolean[] PLAIN = ascii(
            " \"#$%'()+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ^abcdefghijklmnopqrstuvwxyz{}");

    private final String source;
    private final PlainSteps steps;
    /** The mark that opened the emphasis under way, and how often it stands there; 0 when there is none. */
    private char mark;
    private int markLength;
    /** Where the last pair of brackets ends that is no link; -1 at first. */
    private int bracketEnd = -1;

    PlainInlines(String source, PlainSteps steps) {
        this.source = source;
        this.steps = steps;
    }

    static boolean[] ascii(String characters) {
        boolean[] set = new boolean[0x80];
        for (char c : characters.toCharArray()) {
            set[c] = true;
        }
        return set;
    }

    void clear() {
        mark = 0;
    }

    /** Whether emphasis goes on beyond the lines that were taken in. */
    boolean isOpen() {
        return mark != 0;
    }

    /** Takes in one line's text; false when it is not plain. */
    boolean read(int from, int end) {
        int written = from;
        for (int i = from; i < end;) {
            char c = source.charAt(i);
            if (isPlain(c) || isLiteral(c, i, from, end)) {
                i++;
                continue;
            }
            if (i > written) {
                steps.add(Step.TEXT, written, i);
            }
            i = markup(c, i, from, end);
            if (i < 0) {
                return false;
            }
            written = i;
        }
        if (end > written) {
            steps.add(Step.TEXT, written, end);
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c < 0x80 ? PLAIN[c] : c >= 0xA0;
    }

    /** A character that may be markup, but is none where it stands here. */
    private boolean isLiteral(char c, int i, int from, int end) {
        char before = i > from ? source.charAt(i - 1) : ' ';
        char after = i + 1 < end ? source.charAt(i + 1) : ' ';
        return switch (c) {
            case '_' -> isWordPart(before) && isWordPart(after);
            case '*' -> before == ' ' && after == ' ';
            case '<' -> after == ' ';
            case '!' -> after != '[';
            case '&' -> !isEntity(i + 1, end);
            case '[' -> opensBracket(i, end);
            case ']' -> i == bracketEnd;
            default -> false;
        };
    }

    /** Brackets without an address behind them: a link only where the body defines its address elsewhere. */
    private boolean opensBracket(int i, int end) {
        int close = bracket(i + 1, end);
        boolean literal = close >= 0 && (close + 1 == end || "([".indexOf(source.charAt(close + 1)) < 0);
        bracketEnd = literal ? close : bracketEnd;
        return literal;
    }

    private boolean isEntity(int from, int end) {
        int i = from;
        while (i < end && (isWordPart(source.charAt(i)) || source.charAt(i) == '#')) {
            i++;
        }
        return i < end && i > from && source.charAt(i) == ';';
    }

    private static boolean isWordPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** Takes in the markup that begins here: where it ends, or -1. */
    private int markup(char c, int i, int from, int end) {
        return switch (c) {
            case '*', '_' -> emphasis(c, i, from, end);
            case '[' -> link(i, end);
            case '!' -> picture(i, end);
            case '`' -> code(i, end);
            default -> -1;
        };
    }

    private int code(int i, int end) {
        int close = source.indexOf('`', i + 1);
        boolean plain = close > i + 1 && close < end && (close + 1 == end || source.charAt(close + 1) != '`')
                && source.charAt(i + 1) != ' ' && source.charAt(close - 1) != ' ';
        if (!plain) {
            return -1;
        }
        steps.add(Step.CODE, i + 1, close);
        return close + 1;
    }

    /** One run of marks may be open at a time, so that there is one reading (CommonMark 0.31, section 6.2). */
    private int emphasis(char c, int i, int from, int end) {
        int next = i;
        while (next < end && source.charAt(next) == c) {
            next++;
        }
        char before = i > from ? source.charAt(i - 1) : ' ';
        char after = next < end ? source.charAt(next) : ' ';
        boolean withinWord = c == '_' && isLetter(before) && isLetter(after);
        if (next - i > 2 || withinWord || !isTold(before) || !isTold(after)) {
            return -1;
        }
        if (mark != 0) {
            boolean closes = before != ' ' && (isLetter(before) || !isLetter(after));
            boolean fits = closes && mark == c && markLength == next - i;
            mark = 0;
            return fits ? next : -1;
        }
        mark = c;
        markLength = next - i;
        boolean opens = after != ' ' && (isLetter(after) || !isLetter(before));
        return opens ? next : -1;
    }

    /** A character of which we know whether it counts as punctuation. */
    private static boolean isTold(char c) {
        return c < 0x7F || isLetter(c);
    }

    private static boolean isLetter(char c) {
        return isWordPart(c) || c > 0xBF && Character.isLetter(c);
    }

    private int link(int i, int end) {
        if (source.startsWith("![", i + 1)) {
            return linkedPicture(i, end);
        }
        int close = bracket(i + 1, end);
        int target = close < 0 ? -1 : target(close + 1, end);
        char outer = mark;
        return target >= 0 && read(i + 1, close) && mark == outer ? target : -1;
    }

    /** {@code [![alternative](address)](address)}, and nothing beside the picture. */
    private int linkedPicture(int i, int end) {
        int close = picture(i + 1, end);
        return close > 0 && close < end && source.charAt(close) == ']' ? target(close + 1, end) : -1;
    }

    private int picture(int i, int end) {
        int close = bracket(i + 2, end);
        int target = close < 0 ? -1 : target(close + 1, end);
        for (int k = i + 2; k < close; k++) {
            char c = source.charAt(k);
            if (!isPlain(c) && !isLiteral(c, k, i + 2, close)) {
                return -1;
            }
        }
        if (target >= 0) {
            steps.add(Step.PICTURE, i + 2, close);
        }
        return target;
    }

    /** The bracket that closes a text with no bracket in it, nor anything that might go on beyond it; or -1. */
    private int bracket(int from, int end) {
        for (int i = from; i < end; i++) {
            char c = source.charAt(i);
            if (c == ']') {
                return i;
            }
            if ("[`<\\".indexOf(c) >= 0 || mark != 0 && (c == '*' || c == '_')) {
                return -1;
            }
        }
        return -1;
    }

    /** Where {@code (address)} or {@code (address "title")} ends; -1 where none begins. */
    private int target(int from, int end) {
        int i = from + 1;
        if (from >= end || source.charAt(from) != '(' || i < end && source.charAt(i) == '<') {
            return -1;
        }
        while (i < end && isTargetPart(source.charAt(i))) {
            i++;
        }
        if (i == from + 1) {
            return -1;
        }
        if (source.startsWith(" \"", i)) {
            int close = source.indexOf('"', i + 2);
            int back = source.indexOf('\\', i + 2);
            i = close > 0 && close < end && (back < 0 || back > close) ? close + 1 : end;
        }
        return i < end && source.charAt(i) == ')' ? i + 1 : -1;
    }

    private static boolean isTargetPart(char c) {
        return c > ' ' && c < 0x7F && c != '(' && c != ')' && c != '\\'
                || c > 0xA0 && c < 0xD800 && !Character.isSpaceChar(c);
    }
}
