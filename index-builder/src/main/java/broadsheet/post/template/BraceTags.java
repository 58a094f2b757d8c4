package broadsheet.post.template;

import java.util.Set;

/**
 * Tags and outputs of Liquid and Nunjucks ({@code {% if a %}}, {@code {{ b }}}) and Hugo's shortcodes
 * ({@code {{< figure >}}}). Comments go with all they hold; other wrapping tags leave what they wrap; text for readers
 * among the arguments becomes paragraphs of its own.
 */
final class BraceTags {

    private static final Set<String> RAW_MARKS = Set.of("{{", "}}", "{%", "%}");

    private final SourceWalk walk;
    private final String source;
    private final StringBuilder out;
    private final Seeker seeker;
    private final boolean markdown;
    /** Up to here the marks of tags and outputs are text, which readers see; words are found without them. */
    private int rawEnd;

    BraceTags(SourceWalk walk, boolean markdown) {
        this.walk = walk;
        this.source = walk.source();
        this.out = walk.out();
        this.seeker = walk.seeker();
        this.markdown = markdown;
    }

    /** Whether the walk is within text that shows tags as they stand. */
    boolean isRaw() {
        return walk.at() < rawEnd;
    }

    /** Takes a mark of a tag within raw text; false when none is here. */
    boolean takeRawMark() {
        int at = walk.at();
        boolean mark = RAW_MARKS.contains(source.substring(at, Math.min(source.length(), at + 2)));
        if (mark) {
            out.append(SourceSigns.OUTPUT);
            walk.moveTo(at + 2);
        }
        return mark;
    }

    /** Takes the tag or output that begins at the brace here; false when none does. */
    boolean take() {
        if (walk.startsWith("{%")) {
            return tag("{%", "%}");
        }
        if (walk.startsWith("{{<")) {
            return tag("{{<", ">}}");
        }
        return walk.startsWith("{{%") ? tag("{{%", "%}}") : walk.startsWith("{{") && output();
    }

    private boolean tag(String open, String close) {
        int start = walk.at() + open.length();
        int end = seeker.findBefore(close, open, start);
        if (end < 0) {
            walk.moveTo(start);
            return true;
        }
        TemplateTag tag = TemplateTag.of(source.substring(start, end), open.equals("{%"));
        walk.moveTo(end + close.length());
        if (tag.isComment()) {
            walk.moveBehind(seeker.endTag(tag, walk.at()), 0);
            return true;
        }
        if (tag.isCode()) {
            codeBlock(tag);
            return true;
        }
        if (tag.isRaw()) {
            rawEnd = seeker.endTagStart(tag, walk.at());
        }
        replace(tag);
        return true;
    }

    /** Writes what stands in the place of a tag that the walk has just passed. */
    private void replace(TemplateTag tag) {
        boolean alone = LineMarks.isBlankBut(out, SourceSigns.OUTPUT)
                && source.substring(walk.at(), walk.lineEnd()).isBlank();
        if (!tag.shown().isEmpty()) {
            out.append(SourceSigns.UNSEEN).append(tag.shown()).append(SourceSigns.BREAK);
            endParagraph(alone);
        } else if (alone && (tag.isControl() || LineMarks.isAfterEmptyLine(out))) {
            walk.dropLine();
        } else if (alone && endParagraph(true)) {
            walk.dropLine();
        } else if (!tag.isControl() || tag.isAlternative()) {
            out.append(SourceSigns.OUTPUT);
        } else {
            unindent();
        }
    }

    /**
     * Sites end a post with a tag that includes definitions of links, and then the post's own; without an empty line
     * between them these would be text.
     */
    private boolean endParagraph(boolean alone) {
        int line = walk.lineEnd() + 1;
        boolean ends = alone && (source.startsWith("[", line) || source.startsWith("{%", line));
        if (ends) {
            out.append('\n');
        }
        return ends;
    }

    private void codeBlock(TemplateTag tag) {
        int end = seeker.endTagStart(tag, walk.at());
        if (tag.isClosing() || end < 0) {
            return;
        }
        String inner = TemplateTag.withoutRaw(source.substring(walk.at(), end));
        if (markdown) {
            String fence = inner.contains("~~~") ? "`````````" : "~~~~~~~~~";
            out.append("\n\n").append(fence).append('\n').append(inner).append('\n').append(fence).append("\n\n");
        } else {
            out.append("<pre>").append(inner).append("</pre>");
        }
        walk.moveTo(seeker.endTag(tag, walk.at()));
    }

    private boolean output() {
        int end = seeker.find("}}", walk.at() + 2);
        int stop = seeker.find("\n\n", walk.at() + 2);
        if (end < 0 || stop >= 0 && stop < end) {
            return false;
        }
        out.append(SourceSigns.OUTPUT);
        walk.moveTo(end + (source.startsWith("}}}", end) ? 3 : 2));
        return true;
    }

    /** The indentation before a tag is that of the template; without the tag it would make code of what follows. */
    private void unindent() {
        int end = out.length();
        while (end > 0 && (out.charAt(end - 1) == ' ' || out.charAt(end - 1) == '\t')) {
            end--;
        }
        if (end == 0 || out.charAt(end - 1) == '\n') {
            out.setLength(end);
        }
    }
}
