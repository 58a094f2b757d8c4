package broadsheet.query;

import broadsheet.query.QueryNode.AllOf;
import broadsheet.query.QueryNode.AnyOf;
import broadsheet.query.QueryNode.Dates;
import broadsheet.query.QueryNode.Everything;
import broadsheet.query.QueryNode.Field;
import broadsheet.query.QueryNode.Group;
import broadsheet.query.QueryNode.InField;
import broadsheet.query.QueryNode.Near;
import broadsheet.query.QueryNode.Not;
import broadsheet.query.QueryNode.Required;
import broadsheet.query.QueryNode.Same;
import broadsheet.query.QueryNode.Sequence;
import broadsheet.query.QueryNode.Text;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds trees in one form for each meaning, so that a reading has one tree: nothing is left of {@link Everything} in a
 * group, a group in a group of the same kind is one group, NOT of a NOT is neither, {@code +} stands only in a
 * sequence, a field holds no other field, date or exclusion, and NEAR joins only what has positions in one text.
 */
final class TreeMaker {

    private final QueryNotes notes;

    /** What was typed for each date in the tree: swapping 2024 and 2020 must give whole years again. */
    private final Map<QueryNode, DateTerm> typed = new IdentityHashMap<>();

    TreeMaker(QueryNotes notes) {
        this.notes = notes;
    }

    QueryNode dates(DateTerm term) {
        Dates dates = term.toNode();
        typed.put(dates, term);
        return dates;
    }

    /** The whole query; exclusions at its top hold whatever else is typed, so they leave a typed AND. */
    QueryNode root(QueryNode node) {
        List<QueryNode> parts = new ArrayList<>();
        spread(node, parts);
        return single(parts);
    }

    QueryNode sequence(List<QueryNode> nodes) {
        List<QueryNode> present = nodes.stream().filter(n -> !(n instanceof Everything)).toList();
        if (present.size() == 1) {
            return present.getFirst();
        }
        List<QueryNode> parts = new ArrayList<>();
        present.forEach(node -> spread(node, parts));
        return single(parts);
    }

    private QueryNode single(List<QueryNode> parts) {
        return switch (parts.size()) {
            case 0 -> new Everything();
            case 1 -> parts.getFirst();
            default -> new Sequence(inOrder(parts));
        };
    }

    private void spread(QueryNode node, List<QueryNode> parts) {
        switch (node) {
            case Everything nothing -> {
            }
            case Sequence group -> group.parts().forEach(part -> spread(part, parts));
            case AllOf group when group.parts().stream().anyMatch(Not.class::isInstance) -> {
                spread(allOf(group.parts().stream().filter(part -> !(part instanceof Not)).toList()), parts);
                group.parts().stream().filter(Not.class::isInstance).forEach(parts::add);
            }
            // To look for the same words again finds nothing else.
            case QueryNode.Pattern again when parts.contains(again) -> {
            }
            default -> parts.add(node);
        }
    }

    QueryNode allOf(List<QueryNode> nodes) {
        List<QueryNode> parts = parts(nodes, AllOf.class);
        return parts.size() > 1 ? new AllOf(inOrder(parts)) : single(parts);
    }

    QueryNode anyOf(List<QueryNode> nodes) {
        List<QueryNode> parts = parts(nodes, AnyOf.class);
        return parts.size() > 1 ? new AnyOf(parts) : single(parts);
    }

    /** The parts of a group; a group of the same kind among them gives its own parts. */
    private static List<QueryNode> parts(List<QueryNode> nodes, Class<? extends QueryNode> group) {
        List<QueryNode> parts = new ArrayList<>();
        for (QueryNode node : nodes) {
            QueryNode part = unrequired(node);
            if (group.isInstance(part)) {
                parts.addAll(part.children());
            } else if (!(part instanceof Everything)) {
                parts.add(part);
            }
        }
        return parts;
    }

    QueryNode not(QueryNode node) {
        QueryNode part = unrequired(node);
        if (part instanceof Everything) {
            return part;
        }
        return part instanceof Not excluded ? excluded.node() : new Not(part);
    }

    QueryNode required(QueryNode node) {
        return node instanceof Everything || node instanceof Not || node instanceof Required
                ? node
                : new Required(node);
    }

    private static QueryNode unrequired(QueryNode node) {
        return node instanceof Required required ? required.node() : node;
    }

    /** The field goes down to the parts where the group holds something that is in no field. */
    QueryNode inField(Field field, QueryNode node) {
        if (node instanceof InField) {
            return node;
        }
        return isInText(node)
                ? new InField(field, node)
                : node.with(node.children().stream().map(part -> inField(field, part)).toList());
    }

    /** Two parts near each other; joined by AND where they have no positions in the same text. */
    QueryNode near(QueryNode left, QueryNode right, int at, Operator operator) {
        if (left instanceof Everything || right instanceof Everything) {
            return left instanceof Everything ? right : left;
        }
        if (left instanceof InField a && right instanceof InField b && a.field() == b.field()) {
            return new InField(a.field(), join(a.node(), b.node(), operator));
        }
        QueryNode first = unrequired(left);
        QueryNode second = unrequired(right);
        if (isInText(first) && isInText(second)) {
            return join(first, second, operator);
        }
        notes.add(at, "near-operand",
                "Nearness joins words, phrases and groups of them in one field; here it was read as AND.");
        return allOf(List.of(first, second));
    }

    private static QueryNode join(QueryNode left, QueryNode right, Operator operator) {
        return switch (operator.kind()) {
            case SENTENCE -> new Same(left, right, QueryNode.Unit.SENTENCE);
            case PARAGRAPH -> new Same(left, right, QueryNode.Unit.PARAGRAPH);
            case PRE -> new Near(left, right, operator.allowedDistance(), true);
            default -> new Near(left, right, operator.allowedDistance(), false);
        };
    }

    /** Whether a node is made of words alone, so that it has positions in a text. */
    private static boolean isInText(QueryNode node) {
        return node instanceof Text
                || node instanceof Group && node.children().stream().allMatch(TreeMaker::isInText);
    }

    /** One {@code after:} and one {@code before:} side by side that leave no day between them change places. */
    private List<QueryNode> inOrder(List<QueryNode> parts) {
        List<Dates> begins = parts.stream().filter(Dates.class::isInstance).map(Dates.class::cast)
                .filter(d -> d.to().isEmpty()).toList();
        List<Dates> ends = parts.stream().filter(Dates.class::isInstance).map(Dates.class::cast)
                .filter(d -> d.from().isEmpty()).toList();
        if (begins.size() != 1 || ends.size() != 1) {
            return parts;
        }
        Dates begin = begins.getFirst();
        Dates end = ends.getFirst();
        if (!begin.from().orElseThrow().isAfter(end.to().orElseThrow())) {
            return parts;
        }
        notes.swapped(0);
        QueryNode after = dates(typed.get(end).swapped());
        QueryNode before = dates(typed.get(begin).swapped());
        return parts.stream().map(part -> part == begin ? after : part == end ? before : part).toList();
    }
}
