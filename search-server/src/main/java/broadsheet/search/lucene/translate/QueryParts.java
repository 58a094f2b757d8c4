package broadsheet.search.lucene.translate;

import broadsheet.query.QueryNode;
import broadsheet.query.QueryReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A query taken apart by what its parts do.
 *
 * @param content what should be there, and may lack in a relaxed answer
 * @param required what must be there in any case
 * @param filters what must be there and says nothing of how well a post fits: dates, authors, sections, languages
 * @param excluded what must not be there
 * @param stopWords words that were left out of the content, as they decide nothing
 */
record QueryParts(List<QueryNode> content, List<QueryNode> required, List<QueryNode> filters,
        List<QueryNode> excluded, List<QueryNode> stopWords) {

    static QueryParts of(QueryNode root, TypedWords words) {
        QueryParts parts = new QueryParts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                List.of());
        List<QueryNode> all = root instanceof QueryNode.Sequence sequence ? sequence.parts() : List.of(root);
        for (QueryNode part : all) {
            parts.sort(part);
        }
        boolean alone = parts.required().isEmpty() && parts.filters().isEmpty();
        List<QueryNode> meaning = withoutStopWords(parts.content(), words);
        boolean onlyStopWords = meaning.size() == parts.content().size()
                && meaning.stream().allMatch(p -> isStopWord(p, words));
        List<QueryNode> content = onlyStopWords && !alone ? List.of() : meaning;
        List<QueryNode> stopWords = content.size() == parts.content().size()
                ? List.of()
                : parts.content().stream().filter(part -> !content.contains(part)).toList();
        return new QueryParts(content, parts.required(), parts.filters(), parts.excluded(), stopWords);
    }

    /** Whether it is content alone. */
    boolean isContent() {
        return required.isEmpty() && filters.isEmpty() && excluded.isEmpty();
    }

    private void sort(QueryNode part) {
        switch (part) {
            case QueryNode.Not not -> excluded.add(not.node());
            case QueryNode.Required must -> (isFilter(must.node()) ? filters : required).add(must.node());
            case QueryNode.Sequence group -> group.parts().forEach(this::sort);
            case QueryNode.Everything everything -> {
            }
            default -> (isFilter(part) ? filters : content).add(part);
        }
    }

    private static boolean isFilter(QueryNode part) {
        return part instanceof QueryNode.Dates || part instanceof QueryNode.InField field && switch (field.field()) {
            case AUTHOR, CATEGORY, TAG, LANG -> true;
            case TITLE, LEAD, BODY -> false;
        };
    }

    /** The parts without plain stop words; all of them when nothing else is left. */
    static List<QueryNode> withoutStopWords(List<QueryNode> parts, TypedWords words) {
        List<QueryNode> left = new ArrayList<>(parts.size());
        for (QueryNode part : parts) {
            if (!isStopWord(part, words)) {
                left.add(part);
            }
        }
        if (left.size() == parts.size()) {
            return parts;
        }
        boolean nothing = left.stream().allMatch(QueryNode.Not.class::isInstance);
        return nothing ? parts : left;
    }

    private static boolean isStopWord(QueryNode part, TypedWords words) {
        return part instanceof QueryNode.Word word && words.isStopWord(word);
    }

    /** The text of a leaf, without its signs; a pattern with them. */
    static String text(QueryNode node) {
        return node instanceof QueryNode.Text leaf && !(node instanceof QueryNode.Pattern)
                ? leaf.text()
                : QueryReading.of(node);
    }

    /**
     * {@code (a b) NEAR/5 c} asks that a and b both stand near c: one question for each. Empty when neither side is
     * such a group.
     */
    static Optional<List<QueryNode>> spread(QueryNode.Close close) {
        List<QueryNode> lefts = together(close.left());
        List<QueryNode> rights = together(close.right());
        if (lefts.size() == 1 && rights.size() == 1) {
            return Optional.empty();
        }
        List<QueryNode> spread = new ArrayList<>();
        for (QueryNode left : lefts) {
            for (QueryNode right : rights) {
                spread.add(close.with(List.of(left, right)));
            }
        }
        return Optional.of(spread);
    }

    private static List<QueryNode> together(QueryNode node) {
        return node instanceof QueryNode.Sequence || node instanceof QueryNode.AllOf
                ? node.children()
                : List.of(node);
    }
}
