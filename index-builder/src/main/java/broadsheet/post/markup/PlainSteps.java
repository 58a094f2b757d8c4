package broadsheet.post.markup;

import java.util.Arrays;

/** What is to be written of a plain stretch of Markdown, kept until all of it has proved plain. */
final class PlainSteps {

    /** What is done with a part of the source, or between two. */
    enum Step {
        TEXT,
        CODE,
        PICTURE,
        SOFT_BREAK,
        LINE_BREAK,
        PARAGRAPH
    }

    private static final Step[] STEPS = Step.values();

    private final String source;
    /** Step, from and to of each. */
    private int[] steps = new int[3 * 64];
    private int count;

    PlainSteps(String source) {
        this.source = source;
    }

    void clear() {
        count = 0;
    }

    /** A step that takes the source from {@code from} to {@code to}. */
    void add(Step step, int from, int to) {
        if (count == steps.length) {
            steps = Arrays.copyOf(steps, count * 2);
        }
        steps[count++] = step.ordinal();
        steps[count++] = from;
        steps[count++] = to;
    }

    void add(Step step) {
        add(step, 0, 0);
    }

    /** Ends the paragraph; a break before its end is none. */
    void endParagraph() {
        Step last = count == 0 ? Step.PARAGRAPH : STEPS[steps[count - 3]];
        if (last == Step.SOFT_BREAK || last == Step.LINE_BREAK) {
            count -= 3;
        }
        add(Step.PARAGRAPH);
    }

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
}
