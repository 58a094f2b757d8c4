package broadsheet.post;

import broadsheet.post.ArchiveWalk.Source;
import broadsheet.post.Value.Fields;
import java.util.Map;

/**
 * JSON Lines: one post a line, in the keys of the endpoint's hits: {@code url}, {@code title}, {@code excerpt},
 * {@code date}, {@code updated}, {@code authors}, {@code categories}, {@code tags}, {@code lang}, {@code image}, and
 * its text as {@code body} (plain), {@code markdown} or {@code html}. {@code {"title":"Storm","body":"It rained."}}
 */
final class JsonLines {

    private static final Map<String, Markup> BODIES = Map.of("body", Markup.TEXT, "text", Markup.TEXT, "content",
            Markup.TEXT, "markdown", Markup.MARKDOWN, "content_text", Markup.TEXT, "html", Markup.HTML, "content_html",
            Markup.HTML);

    private final Source source;
    private final ReadOptions options;
    private final Problems problems;

    JsonLines(Source source, ReadOptions options, Problems problems) {
        this.source = source;
        this.options = options;
        this.problems = problems;
    }

    /** The posts of these lines; empty lines count as lines but are no entries. */
    FileReading read(String text) {
        EntryReader entries = new EntryReader(source, options, problems);
        for (Lines lines = new Lines(text); !lines.atEnd(); lines.next()) {
            if (!lines.isBlank()) {
                take(lines.line(), lines.number(), entries);
            }
        }
        return entries.reading();
    }

    private void take(String line, int number, EntryReader entries) {
        if (line.length() > options.maxFileBytes()) {
            entries.failed(number, 0, "too-long", "longer than " + options.maxFileBytes() + ", the limit for one post");
            return;
        }
        String object = options.repairMojibake() ? TextRepair.repair(line).text() : line;
        int start = object.length() - object.stripLeading().length();
        if (object.charAt(start) != '{') {
            entries.failed(number, start + 1, "json-syntax", "expected one JSON object a line");
            return;
        }
        try {
            Fields fields = JsonReader.read(object, start, number, problems).fields();
            for (String key : new String[]{"body", "text", "content", "markdown", "content_text", "html",
                    "content_html"}) {
                if (!fields.text(key).isEmpty()) {
                    entries.take(number, fields, fields.text(key), BODIES.get(key));
                    return;
                }
            }
            entries.take(number, fields, "", Markup.TEXT);
        } catch (SyntaxException e) {
            entries.failed(e.line(), e.column(), e.code(), e.getMessage());
        }
    }
}
