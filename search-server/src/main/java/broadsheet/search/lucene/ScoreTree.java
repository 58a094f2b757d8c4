package broadsheet.search.lucene;

import broadsheet.index.PostFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/**
 * A query taken apart into the leaves that score. The score of a post is the sum of what its leaves give it, since all
 * that the translator joins queries by adds. Made once for a search, asked for each hit.
 */
final class ScoreTree {

    private final IndexSearcher searcher;
    private final Node root;

    ScoreTree(IndexSearcher searcher, Query query) throws IOException {
        this.searcher = searcher;
        this.root = node(query, 1, false);
    }

    /**
     * A query that scores by itself.
     *
     * @param headline it is one of the words that a headline must have all of to score
     */
    record Leaf(Query query, Weight weight, boolean headline) implements Node {}

    /** What a leaf gives a post. */
    record Part(Leaf leaf, float score) {}

    private sealed interface Node {}

    /** @param match decides whether the parts count */
    private record Group(Weight match, List<Node> parts) implements Node {}

    /** Alternatives of which the best one counts. */
    private record Best(List<Node> parts) implements Node {}

    private Node node(Query query, float boost, boolean headline) throws IOException {
        return switch (query) {
            case BoostQuery boosted -> node(boosted.getQuery(), boost * boosted.getBoost(), headline);
            case BooleanQuery group -> group(group, boost);
            case DisjunctionMaxQuery best -> best(best, boost, headline);
            default -> new Leaf(query, weight(query, ScoreMode.COMPLETE, boost), headline);
        };
    }

    private Node group(BooleanQuery group, float boost) throws IOException {
        boolean headline = group.clauses().stream().anyMatch(ScoreTree::asksTheHeadline);
        List<Node> parts = new ArrayList<>();
        for (BooleanClause clause : group.clauses()) {
            if (clause.isScoring()) {
                parts.add(node(clause.query(), boost, headline));
            }
        }
        return new Group(weight(group, ScoreMode.COMPLETE_NO_SCORES, 1), parts);
    }

    private Node best(DisjunctionMaxQuery query, float boost, boolean headline) throws IOException {
        List<Node> parts = new ArrayList<>();
        for (Query part : query.getDisjuncts()) {
            parts.add(node(part, boost, headline));
        }
        return new Best(parts);
    }

    private static boolean asksTheHeadline(BooleanClause clause) {
        return clause.isRequired() && clause.query() instanceof TermQuery word
                && word.getTerm().field().startsWith(PostFields.TITLE + "_");
    }

    private Weight weight(Query query, ScoreMode mode, float boost) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), mode, boost);
    }

    /** What makes the score of a post, by its number in the segment. */
    List<Part> parts(LeafReaderContext segment, int document) throws IOException {
        List<Part> parts = new ArrayList<>();
        add(parts, root, segment, document);
        return parts;
    }

    private void add(List<Part> parts, Node node, LeafReaderContext segment, int document) throws IOException {
        switch (node) {
            case Leaf leaf -> {
                Scorer scorer = leaf.weight().scorer(segment);
                if (scorer != null && scorer.iterator().advance(document) == document) {
                    parts.add(new Part(leaf, scorer.score()));
                }
            }
            case Best best -> {
                List<Part> most = List.of();
                for (Node part : best.parts()) {
                    List<Part> one = new ArrayList<>();
                    add(one, part, segment, document);
                    most = sum(one) > sum(most) ? one : most;
                }
                parts.addAll(most);
            }
            case Group group -> {
                Scorer scorer = group.match().scorer(segment);
                if (scorer != null && scorer.iterator().advance(document) == document) {
                    for (Node part : group.parts()) {
                        add(parts, part, segment, document);
                    }
                }
            }
        }
    }

    private static double sum(List<Part> parts) {
        return parts.stream().mapToDouble(Part::score).sum();
    }
}
