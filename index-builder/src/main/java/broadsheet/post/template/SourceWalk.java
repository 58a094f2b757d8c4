package broadsheet.post.template;

/** A walk over a source, from its front to its end: how far it has come, and what it has written. */
final class SourceWalk {

    private final String source;
    private final StringBuilder out;
    private final Seeker seeker;
    private int at;

    SourceWalk(String source) {
        this.source = source;
        this.out = new StringBuilder(source.length());
        this.seeker = new Seeker(source);
    }

    String source() {
        return source;
    }

    /** The text written so far; a caller that takes something back cuts it off the end. */
    StringBuilder out() {
        return out;
    }

    /** Looks ahead, from anywhere. */
    Seeker seeker() {
        return seeker;
    }

    /** 0-based offset of the next character. */
    int at() {
        return at;
    }

    boolean atEnd() {
        return at >= source.length();
    }

    /** The character {@code count} places after the next one; a space beyond the end. */
    char ahead(int count) {
        return at + count < source.length() ? source.charAt(at + count) : ' ';
    }

    boolean startsWith(String mark) {
        return source.startsWith(mark, at);
    }

    /** Offset of the line break that ends the present line, or the source's length. */
    int lineEnd() {
        return seeker.lineEnd(at);
    }

    /** Whether the next character is the first of its line. */
    boolean isAtLineStart() {
        return at == 0 || source.charAt(at - 1) == '\n';
    }

    void moveTo(int offset) {
        at = Math.min(source.length(), offset);
    }

    /** Goes on behind a mark of {@code length} that stands at {@code mark}; stays, with false, where that is -1. */
    boolean moveBehind(int mark, int length) {
        if (mark >= 0) {
            at = mark + length;
        }
        return mark >= 0;
    }

    void copyTo(int end) {
        out.append(source, at, end);
        at = end;
    }

    /** Takes back what the last line has so far, and goes on with the next line. */
    void dropLine() {
        out.setLength(out.lastIndexOf("\n") + 1);
        moveTo(lineEnd() + 1);
    }
}
