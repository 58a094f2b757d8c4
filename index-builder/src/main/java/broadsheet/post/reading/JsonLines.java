package broadsheet.post.reading;

import static java.util.Map.entry;

import broadsheet.post.FileReading;
import broadsheet.post.SyntaxException;
import broadsheet.post.encoding.Lines;
import broadsheet.post.frontmatter.JsonReader;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.markup.Markup;
import java.util.List;
import java.util.Map;

/**
 * JSON Lines: one post a line, in the keys of the endpoint's hits: {@code url}, {@code title}, {@code excerpt},
 * {@code date}, {@code updated}, {@code authors}, {@code categories}, {@code tags}, {@code lang}, {@code image}, and
 * its text as {@code body} (plain), {@code markdown} or {@code html}. {@code {"title":"Storm","body":"It rained."}}
 */
public final class JsonLines {

    /** The first of these that holds a text is the body. */
    private static final List<Map.Entry<String, Markup>> BODIES = List.of(entry("body", Markup.TEXT),
            entry("text", Markup.TEXT), entry("content", Markup.TEXT), entry("markdown", Markup.MARKDOWN),
            entry("content_text", Markup.TEXT), entry("html", Markup.HTML), entry("content_html", Markup.HTML));

    private static final int SHOWN = 20;

    private final ReadTask task;

    public JsonLines(ReadTask task) {
        this.task = task;
    }

    /** The posts of these lines; empty lines count as lines but are no entries. */
    public FileReading read(String text) {
        return read(text, 1);
    }

    /**
     * The posts of some lines of a file.
     *
     * @param firstLine the number of the first one: posts are named by the numbers of their lines
     */
    public FileReading read(String text, int firstLine) {
        EntryReader entries = new EntryReader(task, firstLine - 1);
        for (Lines lines = new Lines(text); !lines.atEnd(); lines.next()) {
            if (!lines.isBlank()) {
                take(lines.line(), lines.number(), entries);
            }
        }
        return entries.reading();
    }

    private void take(String line, int number, EntryReader entries) {
        if (line.length() > task.options().maxFileBytes()) {
            entries.failed(number, 0, "too-long",
                    "longer than " + task.options().maxFileBytes() + ", the limit for one post");
            return;
        }
        try {
            Fields fields = object(line, number);
            Map.Entry<String, Markup> body = BODIES.stream().filter(each -> !fields.text(each.getKey()).isEmpty())
                    .findFirst().orElse(BODIES.getFirst());
            entries.take(number, fields, body.getKey(), body.getValue());
        } catch (SyntaxException e) {
            entries.failed(e.line(), e.column(), e.code(), e.getMessage());
        }
    }

    private Fields object(String line, int number) throws SyntaxException {
        int start = line.length() - line.stripLeading().length();
        if (line.charAt(start) != '{') {
            throw new SyntaxException("json-syntax", "expected one JSON object a line", number, start + 1);
        }
        JsonReader.Object object = JsonReader.read(line, start, number, task.problems());
        String rest = line.substring(object.end()).strip();
        if (!rest.isEmpty()) {
            String shown = rest.length() > SHOWN ? rest.substring(0, SHOWN) + "…" : rest;
            throw new SyntaxException("json-syntax", "expected the line to end after its object, found '" + shown + "'",
                    number, line.indexOf(rest, object.end()) + 1);
        }
        return object.fields();
    }
}
