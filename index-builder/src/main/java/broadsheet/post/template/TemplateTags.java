package broadsheet.post.template;

import java.util.Set;

/**
 * Takes template language out of a source before its markup is read: tags and outputs of Liquid and Nunjucks, Hugo's
 * shortcodes, kramdown's attribute lists, WordPress shortcodes, marks of footnotes and formulas, imports of MDX.
 * Comments go with all they hold; other wrapping tags leave what they wrap. Code ({@code ```}, {@code `…`}, indented
 * lines, {@code <pre>}) shows braces to the reader and stays as it is, but for the {@code raw} tags around it.
 *
 * <p>One pass from the front; what was sought in vain is not sought again, so the time is linear.
 */
public final class TemplateTags {

    private static final Set<String> RAW_MARKS = Set.of("{{", "}}", "{%", "%}");

    private final String source;
    private final boolean markdown;
    private final StringBuilder out;
    private final Seeker seeker;
    private final CodeLines code = new CodeLines();
    private int at;
    /** Whether the lines are those of a footnote, and where the present one begins without its indentation. */
    private boolean footnote;
    private int dedented = -1;
    /** Up to here the marks of tags and outputs are text, which readers see; words are found without them. */
    private int rawEnd;

    private TemplateTags(String source, boolean markdown) {
        this.source = source;
        this.markdown = markdown;
        this.out = new StringBuilder(source.length());
        this.seeker = new Seeker(source);
    }

    /** The source without template language; itself when it has none. */
    public static String strip(String source, boolean markdown) {
        return hasNone(source) ? source : new TemplateTags(source, markdown).strip();
    }

