package broadsheet.query;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Marks words in capitals where the capitals say something: {@code US} in {@code US election}, not in
 * {@code US ELECTION}. It looks at the words of the tree alone, so that a reading is marked as the query was.
 */
final class Acronyms {

    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2,5}|\\p{Lu}(?:\\.\\p{Lu}){1,4}\\.?");

    private Acronyms() {}

    static QueryNode mark(QueryNode root) {
        return hasOtherLetters(root) ? marked(root) : root;
    }

    private static boolean hasOtherLetters(QueryNode node) {
        return switch (node) {
            case QueryNode.Everything e -> false;
            case QueryNode.Dates d -> false;
            case QueryNode.Word w -> hasOtherLetters(w.text());
            case QueryNode.Phrase p -> hasOtherLetters(p.text());
            case QueryNode.Prefix p -> hasOtherLetters(p.text());
            case QueryNode.Wildcard w -> hasOtherLetters(w.pattern());
            case QueryNode.Fuzzy f -> hasOtherLetters(f.text());
            case QueryNode.InField f -> hasOtherLetters(f.node());
            case QueryNode.Near n -> hasOtherLetters(n.left()) || hasOtherLetters(n.right());
            case QueryNode.Same s -> hasOtherLetters(s.left()) || hasOtherLetters(s.right());
            case QueryNode.Sequence s -> s.parts().stream().anyMatch(Acronyms::hasOtherLetters);
            case QueryNode.AllOf a -> a.parts().stream().anyMatch(Acronyms::hasOtherLetters);
            case QueryNode.AnyOf a -> a.parts().stream().anyMatch(Acronyms::hasOtherLetters);
            case QueryNode.Required r -> hasOtherLetters(r.node());
            case QueryNode.Not n -> hasOtherLetters(n.node());
        };
    }

    /** Letters of scripts without capitals count too: in a Chinese query, Latin capitals are a choice. */
    private static boolean hasOtherLetters(String text) {
        return text.codePoints().anyMatch(c -> Character.isLetter(c) && !Character.isUpperCase(c));
    }

    private static QueryNode marked(QueryNode node) {
        return switch (node) {
            case QueryNode.Word w -> new QueryNode.Word(w.text(), CAPITALS.matcher(w.text()).matches());
            case QueryNode.InField f -> new QueryNode.InField(f.field(), marked(f.node()));
            case QueryNode.Near n ->
                new QueryNode.Near(marked(n.left()), marked(n.right()), n.distance(), n.ordered());
            case QueryNode.Same s -> new QueryNode.Same(marked(s.left()), marked(s.right()), s.unit());
            case QueryNode.Sequence s -> new QueryNode.Sequence(marked(s.parts()));
            case QueryNode.AllOf a -> new QueryNode.AllOf(marked(a.parts()));
            case QueryNode.AnyOf a -> new QueryNode.AnyOf(marked(a.parts()));
            case QueryNode.Required r -> new QueryNode.Required(marked(r.node()));
            case QueryNode.Not n -> new QueryNode.Not(marked(n.node()));
            default -> node;
        };
    }

    private static List<QueryNode> marked(List<QueryNode> nodes) {
        return nodes.stream().map(Acronyms::marked).toList();
    }
}
