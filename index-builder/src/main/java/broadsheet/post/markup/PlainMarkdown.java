package broadsheet.post.markup;

import broadsheet.post.markup.PlainSteps.Step;

/**
 * A stretch of Markdown between two empty lines that needs no parser: paragraphs, headings and list items, with
 * {@link PlainInlines} in them, as people mostly write them. What it writes is what the parser's tree gives, for a
 * tenth of the time; whatever might mean anything else is refused. A test compares the two over all bodies at hand,
 * broken on purpose too.
 */
final class PlainMarkdown {

    /** Characters of ASCII that may begin a line of text. */
    private static final boolean[] STARTS = PlainInlines.ascii(
            "!\"$%&'(),./0123456789:;?@ABCDEFGHIJKLMNOPQRSTUVWXYZ^abcdefghijklmnopqrstuvwxyz{}[*_`");

    private final String source;
    private final PlainSteps steps;
    private final PlainInlines inlines;
    /** By how many characters the texts of the open list items are set in, the outermost first. */
    private final int[] indents = new int[8];
    private int levels;

    PlainMarkdown(String source) {
        this.source = source;
        this.steps = new PlainSteps(source);
        this.inlines = new PlainInlines(source, steps);
    }

    /**
     * Takes in the lines from {@code from} to {@code to}, none of them empty, after what was taken in before.
     *
     * @return false when they are not plain; all that was taken in is then worthless
     */
    boolean read(int from, int to) {
        // each line is a heading, begins a list item or a paragraph, or goes on with the one above it
        boolean inParagraph = false;
        levels = 0;
        endParagraph();
        for (int start = from; start < to;) {
            int lineEnd = lineEnd(start, to);
            int end = trimmed(start, lineEnd);
            int first = skipSpaces(start, end);
            if (levels == 0 && isComment(start, end)) {
                if (!endParagraph()) {
                    return false;
                }
                inParagraph = false;
                start = lineEnd + 1;
                continue;
            }
            boolean heading = source.charAt(start) == '#';
            int text = heading ? heading(start, end) : item(start, first, end, inParagraph);
            boolean begins = text > first || !inParagraph;
            if (text < 0 || !isTextStart(text, end) || begins && !endParagraph() || !inlines.read(text, end)) {
                return false;
            }
            levels = heading ? 0 : levels;
            inParagraph = !heading;
            if (heading && !endParagraph()) {
                return false;
            }
            if (!heading && lineEnd < to) {
                steps.add(lineEnd - end > 1 ? Step.LINE_BREAK : Step.SOFT_BREAK);
            }
            start = lineEnd + 1;
        }
        return endParagraph();
    }

    /** Forgets what was taken in. */
    void clear() {
        steps.clear();
        inlines.clear();
    }

    /** Writes what was taken in. */
    void write(ParagraphWriter out) {
        steps.write(out);
    }

    /** False where emphasis is still open. */
    private boolean endParagraph() {
        steps.endParagraph();
        return !inlines.isOpen();
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

    /** Whether a line is one comment of HTML, which is a block by itself and ends a paragraph above it. */
    private boolean isComment(int from, int end) {
        return source.startsWith("<!--", from) && source.indexOf("-->", from + 5) == end - 3;
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
}
