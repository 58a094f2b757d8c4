package broadsheet.query;

import broadsheet.query.QueryNode.AllOf;
import broadsheet.query.QueryNode.AnyOf;
import broadsheet.query.QueryNode.Dates;
import broadsheet.query.QueryNode.Everything;
import broadsheet.query.QueryNode.Field;
import broadsheet.query.QueryNode.InField;
import broadsheet.query.QueryNode.Near;
import broadsheet.query.QueryNode.Not;
import broadsheet.query.QueryNode.Required;
import broadsheet.query.QueryNode.Same;
import broadsheet.query.QueryNode.Sequence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Builds trees in one form for each meaning, so that a reading has one tree: nothing is left of {@link Everything} in a
 * group, a group in a group of the same kind is one group, NOT of a NOT is neither, {@code +} stands only in a
 * sequence, a field holds no other field, date or exclusion, and NEAR joins only what has places in one text.
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
            default -> parts.add(node);
        }
    }

    QueryNode allOf(List<QueryNode> nodes) {
        List<QueryNode> parts = new ArrayList<>();
        for (QueryNode node : nodes) {
            switch (unrequired(node)) {
                case Everything nothing -> {
                }
                case AllOf group -> parts.addAll(group.parts());
                case QueryNode part -> parts.add(part);
            }
        }
        return parts.size() > 1 ? new AllOf(inOrder(parts)) : single(parts);
    }

    QueryNode anyOf(List<QueryNode> nodes) {
        List<QueryNode> parts = new ArrayList<>();
        for (QueryNode node : nodes) {
            switch (unrequired(node)) {
                case Everything nothing -> {
                }
                case AnyOf group -> parts.addAll(group.parts());
                case QueryNode part -> parts.add(part);
            }
        }
        return parts.size() > 1 ? new AnyOf(parts) : single(parts);
    }

    QueryNode not(QueryNode node) {
        return switch (unrequired(node)) {
            case Everything nothing -> nothing;
            case Not excluded -> excluded.node();
            case QueryNode part -> new Not(part);
        };
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
        if (node instanceof Everything) {
            return node;
        }
        if (hasPlaces(node)) {
            return new InField(field, node);
        }
        Function<List<QueryNode>, List<QueryNode>> each = parts -> parts.stream().map(p -> inField(field, p)).toList();
        return switch (node) {
            case Not excluded -> not(inField(field, excluded.node()));
            case Required required -> required(inField(field, required.node()));
            case Sequence group -> sequence(each.apply(group.parts()));
            case AllOf group -> allOf(each.apply(group.parts()));
            case AnyOf group -> anyOf(each.apply(group.parts()));
            default -> node;
        };
    }

    /** Two parts near each other; both posts' parts where they have no places in the same text. */
    QueryNode near(QueryNode left, QueryNode right, int at, Operator operator) {
        if (left instanceof Everything || right instanceof Everything) {
            return left instanceof Everything ? right : left;
        }
        if (left instanceof InField a && right instanceof InField b && a.field() == b.field()) {
            return new InField(a.field(), join(a.node(), b.node(), operator));
        }
        QueryNode first = unrequired(left);
        QueryNode second = unrequired(right);
        if (hasPlaces(first) && hasPlaces(second)) {
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

    /** Whether a node is made of words alone, so that it stands somewhere in a text. */
    private static boolean hasPlaces(QueryNode node) {
        return switch (node) {
            case InField f -> false;
            case Dates d -> false;
            case Required r -> false;
            case Not n -> false;
            case Everything e -> false;
            case Sequence group -> group.parts().stream().allMatch(TreeMaker::hasPlaces);
            case AllOf group -> group.parts().stream().allMatch(TreeMaker::hasPlaces);
            case AnyOf group -> group.parts().stream().allMatch(TreeMaker::hasPlaces);
            default -> true;
        };
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
        QueryLexer.noteSwapped(0, notes);
        QueryNode after = dates(typed.get(end).swapped());
        QueryNode before = dates(typed.get(begin).swapped());
        return parts.stream().map(part -> part == begin ? after : part == end ? before : part).toList();
    }
}
