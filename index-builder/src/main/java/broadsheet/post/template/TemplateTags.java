package broadsheet.post.template;

/**
 * Takes template language out of a source before its markup is read: the tags of {@link BraceTags}, the marks of
 * {@link SmallMarks}, imports of MDX. Code ({@code ```}, {@code `…`}, indented lines, {@code <pre>}) shows braces to
 * the reader and stays as it is; only the {@code raw} tags around it go.
 *
 * <p>One pass from the front; an end that was looked for in vain is not looked for again, so the time is linear.
 */
public final class TemplateTags {

    private static final String[] HTML_CODE = {"pre", "code", "script", "style"};

    private final boolean markdown;
    private final SourceWalk walk;
    private final String source;
    private final Seeker seeker;
    private final BraceTags tags;
    private final SmallMarks marks;
    private final CodeLines code = new CodeLines();

    private TemplateTags(String source, boolean markdown) {
        this.markdown = markdown;
        this.walk = new SourceWalk(source);
        this.source = source;
        this.seeker = walk.seeker();
        this.tags = new BraceTags(walk, markdown);
        this.marks = new SmallMarks(walk);
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
        while (!walk.atEnd()) {
            marks.dedent();
            if (walk.atEnd()) {
                break;
            }
            boolean lineStart = marks.isLineStart();
            if (lineStart && markdown && codeLine()) {
                continue;
            }
            if (lineStart && LineMarks.isDropped(source, walk.at(), walk.lineEnd())) {
                walk.moveTo(walk.lineEnd() + 1);
                continue;
            }
            character(walk.ahead(0));
            copyPlain();
        }
        return walk.out().toString();
    }

    /** Copies a line of code, without raw tags; false when the line is none. */
    private boolean codeLine() {
        int end = walk.lineEnd();
        String line = source.substring(walk.at(), end);
        if (!code.isCode(line)) {
            return false;
        }
        walk.out().append(TemplateTag.withoutRaw(line));
        if (end < source.length()) {
            walk.out().append('\n');
        }
        walk.moveTo(end + 1);
        return true;
    }

    private void character(char c) {
        boolean done = tags.isRaw() && tags.takeRawMark() || switch (c) {
            case '`' -> markdown && codeSpan();
            case '<' -> htmlCode();
            case '{' -> tags.take() || marks.takeBrace();
            case '[' -> marks.takeBracket();
            case '$' -> marks.takeFormula();
            default -> false;
        };
        if (!done) {
            walk.copyTo(walk.at() + 1);
        }
    }

    /** Copies in one piece, up to the line's end, what no tag can begin in; most of every post is that. */
    private void copyPlain() {
        if (tags.isRaw() || walk.isAtLineStart()) {
            return;
        }
        int end = walk.at();
        while (end < source.length() && "`<{[$\n".indexOf(source.charAt(end)) < 0) {
            end++;
        }
        walk.copyTo(end);
    }

    private boolean codeSpan() {
        int at = walk.at();
        int ticks = 1;
        while (at + ticks < source.length() && source.charAt(at + ticks) == '`') {
            ticks++;
        }
        int close = seeker.closingTicks(at, ticks);
        String span = source.substring(at, close < 0 ? at + ticks : close + ticks);
        walk.out().append(TemplateTag.withoutRaw(span));
        walk.moveTo(at + span.length());
        return true;
    }

    /** Code written as HTML is copied; comments, scripts and styles as well, since nothing in them is shown. */
    private boolean htmlCode() {
        int at = walk.at();
        for (String name : HTML_CODE) {
            if (source.regionMatches(true, at + 1, name, 0, name.length())
                    && at + name.length() + 1 < source.length()
                    && !Character.isLetterOrDigit(source.charAt(at + name.length() + 1))) {
                int end = seeker.find("</" + name, at);
                if (end >= 0) {
                    walk.copyTo(end);
                }
                return end >= 0;
            }
        }
        int end = walk.startsWith("<!--") ? seeker.find("-->", at) : -1;
        if (end >= 0) {
            walk.copyTo(end + 3);
        }
        return end >= 0;
    }
}
