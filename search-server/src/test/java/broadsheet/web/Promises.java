package broadsheet.web;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What an OpenAPI document promises, one line each: {@code GET /tips answers 200}, {@code key Hit.copies[].id}. */
final class Promises {

    private final JsonNode contract;
    private final Set<String> lines = new TreeSet<>();

    Promises(JsonNode contract) {
        this.contract = contract;
    }

    Set<String> all() {
        contract.get("paths").properties().forEach(path -> path.getValue().properties().forEach(
                method -> address(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())));
        contract.at("/components/schemas").properties().forEach(schema -> schema(schema.getValue(), schema.getKey()));
        return lines;
    }

    private void address(String name, JsonNode operation) {
        lines.add(name);
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = resolved(reference);
            String takes = name + " takes " + parameter.get("name").asString();
            lines.add(takes);
            parameter.at("/schema/enum").forEach(value -> lines.add(takes + "=" + value.asString()));
        }
        operation.get("responses").properties().forEach(response -> {
            String answers = name + " answers " + response.getKey();
            lines.add(answers);
            resolved(response.getValue()).path("content").propertyNames()
                    .forEach(type -> lines.add(answers + " " + type));
        });
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? contract.at(node.get("$ref").asString().substring(1)) : node;
    }

    private void schema(JsonNode schema, String path) {
        schema.path("properties").properties().forEach(key -> {
            lines.add("key " + path + "." + key.getKey());
            schema(key.getValue(), path + "." + key.getKey());
        });
        schema.path("required").forEach(key -> lines.add("always " + path + "." + key.asString()));
        schema.path("enum").forEach(value -> lines.add("value " + path + " " + value.asString()));
        if (schema.has("items")) {
            schema(schema.get("items"), path + "[]");
        }
    }
}
