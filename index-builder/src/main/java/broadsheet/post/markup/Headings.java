package broadsheet.post.markup;

import broadsheet.post.encoding.Lines;
import java.util.Locale;

/** A title for a post whose front matter has none, from what stands at the top of its body. */
public final class Headings {

    /** Lines from the top in which a heading is the title; one further down belongs to a part of the text. */
    private static final int LINES_LOOKED_AT = 30;

    private Headings() {}

    /** The page's {@code <title>}, else the first heading of level 1 or 2 near the top, plain; empty when none. */
    public static String first(String body, Markup markup) {
        Lines lines = new Lines(body);
        String above = "";
        for (int i = 0; i < LINES_LOOKED_AT && !lines.atEnd(); i++) {
            String line = lines.line();
            String found = tagged(line);
            if (found.isEmpty() && markup != Markup.HTML) {
                found = marked(line, above);
            }
            if (!found.isEmpty()) {
                return PlainText.line(found);
            }
            if (line.startsWith("```") || line.startsWith("~~~")) {
                return "";
            }
            above = line;
            lines.next();
        }
        return "";
    }

    private static String marked(String line, String above) {
        if (line.startsWith("# ") || line.startsWith("## ")) {
            return line.substring(line.indexOf(' ') + 1).replaceFirst("\\s+#+\\s*$", "").strip();
        }
        boolean underline = line.length() >= 3 && (line.charAt(0) == '=' || line.charAt(0) == '-')
                && line.strip().chars().allMatch(c -> c == line.charAt(0));
        return underline && !above.isBlank() ? above.strip() : "";
    }

    private static String tagged(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        for (String tag : new String[]{"title", "h1", "h2"}) {
            int open = lower.indexOf("<" + tag);
            int start = open < 0 ? -1 : lower.indexOf('>', open);
            int end = start < 0 ? -1 : lower.indexOf("</" + tag, start);
            if (end > 0 && !line.substring(start + 1, end).isBlank()) {
                return line.substring(start + 1, end);
            }
        }
        return "";
    }
}
