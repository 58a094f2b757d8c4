package broadsheet.post;

import java.util.Arrays;

/**
 * A stretch of Markdown between two empty lines that needs no parser: paragraphs, headings and list items at the left
 * edge, with emphasis, links, pictures and code as people mostly write them. What it writes is what the parser's tree
 * gives, for a fraction of the time; whatever might mean anything else is refused. A test compares the two over all
 * bodies at hand, broken on purpose too.
 */
final class PlainMarkdown {

    private enum Step {
        TEXT, CODE, PICTURE, SOFT_BREAK, LINE_BREAK, PARAGRAPH
    }

    private static final Step[] STEPS = Step.values();

    /** Characters of ASCII that mean nothing within a line; and those that may begin a line of text. */
    private static final boolean[] PLAIN = ascii(
            " \"#$%'()+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ^abcdefghijklmnopqrstuvwxyz{}");
    private static final boolean[] STARTS = ascii(
            "!\"$%&'(),./0123456789:;?@ABCDEFGHIJKLMNOPQRSTUVWXYZ^abcdefghijklmnopqrstuvwxyz{}[*_`");

    private final String source;
    /** Step, from and to of all that is to be written. */
    private int[] steps = new int[3 * 64];
    private int count;
    /** The mark that opened the emphasis under way, and how often it stands there; 0 when there is none. */
    private char mark;
    private int markLength;
    /** By how many characters the texts of the open list items are set in, the outermost first. */
    private final int[] indents = new int[8];
    private int levels;

    PlainMarkdown(String source) {
        this.source = source;
    }

    private static boolean[] ascii(String characters) {
        boolean[] set = new boolean[0x80];
        for (char c : characters.toCharArray()) {
            set[c] = true;
        }
        return set;
    }

    /**
     * Takes in the lines from {@code from} to {@code to}, none of them empty, after what was taken in before.
     *
     * @return false when they are not plain; all that was taken in is then worthless
     */
    boolean read(int from, int to) {
        return blocks(from, to);
    }

    /** Forgets what was taken in. */
    void clear() {
        count = 0;
        mark = 0;
    }

    /** Writes what was taken in. */
    void write(ParagraphWriter out) {
        for (int i = 0; i < count; i += 3) {
            write(STEPS[steps[i]], steps[i + 1], steps[i + 2], out);
        }
    }

    private void write(Step step, int from, int to, ParagraphWriter out) {
        switch (step) {
            case TEXT -> out.text(source, from, to);
            case CODE -> {
                out.inCode(true);
                out.text(source, from, to);
                out.inCode(false);
            }
            case PICTURE -> out.aside(ImageText.of(source.substring(from, to)));
            case SOFT_BREAK -> out.softBreak();
            case LINE_BREAK -> out.lineBreak();
            case PARAGRAPH -> out.paragraph();
        }
    }

    private void add(Step step, int from, int to) {
        if (count == steps.length) {
            steps = Arrays.copyOf(steps, count * 2);
        }
        steps[count++] = step.ordinal();
        steps[count++] = from;
        steps[count++] = to;
    }

    /** Each line is a heading, begins a list item or a paragraph, or goes on with the one above it. */
    private boolean blocks(int from, int to) {
        boolean inParagraph = false;
        levels = 0;
        endParagraph();
        for (int start = from; start < to;) {
            int lineEnd = lineEnd(start, to);
            int end = trimmed(start, lineEnd);
            int first = skipSpaces(start, end);
            boolean heading = source.charAt(start) == '#';
            int text = heading ? heading(start, end) : item(start, first, end, inParagraph);
            boolean begins = text > first || !inParagraph;
            if (text < 0 || !isTextStart(text, end) || begins && !endParagraph() || !inline(text, end)) {
                return false;
            }
            levels = heading ? 0 : levels;
            inParagraph = !heading;
            if (heading && !endParagraph()) {
                return false;
            }
            if (!heading && lineEnd < to) {
                add(lineEnd - end > 1 ? Step.LINE_BREAK : Step.SOFT_BREAK, 0, 0);
            }
            start = lineEnd + 1;
        }
        return endParagraph();
    }

