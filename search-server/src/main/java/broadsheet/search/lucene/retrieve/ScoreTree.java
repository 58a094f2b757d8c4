package broadsheet.search.lucene.retrieve;

import broadsheet.index.lucene.PostSchema;
import broadsheet.search.lucene.match.OneOf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
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

    ScoreTree(IndexSearcher searcher, Query query) {
        this.searcher = searcher;
        this.root = node(query, 1, false);
    }

    private sealed interface Node {}

    /** Parts: some must match, some may, others must not. */
    private record Group(List<Leaf> conditions, List<Leaf> exclusions, List<Node> required, List<Node> optional,
            int leastOptional) implements Node {}

    /** Alternatives; the best one counts. */
    private record BestOf(List<Node> parts) implements Node {}

    /** A query that scores by itself, or decides by itself. */
    static final class Leaf implements Node {
        private final Query query;
        private final ScoreMode mode;
        private final float boost;
        private final boolean headline;
        private final List<Weight> weight = new ArrayList<>(1);

        private Leaf(Query query, ScoreMode mode, float boost, boolean headline) {
            this.query = query;
            this.mode = mode;
            this.boost = boost;
            this.headline = headline;
        }

        Query query() {
            return query;
        }

        /** Whether it is one of the words that score only in a headline that has all of them. */
        boolean headline() {
            return headline;
        }
    }

    /** The score that a leaf gives a post. */
    record LeafScore(Leaf leaf, float score) {}

    private Node node(Query query, float boost, boolean headline) {
        return switch (query) {
            case BoostQuery boosted -> node(boosted.getQuery(), boost * boosted.getBoost(), headline);
            case BooleanQuery group -> group(group, boost);
            case OneOf one -> group(one.either(), boost);
            case DisjunctionMaxQuery best ->
                new BestOf(best.getDisjuncts().stream().map(part -> node(part, boost, headline)).toList());
            default -> new Leaf(query, ScoreMode.COMPLETE, boost, headline);
        };
    }

    private Node group(BooleanQuery group, float boost) {
        boolean headline = group.clauses().stream().anyMatch(ScoreTree::asksTheHeadline);
        List<Node> required = new ArrayList<>();
        List<Node> optional = new ArrayList<>();
        for (BooleanClause clause : group.clauses()) {
            if (clause.isScoring()) {
                (clause.isRequired() ? required : optional).add(node(clause.query(), boost, headline));
            }
        }
        List<Leaf> conditions = leaves(group, Occur.FILTER);
        boolean free = required.isEmpty() && conditions.isEmpty();
        return new Group(conditions, leaves(group, Occur.MUST_NOT), required, optional,
                Math.max(group.getMinimumNumberShouldMatch(), free ? 1 : 0));
    }

    private static List<Leaf> leaves(BooleanQuery group, Occur occur) {
        return group.clauses().stream().filter(clause -> clause.occur() == occur)
                .map(clause -> new Leaf(clause.query(), ScoreMode.COMPLETE_NO_SCORES, 1, false)).toList();
    }

    private static boolean asksTheHeadline(BooleanClause clause) {
        return clause.occur() == Occur.MUST && clause.query() instanceof TermQuery word
                && PostSchema.isTitle(word.getTerm().field());
    }

    /** The parts of a post's score, by its number in the segment; nothing where the query does not match it. */
    List<LeafScore> parts(LeafReaderContext segment, int document) throws IOException {
        List<LeafScore> parts = new ArrayList<>();
        return matches(root, parts, segment, document) ? parts : List.of();
    }

    /** The weight of a leaf; weights of languages that no hit has are never made. */
    Weight weight(Leaf leaf) throws IOException {
        if (leaf.weight.isEmpty()) {
            leaf.weight.add(searcher.createWeight(searcher.rewrite(leaf.query), leaf.mode, leaf.boost));
        }
        return leaf.weight.get(0);
    }

    /** Whether the post matches; if so, adds what scores. */
    private boolean matches(Node node, List<LeafScore> parts, LeafReaderContext segment, int document)
            throws IOException {
        return switch (node) {
            case Leaf leaf -> matches(leaf, parts, segment, document);
            case BestOf best -> matches(best, parts, segment, document);
            case Group group -> matches(group, parts, segment, document);
        };
    }

    private boolean matches(Leaf leaf, List<LeafScore> parts, LeafReaderContext segment, int document)
            throws IOException {
        Scorer scorer = weight(leaf).scorer(segment);
        if (scorer == null || scorer.iterator().advance(document) != document) {
            return false;
        }
        if (leaf.mode.needsScores()) {
            parts.add(new LeafScore(leaf, scorer.score()));
        }
        return true;
    }

    private boolean matches(BestOf best, List<LeafScore> parts, LeafReaderContext segment, int document)
            throws IOException {
        List<LeafScore> most = new ArrayList<>();
        boolean any = false;
        for (Node part : best.parts()) {
            List<LeafScore> one = new ArrayList<>();
            if (matches(part, one, segment, document)) {
                any = true;
                most = sum(one) > sum(most) ? one : most;
            }
        }
        parts.addAll(most);
        return any;
    }

    private static double sum(List<LeafScore> parts) {
        return parts.stream().mapToDouble(LeafScore::score).sum();
    }

    private boolean matches(Group group, List<LeafScore> parts, LeafReaderContext segment, int document)
            throws IOException {
        List<LeafScore> own = new ArrayList<>();
        for (Leaf condition : group.conditions()) {
            if (!matches(condition, own, segment, document)) {
                return false;
            }
        }
        for (Leaf exclusion : group.exclusions()) {
            if (matches(exclusion, own, segment, document)) {
                return false;
            }
        }
        for (Node part : group.required()) {
            if (!matches(part, own, segment, document)) {
                return false;
            }
        }
        int found = 0;
        for (Node part : group.optional()) {
            found += matches(part, own, segment, document) ? 1 : 0;
        }
        if (found < group.leastOptional()) {
            return false;
        }
        parts.addAll(own);
        return true;
    }
}
