package broadsheet.search.opensearch.render;

import broadsheet.index.opensearch.Bounds;
import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.search.lucene.match.BoundedIntervals.Bound;
import broadsheet.search.lucene.match.Positions;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Positions as rules of the clause {@code intervals}, about one field. */
final class PositionJson {

    private final String field;

    private PositionJson(String field) {
        this.field = field;
    }

    static ObjectNode of(Positions positions, String field) {
        return new PositionJson(field).rule(positions);
    }

    private ObjectNode rule(Positions positions) {
        return switch (positions) {
            case Positions.Nowhere nowhere -> match(new Rows().add(1, List.of()).text(), field);
            case Positions.OfTerm word -> match(Json.term(word.term()), word.term().field());
            case Positions.OfAny any -> match(Rows.any(terms(any)), any.terms().field());
            case Positions.Row row -> row(row);
            case Positions.Either either -> any(either.parts().stream().map(this::rule).toList());
            case Positions.Apart apart -> filtered(apart.in(), "not_overlapping", rule(apart.other()));
            case Positions.Together together -> together(together, -1);
            case Positions.Near near when near.in() instanceof Positions.Together both -> together(both, near.most());
            case Positions.Near near -> rule(near.in());
            case Positions.Within within -> filtered(within.in(), "contained_by", stretches(within.bound()));
            case Positions.Marked marked -> rule(marked.in());
        };
    }

    private static List<String> terms(Positions.OfAny any) {
        return any.terms().terms().stream().map(term -> Json.term(any.terms().field(), term)).toList();
    }

    /** @param own the field that the terms stand in */
    private ObjectNode match(String text, String own) {
        ObjectNode body = Json.object().put("query", text).put("analyzer", ClusterSchema.GIVEN);
        if (!own.equals(field)) {
            body.put("use_field", own);
        }
        return Json.clause("match", body, 1);
    }

    private static ObjectNode any(List<ObjectNode> rules) {
        ObjectNode body = Json.object();
        body.set("intervals", Json.array(rules, rule -> rule));
        return Json.clause("any_of", body, 1);
    }

    private ObjectNode filtered(Positions in, String filter, ObjectNode by) {
        ObjectNode rule = any(List.of(rule(in)));
        ObjectNode body = (ObjectNode) rule.get("any_of");
        body.putObject("filter").set(filter, by);
        return rule;
    }

    /** A row stands in one field: the words of a quotation do, the stems of a compound, and those of a synonym. */
    private ObjectNode row(Positions.Row row) {
        Rows text = new Rows();
        String own = field;
        for (int i = 0; i < row.parts().size(); i++) {
            List<String> terms = switch (row.parts().get(i)) {
                case Positions.OfTerm word -> {
                    own = word.term().field();
                    yield List.of(Json.term(word.term()));
                }
                case Positions.OfAny any -> {
                    own = any.terms().field();
                    yield terms(any);
                }
                default -> throw new IllegalArgumentException("no rule for a row with " + row.parts().get(i));
            };
            if (terms.isEmpty()) {
                return rule(new Positions.Nowhere("no word begins so"));
            }
            text.add(row.gaps().get(i), terms);
        }
        ObjectNode match = match(text.text(), own);
        ((ObjectNode) match.get("match")).put("max_gaps", 0).put("mode", "ordered");
        return match;
    }

    private ObjectNode together(Positions.Together together, int most) {
        ObjectNode body = Json.object().put("max_gaps", most).put("mode", switch (together.order()) {
            case AS_GIVEN -> "ordered";
            case ANY -> "unordered";
            case ANY_APART -> "unordered_no_overlap";
        });
        body.set("intervals", Json.array(together.parts(), this::rule));
        return Json.clause("all_of", body, 1);
    }

    /** The stretches of a kind, from the mark at the first word of each to that at its last. */
    private static ObjectNode stretches(Bound bound) {
        Bounds.Kind kind = switch (bound) {
            case TITLE -> Bounds.Kind.TITLE;
            case LEAD -> Bounds.Kind.LEAD;
            case BODY -> Bounds.Kind.BODY;
            case SENTENCE -> Bounds.Kind.SENTENCE;
            case PARAGRAPH -> Bounds.Kind.PARAGRAPH;
        };
        ObjectNode whole = Json.object().put("mode", "ordered");
        whole.set("intervals", Json.array(List.of(kind.first(), kind.last()), PositionJson::mark));
        return any(List.of(Json.clause("all_of", whole, 1), mark(kind.single())));
    }

    private static ObjectNode mark(String token) {
        return Json.clause("match", Json.object().put("query", token).put("use_field", ClusterSchema.BOUNDS), 1);
    }
}