    /** False where emphasis is still open. */
    private boolean endParagraph() {
        Step last = count == 0 ? Step.PARAGRAPH : STEPS[steps[count - 3]];
        // a break before the end of a paragraph is none
        if (last == Step.SOFT_BREAK || last == Step.LINE_BREAK) {
            count -= 3;
        }
        add(Step.PARAGRAPH, 0, 0);
        return mark == 0;
    }

    private int lineEnd(int from, int to) {
        int end = source.indexOf('\n', from);
        return end < 0 || end > to ? to : end;
    }

    private int trimmed(int from, int to) {
        int end = to;
        while (end > from && source.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    /** Where a heading's text begins; -1 where the line is none, or has marks at its end, too. */
    private int heading(int from, int end) {
        int i = from;
        while (i < end && source.charAt(i) == '#') {
            i++;
        }
        boolean plain = i - from <= 6 && i < end && source.charAt(i) == ' ' && source.charAt(end - 1) != '#';
        return plain ? skipSpaces(i, end) : -1;
    }

    private int skipSpaces(int from, int end) {
        int i = from;
        while (i < end && source.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    /**
     * Where a list item's text begins; {@code first} where the line is none; -1 where that is not plain to see.
     *
     * @param first offset of the line's first character that is no space
     */
    private int item(int start, int first, int end, boolean inParagraph) {
        int i = first;
        while (i < end && isDigit(source.charAt(i))) {
            i++;
        }
        boolean numbered = i > first;
        char sign = i < end ? source.charAt(i) : ' ';
        if ((numbered ? ".)" : "-*+").indexOf(sign) < 0) {
            return inParagraph || first - start < 4 ? first : -1;
        }
        int text = skipSpaces(i + 1, end);
        if (text == i + 1 || text == end) {
            return text < end && (numbered || sign == '*') && (inParagraph || first - start < 4) ? first : -1;
        }
        int depth = depth(first - start);
        // a number within a paragraph begins a list only if it is 1
        boolean interrupts = inParagraph && depth == levels;
        boolean sure = text - i <= 5 && first - start - indent(depth) < 4 && depth < indents.length
                && (!numbered || !interrupts && i - first <= 9);
        if (!sure) {
            return -1;
        }
        indents[depth] = text - start;
        levels = depth + 1;
        return text;
    }

    /** How many of the open list items hold what is set in by so many spaces. */
    private int depth(int spaces) {
        int depth = levels;
        while (depth > 0 && indents[depth - 1] > spaces) {
            depth--;
        }
        return depth;
    }

    private int indent(int depth) {
        return depth == 0 ? 0 : indents[depth - 1];
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a line's text may begin here: no mark of a list within the item, no rule, nothing set in. */
    private boolean isTextStart(int at, int end) {
        if (at >= end) {
            return false;
        }
        char c = source.charAt(at);
        if (c >= 0x80) {
            return c >= 0xA0;
        }
        int i = at;
        while (i < end && isDigit(source.charAt(i))) {
            i++;
        }
        boolean signed = i < end && (i > at ? ".)" : "*").indexOf(source.charAt(i)) >= 0
                && (i + 1 == end || source.charAt(i + 1) == ' ');
        return STARTS[c] && !signed;
    }

    private boolean inline(int from, int end) {
        int written = from;
        for (int i = from; i < end;) {
            char c = source.charAt(i);
            if (isPlain(c) || isLiteral(c, i, from, end)) {
                i++;
                continue;
            }
            if (i > written) {
                add(Step.TEXT, written, i);
            }
            i = markup(c, i, from, end);
            if (i < 0) {
                return false;
            }
            written = i;
        }
        if (end > written) {
            add(Step.TEXT, written, end);
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
            default -> false;
        };
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
        add(Step.CODE, i + 1, close);
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
        int close = bracket(i + 1, end);
        int target = close < 0 ? -1 : target(close + 1, end);
        char outer = mark;
        return target >= 0 && inline(i + 1, close) && mark == outer ? target : -1;
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
            add(Step.PICTURE, i + 2, close);
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
