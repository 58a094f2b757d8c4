package broadsheet.post.frontmatter;

import broadsheet.post.SyntaxException;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Items;
import broadsheet.post.frontmatter.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlMapper;

/** TOML to {@link Value}s; Jackson keeps no places of its values, so these carry only the line of their block. */
public final class TomlReader {

    private static final ObjectMapper TOML = TomlMapper
            .builder(TomlFactory.builder().streamReadConstraints(JsonReader.LIMITS).build()).build();

    private TomlReader() {}

    /** The keys of a TOML document. */
    public static Fields read(String text, int firstLine) throws SyntaxException {
        if (text.length() > FrontMatter.MAX_LENGTH) {
            throw new SyntaxException("toml-too-long", "expected at most " + FrontMatter.MAX_LENGTH
                    + " characters of front matter, found " + text.length(), firstLine, 0);
        }
        try {
            return fields(TOML.readTree(text), firstLine);
        } catch (JacksonException e) {
            throw JsonReader.syntax("toml-syntax", e, firstLine, 1);
        }
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
