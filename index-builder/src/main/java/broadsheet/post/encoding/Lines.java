package broadsheet.post.encoding;

/** Walks a text line by line without cutting it up; lines end with {@code \n}. */
public final class Lines {

    private final String text;
    private int start;
    private int number = 1;

    public Lines(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** 0-based offset of the current line. */
    public int start() {
        return start;
    }

    /** 1-based number of the current line. */
    public int number() {
        return number;
    }

    public boolean atEnd() {
        return start >= text.length();
    }

    /** The current line without its end. */
    public String line() {
        return text.substring(start, end());
    }

    private int end() {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    public void next() {
        int end = end();
        start = Math.min(end + 1, text.length());
        number += end < text.length() ? 1 : 0;
    }

    /**
     * Goes on to the line in which this offset lies; an offset right after the last character of a line stays there.
     */
    public void moveTo(int offset) {
        while (!atEnd() && end() < offset) {
            next();
        }
        if (start < offset) {
            start = offset;
        }
    }

    public String rest() {
        return text.substring(start);
    }

    public boolean isBlank() {
        for (int i = start; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    public void skipBlank() {
        while (!atEnd() && isBlank()) {
            next();
        }
    }

    /** Whether the line is this fence and nothing else but spaces. */
    public boolean isFence(String fence) {
        return text.startsWith(fence, start) && text.substring(start + fence.length(), end()).isBlank();
    }
}
