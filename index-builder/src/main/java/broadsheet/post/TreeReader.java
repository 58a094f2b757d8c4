package broadsheet.post;

import broadsheet.post.Value.Fields;
import broadsheet.post.Value.Items;
import broadsheet.post.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlMapper;

/** TOML and JSON to {@link Value}s; Jackson keeps no places of values, so these carry only the line of their block. */
final class TreeReader {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder().maxNestingDepth(32)
            .maxNumberLength(100).maxStringLength(1 << 22).build();
    private static final ObjectMapper TOML = TomlMapper
            .builder(TomlFactory.builder().streamReadConstraints(LIMITS).build()).build();
    private static final ObjectMapper JSON = JsonMapper
            .builder(JsonFactory.builder().streamReadConstraints(LIMITS)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build())
            .build();

    private TreeReader() {}

    /** @param end 0-based offset into the text, right after the closing brace */
    record Object(Fields fields, int end) {}

    /** The keys of a TOML document. */
    static Fields toml(String text, int firstLine) throws SyntaxException {
        if (text.length() > FrontMatter.MAX_LENGTH) {
            throw new SyntaxException("toml-too-long", "expected at most " + FrontMatter.MAX_LENGTH
                    + " characters of front matter, came " + text.length(), firstLine, 0);
        }
        try {
            return fields(TOML.readTree(text), firstLine);
        } catch (JacksonException e) {
            throw syntax("toml-syntax", e, firstLine);
        }
    }

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
     * The JSON object that begins at an offset; what comes after it is not looked at.
     *
     * @param firstLine 1-based line of that offset
     */
    static Object json(String text, int offset, int firstLine) throws SyntaxException {
        try (JsonParser parser = JSON.createParser(text.substring(offset))) {
            JsonNode tree = parser.readValueAsTree();
            return new Object(fields(tree, firstLine), offset + (int) parser.currentLocation().getCharOffset());
        } catch (JacksonException e) {
            throw syntax("json-syntax", e, firstLine);
        }
    }

    private static SyntaxException syntax(String code, JacksonException e, int firstLine) {
        TokenStreamLocation place = e.getLocation();
        boolean known = place != null && place.getLineNr() > 0;
        String message = String.valueOf(e.getOriginalMessage());
        int end = message.indexOf('\n');
        return new SyntaxException(code, end < 0 ? message : message.substring(0, end),
                known ? place.getLineNr() + firstLine - 1 : firstLine, known ? Math.max(0, place.getColumnNr()) : 0);
    }

    private static Fields fields(JsonNode node, int line) {
        Map<String, Value> entries = new LinkedHashMap<>();
        node.properties().forEach(entry -> entries.put(entry.getKey(), value(entry.getValue(), line)));
        return new Fields(entries, line, 0);
    }

    private static Value value(JsonNode node, int line) {
        if (node.isObject()) {
            return fields(node, line);
        }
        if (node.isArray()) {
            List<Value> items = new ArrayList<>();
            node.forEach(item -> items.add(value(item, line)));
            return new Items(items, line, 0);
        }
        return node.isNull() ? new Text("", true, line, 0) : new Text(node.asString(), !node.isString(), line, 0);
    }
}
