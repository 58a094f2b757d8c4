package broadsheet.web.text;

import broadsheet.search.Hit.Mark;
import java.util.List;
import java.util.function.Consumer;

/** Text and marks as HTML: the text is escaped first, then the marks are set, so {@code <mark>} is the only element. */
public final class MarkedText {

    /** What has a meaning in HTML or XML. */
    static final String SPECIAL = "&<>\"'";

    private MarkedText() {}

    /**
     * {@code html("a < b", [(4, 5)])} gives {@code a &lt; <mark>b</mark>}. A mark that reaches beyond the text or
     * into an earlier mark is cut.
     *
     * @param marks UTF-16 offsets into {@code text}, end exclusive, in order
     */
    public static String html(String text, List<Mark> marks) {
        StringBuilder html = new StringBuilder(text.length() + 16 * marks.size() + 16);
        write(text, marks, (from, to) -> escape(text, from, to, html), html::append);
        return html.toString();
    }

    /** Takes a part of a text, by its UTF-16 offsets. */
    @FunctionalInterface
    interface Part {
        void take(int from, int to);
    }

    /** The same in its pieces. @param escaped escapes and writes a part of the text @param tags takes the elements' tags */
    static void write(String text, List<Mark> marks, Part escaped, Consumer<String> tags) {
        int done = 0;
        for (Mark mark : marks) {
            int start = Math.clamp(mark.start(), done, text.length());
            int end = Math.clamp(mark.end(), start, text.length());
            if (start < end) {
                escaped.take(done, start);
                tags.accept("<mark>");
                escaped.take(start, end);
                tags.accept("</mark>");
                done = end;
            }
        }
        escaped.take(done, text.length());
    }

    /** The text with references for the five characters that have a meaning in HTML and XML; fit for attributes too. */
    public static String escape(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        escape(text, 0, text.length(), html);
        return html.toString();
    }

    private static void escape(String text, int from, int to, StringBuilder html) {
        int plain = from;
        for (int i = from; i < to; i++) {
            String reference = reference(text.charAt(i));
            if (!reference.isEmpty()) {
                html.append(text, plain, i).append(reference);
                plain = i + 1;
            }
        }
        html.append(text, plain, to);
    }

    /** The reference for a character; empty for one without a meaning in HTML. */
    static String reference(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> "";
        };
    }
}
