package broadsheet.search.lucene.translate;

import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Typed words that are one: initials ({@code J. R. R.}), a number in groups ({@code 10 000}). They stand next to each other
 * in a text, or in one piece; the reading shows them as typed.
 */
final class JoinedWords {

    private static final Predicate<String> INITIAL = Pattern.compile("\\p{Lu}\\.?").asMatchPredicate();
    private static final Predicate<String> FIRST_GROUP = Pattern.compile("[1-9][0-9]{0,2}").asMatchPredicate();
    private static final Predicate<String> GROUP = Pattern.compile("[0-9]{3}").asMatchPredicate();

    private JoinedWords() {}

    /** The tree with such words as one. */
    static QueryNode in(QueryNode node) {
        List<QueryNode> children = node.children().stream().map(JoinedWords::in).toList();
        if (node instanceof QueryNode.Sequence) {
            List<QueryNode> joined = joined(children);
            return joined.size() == 1 ? joined.get(0) : new QueryNode.Sequence(joined);
        }
        return children.equals(node.children()) ? node : node.with(children);
    }

    private static List<QueryNode> joined(List<QueryNode> parts) {
        List<QueryNode> joined = new ArrayList<>();
        int at = 0;
        while (at < parts.size()) {
            int end = Math.max(end(parts, at, INITIAL, INITIAL), end(parts, at, FIRST_GROUP, GROUP));
            joined.add(end - at < 2 ? parts.get(at) : one(parts.subList(at, Math.max(end, at + 1))));
            at = Math.max(end, at + 1);
        }
        return joined;
    }

    /** Where a run of words ends of which the first is of one kind, and the others of another; exclusive. */
    private static int end(List<QueryNode> parts, int from, Predicate<String> first, Predicate<String> others) {
        if (!(parts.get(from) instanceof QueryNode.Word begin) || !mayJoin(begin.text().codePointAt(0))) {
            return from;
        }
        int end = from;
        while (end < parts.size() && parts.get(end) instanceof QueryNode.Word word && word.also().isEmpty()
                && (end == from ? first : others).test(word.text())) {
            end++;
        }
        return end;
    }

    /** Whether a word that begins so may be joined to others at all: asked first, as nearly all words may not. */
    private static boolean mayJoin(int first) {
        return first >= '1' && first <= '9' || Character.isUpperCase(first);
    }

    private static QueryNode one(List<QueryNode> words) {
        String text = words.stream().map(word -> ((QueryNode.Word) word).text()).collect(Collectors.joining(" "));
        return new QueryNode.Word(text, false);
    }
}
