package broadsheet.post.frontmatter;

import broadsheet.post.Problems;
import broadsheet.post.SyntaxException;
import broadsheet.post.encoding.TextReports;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Items;
import broadsheet.post.frontmatter.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object to {@link Value}s with their places; of two equal keys the last one counts, with a warning. */
public final class JsonReader {

    static final StreamReadConstraints LIMITS = StreamReadConstraints.builder().maxNestingDepth(32)
            .maxNumberLength(100).maxStringLength(1 << 22).build();
    private static final ObjectMapper JSON = JsonMapper
            .builder(JsonFactory.builder().streamReadConstraints(LIMITS)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build())
            .build();

    private final JsonParser parser;
    private final int firstLine;
    private final int firstColumn;
    private final Problems problems;

    private JsonReader(JsonParser parser, int firstLine, int firstColumn, Problems problems) {
        this.parser = parser;
        this.firstLine = firstLine;
        this.firstColumn = firstColumn;
        this.problems = problems;
    }

    /** @param end 0-based offset into the text, right after the closing brace */
    public record Object(Fields fields, int end) {}

    /** Whether a JSON object with a key begins here, not a Liquid tag or a brace of prose. */
    static boolean looksLikeObject(String text, int offset) {
        if (text.charAt(offset) != '{') {
            return false;
        }
        int i = offset + 1;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i < text.length() && text.charAt(i) == '"';
    }

    /**
     * The JSON object that begins at an offset; what comes after it is not looked at. A value that is no object has
     * no keys.
     *
     * @param firstLine 1-based line of that offset
     */
    public static Object read(String text, int offset, int firstLine, Problems problems) throws SyntaxException {
        int firstColumn = TextReports.column(text, offset);
        try (JsonParser parser = JSON.createParser(text.substring(offset))) {
            JsonReader reader = new JsonReader(parser, firstLine, firstColumn, problems);
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            Fields fields = isObject ? reader.fields() : Fields.EMPTY;
            return new Object(fields, offset + (int) parser.currentLocation().getCharOffset());
        } catch (JacksonException e) {
            throw syntax("json-syntax", e, firstLine, firstColumn);
        }
    }

    /** The fault that Jackson found, in a text that begins at this 1-based place of the file. */
    static SyntaxException syntax(String code, JacksonException e, int firstLine, int firstColumn) {
        TokenStreamLocation place = e.getLocation();
        boolean known = place != null && place.getLineNr() > 0;
        String message = String.valueOf(e.getOriginalMessage());
        int end = message.indexOf('\n');
        return new SyntaxException(code, end < 0 ? message : message.substring(0, end),
                known ? line(place, firstLine) : firstLine, known ? column(place, firstColumn) : 0);
    }

    private static int line(TokenStreamLocation place, int firstLine) {
        return place.getLineNr() + firstLine - 1;
    }

    private static int column(TokenStreamLocation place, int firstColumn) {
        return Math.max(0, place.getColumnNr()) + (place.getLineNr() == 1 ? firstColumn - 1 : 0);
    }

    private Fields fields() {
        int line = line();
        int column = column();
        Map<String, Value> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (entries.containsKey(key)) {
                problems.duplicateKey(line(), column(), key);
            }
            parser.nextToken();
            entries.put(key, value());
        }
        return new Fields(entries, line, column);
    }

    private Value value() {
        int line = line();
        int column = column();
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields();
            case START_ARRAY -> {
                List<Value> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value());
                }
                yield new Items(items, line, column);
            }
            case VALUE_NULL -> new Text("", true, line, column);
            default -> new Text(parser.getString(), parser.currentToken() != JsonToken.VALUE_STRING, line, column);
        };
    }

    private int line() {
        return line(parser.currentTokenLocation(), firstLine);
    }

    private int column() {
        return column(parser.currentTokenLocation(), firstColumn);
    }
}
