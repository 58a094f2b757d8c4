package broadsheet.search.opensearch.render;

import broadsheet.index.opensearch.Bounds;
import broadsheet.search.lucene.match.BoundedIntervals.Bound;
import broadsheet.search.lucene.match.Positions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import tools.jackson.databind.node.ObjectNode;

/**
 * Positions as rules of the clause {@code intervals}, about one field. Words of names stand on words of the text; so each
 * rule is made twice, for the text without what names have there, and for single names. What no post has is left out.
 */
final class PositionJson {

    private final String field;
    private final RenderContext context;
    private final Words words;

    private PositionJson(String field, RenderContext context, Words words) {
        this.field = field;
        this.context = context;
        this.words = words;
    }

    /** Which words count. */
    private enum Words {
        ALL,
        /** Those that no name put there. */
        OF_TEXT,
        OF_NAMES
    }

    /** Empty where no post has them. */
    static Optional<ObjectNode> of(Positions positions, String field, RenderContext context) {
        List<ObjectNode> either = new ArrayList<>();
        new PositionJson(field, context, Words.OF_TEXT).rule(positions).ifPresent(either::add);
        new PositionJson(field, context, Words.OF_NAMES).rule(positions)
                .ifPresent(rule -> either.add(RuleJson.filtered(rule, "contained_by",
                        RuleJson.stretches(Bounds.Kind.NAME))));
        return RuleJson.any(either);
    }

    /**
     * The same where words of the text and of names are not told apart, as far as a name's word may be among them.
     *
     * @param terms the words
     */
    static Optional<ObjectNode> mixed(Positions positions, List<Term> terms, String field, RenderContext context) {
        Optional<ObjectNode> names = new PositionJson(field, context, Words.OF_NAMES).terms(terms);
        return names.isEmpty()
                ? Optional.empty()
                : new PositionJson(field, context, Words.ALL).rule(positions)
                        .map(rule -> RuleJson.filtered(rule, "overlapping", names.get()));
    }

    private Optional<ObjectNode> rule(Positions positions) {
        return switch (positions) {
            case Positions.Nowhere nowhere -> Optional.empty();
            case Positions.OfTerm word -> terms(List.of(word.term()));
            case Positions.OfAny any -> terms(terms(any));
            case Positions.Row row -> row(row);
            case Positions.Either either -> RuleJson.any(rules(either.parts()));
            case Positions.Apart apart -> apart(apart);
            case Positions.Together together -> together(together, RuleJson.UNBOUNDED);
            case Positions.Near near when near.in() instanceof Positions.Together both -> together(both, near.most());
            case Positions.Near near -> rule(near.in());
            case Positions.Within within when words == Words.OF_NAMES -> Optional.empty();
            case Positions.Within within -> rule(within.in())
                    .map(rule -> RuleJson.filtered(rule, "contained_by", RuleJson.stretches(kind(within.bound()))));
            case Positions.Marked marked -> rule(marked.in());
        };
    }

    private List<ObjectNode> rules(List<Positions> parts) {
        List<ObjectNode> rules = new ArrayList<>();
        parts.forEach(part -> rule(part).ifPresent(rules::add));
        return rules;
    }

    private static List<Term> terms(Positions.OfAny any) {
        return any.terms().terms().stream().map(bytes -> new Term(any.terms().field(), bytes)).toList();
    }

    /** Any of some terms of one field, at one position. */
    private Optional<ObjectNode> terms(List<Term> terms) {
        List<Term> here = here(terms);
        if (words != Words.OF_TEXT) {
            return Rows.any(here).rule(field);
        }
        List<ObjectNode> either = new ArrayList<>();
        Rows.any(here.stream().filter(term -> !context.isInNames(term)).toList()).rule(field).ifPresent(either::add);
        for (Term term : here) {
            if (context.isInNames(term)) {
                ObjectNode rule = Rows.any(List.of(term)).rule(field).orElseThrow();
                either.add(RuleJson.filtered(rule, "not_contained_by", inNames(List.of(term))));
            }
        }
        return RuleJson.any(either);
    }

    /** Those of some terms that occur, as their field has them or as that of names. */
    private List<Term> here(List<Term> terms) {
        return words == Words.OF_NAMES
                ? terms.stream().filter(context::isInNames).map(RenderContext::inNames).toList()
                : terms.stream().filter(context::occurs).toList();
    }

    private ObjectNode inNames(List<Term> terms) {
        return Rows.any(terms.stream().map(RenderContext::inNames).toList()).rule(field).orElseThrow();
    }

    /** A row stands in one field: the words of a quotation do, the stems of a compound, and those of a synonym. */
    private Optional<ObjectNode> row(Positions.Row row) {
        Rows text = new Rows();
        List<Term> named = new ArrayList<>();
        for (int i = 0; i < row.parts().size(); i++) {
            List<Term> all = switch (row.parts().get(i)) {
                case Positions.OfTerm word -> List.of(word.term());
                case Positions.OfAny any -> terms(any);
                default -> throw new IllegalArgumentException("no rule for a row with " + row.parts().get(i));
            };
            List<Term> here = here(all);
            if (here.isEmpty()) {
                return Optional.empty();
            }
            all.stream().filter(context::isInNames).forEach(named::add);
            text.add(row.gaps().get(i), here);
        }
        if (words != Words.OF_TEXT || named.isEmpty()) {
            return text.rule(field);
        }
        boolean dense = row.gaps().stream().allMatch(gap -> gap == 0);
        return dense
                ? Optional.of(RuleJson.all(rules(row.parts()), "ordered", 0))
                : text.rule(field).map(rule -> RuleJson.filtered(rule, "not_containing", inNames(named)));
    }

    private Optional<ObjectNode> apart(Positions.Apart apart) {
        Optional<ObjectNode> other = rule(apart.other());
        return other.isEmpty()
                ? rule(apart.in())
                : rule(apart.in()).map(in -> RuleJson.filtered(in, "not_overlapping", other.get()));
    }

    private Optional<ObjectNode> together(Positions.Together together, int most) {
        List<ObjectNode> parts = rules(together.parts());
        return parts.size() < together.parts().size()
                ? Optional.empty()
                : Optional.of(RuleJson.all(parts, switch (together.order()) {
                    case AS_GIVEN -> "ordered";
                    case ANY -> "unordered";
                    case ANY_APART -> "unordered_no_overlap";
                }, most));
    }

    private static Bounds.Kind kind(Bound bound) {
        return switch (bound) {
            case TITLE -> Bounds.Kind.TITLE;
            case LEAD -> Bounds.Kind.LEAD;
            case BODY -> Bounds.Kind.BODY;
            case SENTENCE -> Bounds.Kind.SENTENCE;
            case PARAGRAPH -> Bounds.Kind.PARAGRAPH;
        };
    }
}