    /** Whether nothing stands in the source that this looks for; most posts are so, links and all. */
    private static boolean hasNone(String source) {
        if (source.indexOf('{') >= 0 || source.contains("$$") || hasLine(source, "import ")
                || hasLine(source, "export ") || hasLine(source, "*[")) {
            return false;
        }
        int lineEnd = -1;
        for (int i = source.indexOf('['); i >= 0; i = source.indexOf('[', i + 1)) {
            if (i > lineEnd) {
                int end = source.indexOf('\n', i);
                lineEnd = end < 0 ? source.length() : end;
            }
            if (source.startsWith("[^", i) || WordPressTag.end(source, i, lineEnd) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLine(String source, String start) {
        for (int i = source.indexOf(start); i >= 0; i = source.indexOf(start, i + 1)) {
            if (i == 0 || source.charAt(i - 1) == '\n') {
                return true;
            }
        }
        return false;
    }

    private String strip() {
        while (at < source.length()) {
            if (footnote && isLineStart() && at != dedented) {
                dedent();
            }
            if (markdown && isLineStart() && codeLine()) {
                continue;
            }
            if (isLineStart() && LineMarks.isDropped(source, at, seeker.lineEnd(at))) {
                at = Math.min(source.length(), seeker.lineEnd(at) + 1);
                continue;
            }
            character(source.charAt(at));
            copyPlain();
        }
        return out.toString();
    }

    /** What no tag can begin in, up to the line's end, in one piece; the most of every post is that. */
    private void copyPlain() {
        if (at < rawEnd || at == 0 || source.charAt(at - 1) == '\n') {
            return;
        }
        int end = at;
        while (end < source.length() && "`<{[$\n".indexOf(source.charAt(end)) < 0) {
            end++;
        }
        copyTo(end);
    }

    private boolean isLineStart() {
        return at == 0 || source.charAt(at - 1) == '\n' || at == dedented;
    }

    /** Lines that go on a footnote are indented by four; without its mark they would be code. */
    private void dedent() {
        if (source.startsWith("    ", at) || source.startsWith("\t", at)) {
            at += source.charAt(at) == '\t' ? 1 : 4;
            dedented = at;
        } else {
            footnote = source.charAt(at) == '\n';
        }
    }

    /** Copies a line of code, without raw tags; false when the line is none. */
    private boolean codeLine() {
        int end = seeker.lineEnd(at);
        String line = source.substring(at, end);
        if (!code.isCode(line)) {
            return false;
        }
        out.append(TemplateTag.withoutRaw(line));
        if (end < source.length()) {
            out.append('\n');
        }
        at = Math.min(source.length(), end + 1);
        return true;
    }

    private boolean rawMark() {
        boolean mark = RAW_MARKS.contains(source.substring(at, Math.min(source.length(), at + 2)));
        if (mark) {
            out.append(SourceSigns.OUTPUT);
            at += 2;
        }
        return mark;
    }

    private void character(char c) {
        boolean done = at < rawEnd && rawMark() || switch (c) {
            case '`' -> markdown && codeSpan();
            case '<' -> htmlCode();
            case '{' -> brace();
            case '[' -> bracket();
            case '$' -> formula();
            default -> false;
        };
        if (!done) {
            out.append(c);
            at++;
        }
    }

    private void copyTo(int end) {
        out.append(source, at, end);
        at = end;
    }

    private boolean codeSpan() {
        int ticks = 1;
        while (at + ticks < source.length() && source.charAt(at + ticks) == '`') {
            ticks++;
        }
        int close = seeker.closingTicks(at, ticks);
        String span = source.substring(at, close < 0 ? at + ticks : close + ticks);
        out.append(TemplateTag.withoutRaw(span));
        at += span.length();
        return true;
    }

    /** Code written as HTML is copied; comments, scripts and styles as well, since nothing in them is shown. */
    private boolean htmlCode() {
        for (String name : new String[]{"pre", "code", "script", "style"}) {
            if (source.regionMatches(true, at + 1, name, 0, name.length())
                    && at + name.length() + 1 < source.length()
                    && !Character.isLetterOrDigit(source.charAt(at + name.length() + 1))) {
                int end = seeker.find("</" + name, at);
                if (end < 0) {
                    return false;
                }
                copyTo(end);
                return true;
            }
        }
        int end = source.startsWith("<!--", at) ? seeker.find("-->", at) : -1;
        if (end >= 0) {
            copyTo(end + 3);
        }
        return end >= 0;
    }

    private boolean brace() {
        char next = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
        if (next == '%') {
            return tag("{%", "%}");
        }
        if (source.startsWith("{{<", at) || source.startsWith("{{%", at)) {
            return tag(source.substring(at, at + 3), source.charAt(at + 2) == '<' ? ">}}" : "%}}");
        }
        if (next == '{') {
            return output();
        }
        if (next == '#' && at + 2 < source.length() && Character.isWhitespace(source.charAt(at + 2))) {
            return drop(seeker.find("#}", at), 2);
        }
        if (next == '/' && source.startsWith("{/*", at)) {
            return drop(seeker.find("*/}", at), 3);
        }
        return next == ':' && kramdown() || (next == '#' || next == '.') && attributes();
    }

    private boolean tag(String open, String close) {
        int end = seeker.findBefore(close, open, at + open.length());
        if (end < 0) {
            at += open.length();
            return true;
        }
        TemplateTag tag = TemplateTag.of(source.substring(at + open.length(), end), open.equals("{%"));
        int next = end + close.length();
        if (tag.isComment()) {
            int stop = seeker.endTag(tag, next);
            at = stop < 0 ? next : stop;
            return true;
        }
        if (tag.isCode()) {
            return codeBlock(tag, next);
        }
        if (tag.isRaw()) {
            rawEnd = seeker.endTagStart(tag, next);
        }
        boolean alone = LineMarks.isBlankBut(out, SourceSigns.OUTPUT)
                && source.substring(next, seeker.lineEnd(next)).isBlank();
        at = next;
        if (!tag.shown().isEmpty()) {
            out.append(SourceSigns.UNSEEN).append(tag.shown()).append(SourceSigns.BREAK);
            endParagraph(alone);
        } else if (alone && (tag.isControl() || LineMarks.isAfterEmptyLine(out))) {
            dropLine();
        } else if (alone && endParagraph(true)) {
            dropLine();
        } else if (!tag.isControl() || tag.isAlternative()) {
            out.append(SourceSigns.OUTPUT);
        } else {
            unindent();
        }
        return true;
    }

    /**
     * Sites end a post with included definitions of links and then the post's own; without an empty line these would be
     * text.
     */
    private boolean endParagraph(boolean alone) {
        int line = seeker.lineEnd(at) + 1;
        boolean ends = alone && (source.startsWith("[", line) || source.startsWith("{%", line));
        if (ends) {
            out.append('\n');
        }
        return ends;
    }

    private boolean codeBlock(TemplateTag tag, int next) {
        int end = seeker.endTagStart(tag, next);
        if (tag.isClosing() || end < 0) {
            at = next;
            return true;
        }
        String inner = TemplateTag.withoutRaw(source.substring(next, end));
        if (markdown) {
            String fence = inner.contains("~~~") ? "`````````" : "~~~~~~~~~";
            out.append("\n\n").append(fence).append('\n').append(inner).append('\n').append(fence).append("\n\n");
        } else {
            out.append("<pre>").append(inner).append("</pre>");
        }
        at = seeker.endTag(tag, next);
        return true;
    }

    private boolean output() {
        int end = seeker.find("}}", at + 2);
        int stop = seeker.find("\n\n", at + 2);
        if (end < 0 || stop >= 0 && stop < end) {
            return false;
        }
        out.append(SourceSigns.OUTPUT);
        at = end + (source.startsWith("}}}", end) ? 3 : 2);
        return true;
    }

    private boolean kramdown() {
        int end = seeker.find("}", at);
        if (end < 0 || end > seeker.lineEnd(at)) {
            return false;
        }
        int comment = source.startsWith("{::comment}", at) ? seeker.find("{:/", end) : -1;
        return drop(comment < 0 ? end : seeker.find("}", comment), 1);
    }

    /** {@code {#offers}}, {@code {.center}} at the end of a line. */
    private boolean attributes() {
        int end = seeker.find("}", at);
        int lineEnd = seeker.lineEnd(at);
        boolean last = end >= 0 && end < lineEnd && source.substring(end + 1, lineEnd).isBlank();
        return last && source.substring(at + 2, end).matches("[\\w .#=\":-]+") && drop(end, 1);
    }

    private boolean drop(int end, int length) {
        if (end >= 0) {
            at = end + length;
        }
        return end >= 0;
    }

    private boolean bracket() {
        int lineEnd = seeker.lineEnd(at);
        if (source.startsWith("[^", at)) {
            int end = seeker.find("]", at);
            boolean mark = end > at + 2 && end < lineEnd && !source.substring(at, end).contains(" ");
            if (mark && source.startsWith(":", end + 1) && LineMarks.isBlankBefore(source, at)) {
                out.append('\n');
                footnote = true;
                return drop(end, 2);
            }
            return mark && drop(end, 1);
        }
        int end = WordPressTag.end(source, at, lineEnd);
        return drop(end, 0);
    }

    private boolean formula() {
        boolean mark = source.startsWith("$$", at) && !source.startsWith("$$$", at)
                && (at == 0 || source.charAt(at - 1) != '$');
        return mark && drop(at, 2);
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

    private void dropLine() {
        out.setLength(out.lastIndexOf("\n") + 1);
        at = Math.min(source.length(), seeker.lineEnd(at) + 1);
    }
}
