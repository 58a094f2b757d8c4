package broadsheet.search.lucene.match;

import broadsheet.search.lucene.match.BoundedIntervals.Bound;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;

/**
 * What a query looks for by its positions, as a tree that says nothing of how it is found: an engine of Lucene's reads
 * intervals ({@link PositionIntervals}), a cluster is sent rules.
 */
public sealed interface Positions {

    /** Nothing. */
    record Nowhere(String why) implements Positions {}

    /** A term, in any field that has the positions of the post. */
    record OfTerm(Term term) implements Positions {}

    /** The many terms of a pattern. */
    record OfAny(AnyTermQuery terms) implements Positions {}

    /**
     * One part behind the other.
     *
     * @param gaps how many positions stand free before each part; 0 before the first
     */
    record Row(List<Positions> parts, List<Integer> gaps) implements Positions {}

    /** Any of the parts. */
    record Either(List<Positions> parts) implements Positions {}

    /** Those of one part that have no position in common with the other. */
    record Apart(Positions in, Positions other) implements Positions {}

    /** All parts, in this order or in any. */
    record Together(List<Positions> parts, Order order) implements Positions {}

    /** @param most how many positions may stand free between the parts */
    record Near(Positions in, int most) implements Positions {}

    /** Those that lie within a part, a sentence or a paragraph of the post. */
    record Within(Positions in, Bound bound) implements Positions {}

    /**
     * Those of a nearness.
     *
     * @param parts its words, phrases and patterns, which are marked
     */
    record Marked(Positions in, List<Positions> parts) implements Positions {}

    /** How parts that stand together follow each other. */
    enum Order {
        AS_GIVEN,
        ANY,
        /** In any order, and no part on another. */
        ANY_APART
    }

    /** Terms one behind the other; pairs of characters that share one count from the first character. */
    static Positions row(List<TermAt> terms) {
        List<Positions> parts = new ArrayList<>();
        terms.forEach(term -> parts.add(new OfTerm(term.term())));
        return row(terms, parts);
    }

    /** The same where something else stands for each term. */
    static Positions row(List<TermAt> terms, List<Positions> parts) {
        List<Integer> gaps = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            gaps.add(i == 0 ? 0 : terms.get(i).position() - terms.get(i - 1).position() - 1);
        }
        return parts.size() == 1 ? parts.get(0) : new Row(List.copyOf(parts), List.copyOf(gaps));
    }

    /** Any of the parts, or the one part there is. */
    static Positions either(List<Positions> parts) {
        return parts.size() == 1 ? parts.get(0) : new Either(List.copyOf(parts));
    }

    /** The words, phrases and patterns of a nearness; of anything else, itself. */
    static List<Positions> parts(Positions positions) {
        return positions instanceof Marked marked ? marked.parts() : List.of(positions);
    }
}
