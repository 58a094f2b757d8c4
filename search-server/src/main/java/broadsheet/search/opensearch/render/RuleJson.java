package broadsheet.search.opensearch.render;

import broadsheet.index.opensearch.Bounds;
import broadsheet.index.opensearch.ClusterSchema;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The rules that the clause {@code intervals} knows. */
final class RuleJson {

    /** Any number of positions may stand free. */
    static final int UNBOUNDED = -1;

    private RuleJson() {}

    /**
     * Terms at positions one behind the other.
     *
     * @param row as {@link Rows} writes it; nothing matches an empty one
     * @param field that of the clause
     * @param own the field that the terms stand in
     */
    static ObjectNode match(String row, String field, String own) {
        ObjectNode body = Json.object().put("query", row).put("analyzer", ClusterSchema.GIVEN).put("max_gaps", 0)
                .put("mode", "ordered");
        if (!own.equals(field)) {
            body.put("use_field", own);
        }
        return Json.clause("match", body, 1);
    }

    /** Any of some rules. */
    static Optional<ObjectNode> any(List<ObjectNode> rules) {
        return rules.size() < 2 ? rules.stream().findFirst() : Optional.of(anyOf(rules));
    }

    private static ObjectNode anyOf(List<ObjectNode> rules) {
        ObjectNode body = Json.object();
        body.set("intervals", Json.array(rules));
        return Json.clause("any_of", body, 1);
    }

    /** All of some rules. */
    static ObjectNode all(List<ObjectNode> rules, String mode, int most) {
        ObjectNode body = Json.object().put("max_gaps", most).put("mode", mode);
        body.set("intervals", Json.array(rules));
        return Json.clause("all_of", body, 1);
    }

    static ObjectNode filtered(ObjectNode rule, String filter, ObjectNode by) {
        ObjectNode filtered = anyOf(List.of(rule));
        ((ObjectNode) filtered.get("any_of")).putObject("filter").set(filter, by);
        return filtered;
    }

    /** The stretches of a kind, from the mark at the first word of each to that at its last. */
    static ObjectNode stretches(Bounds.Kind kind) {
        ObjectNode whole = all(List.of(mark(kind.first()), mark(kind.last())), "ordered", UNBOUNDED);
        return anyOf(List.of(whole, mark(kind.single())));
    }

    private static ObjectNode mark(String token) {
        return Json.clause("match", Json.object().put("query", token).put("use_field", ClusterSchema.BOUNDS), 1);
    }
}
