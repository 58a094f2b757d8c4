package broadsheet.post.template;

/**
 * Marks of other languages than Liquid and Hugo: kramdown's attribute lists and footnotes, comments of Nunjucks and
 * MDX, shortcodes of WordPress, formulas. The marks go; a footnote's text becomes a paragraph.
 */
final class SmallMarks {

    private final SourceWalk walk;
    private final String source;
    private final Seeker seeker;
    /** Whether the lines are those of a footnote. */
    private boolean footnote;
    /** Where the present line of a footnote begins without its indentation; -1 outside of one. */
    private int dedented = -1;

    SmallMarks(SourceWalk walk) {
        this.walk = walk;
        this.source = walk.source();
        this.seeker = walk.seeker();
    }

    /** Whether the walk is at the beginning of a line, a footnote's indentation not counted. */
    boolean isLineStart() {
        return walk.isAtLineStart() || walk.at() == dedented;
    }

    /** Lines that go on a footnote are indented by four; without its mark they would be code. */
    void dedent() {
        if (!footnote || !walk.isAtLineStart() || walk.at() == dedented) {
            return;
        }
        if (walk.startsWith("    ") || walk.startsWith("\t")) {
            walk.moveTo(walk.at() + (walk.ahead(0) == '\t' ? 1 : 4));
            dedented = walk.at();
        } else {
            footnote = walk.ahead(0) == '\n';
        }
    }

    /** Takes what begins at the brace here: {@code {:.wide}}, {@code {# note #}}, <code>{/* note *&#47;}</code>. */
    boolean takeBrace() {
        int at = walk.at();
        return switch (walk.ahead(1)) {
            case '#' -> at + 2 < source.length() && Character.isWhitespace(source.charAt(at + 2))
                    ? walk.moveBehind(seeker.find("#}", at), 2)
                    : attributes();
            case '/' -> walk.startsWith("{/*") && walk.moveBehind(seeker.find("*/}", at), 3);
            case ':' -> kramdown();
            case '.' -> attributes();
            default -> false;
        };
    }

    private boolean kramdown() {
        int end = seeker.find("}", walk.at());
        if (end < 0 || end > walk.lineEnd()) {
            return false;
        }
        int comment = walk.startsWith("{::comment}") ? seeker.find("{:/", end) : -1;
        return walk.moveBehind(comment < 0 ? end : seeker.find("}", comment), 1);
    }

    /** {@code {#offers}}, {@code {.center}} at the end of a line. */
    private boolean attributes() {
        int end = seeker.find("}", walk.at());
        int lineEnd = walk.lineEnd();
        boolean last = end >= 0 && end < lineEnd && source.substring(end + 1, lineEnd).isBlank();
        return last && source.substring(walk.at() + 2, end).matches("[\\w .#=\":-]+") && walk.moveBehind(end, 1);
    }

    /** Takes the mark of a footnote ({@code [^1]}, {@code [^1]: text}) or a shortcode of WordPress. */
    boolean takeBracket() {
        int lineEnd = walk.lineEnd();
        if (!walk.startsWith("[^")) {
            return walk.moveBehind(WordPressTag.end(source, walk.at(), lineEnd), 0);
        }
        int end = seeker.find("]", walk.at());
        boolean mark = end > walk.at() + 2 && end < lineEnd && !source.substring(walk.at(), end).contains(" ");
        if (mark && source.startsWith(":", end + 1) && LineMarks.isBlankBefore(source, walk.at())) {
            walk.out().append('\n');
            footnote = true;
            return walk.moveBehind(end, 2);
        }
        return mark && walk.moveBehind(end, 1);
    }

    /** Takes the {@code $$} around a formula, whose signs stay. */
    boolean takeFormula() {
        int at = walk.at();
        boolean mark = walk.startsWith("$$") && !walk.startsWith("$$$") && (at == 0 || source.charAt(at - 1) != '$');
        return mark && walk.moveBehind(at, 2);
    }
}
