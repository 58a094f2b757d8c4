package broadsheet.search.lucene.match;

import broadsheet.search.lucene.view.Budget;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;

/** Positions as intervals of one field; positions of other fields of the same text are the same. */
final class PositionIntervals {

    private final String field;
    private final Budget budget;

    private PositionIntervals(String field, Budget budget) {
        this.field = field;
        this.budget = budget;
    }

    /** @param budget counts what is read */
    static IntervalsSource of(Positions positions, String field, Budget budget) {
        return new PositionIntervals(field, budget).source(positions);
    }

    private IntervalsSource source(Positions positions) {
        return switch (positions) {
            case Positions.Nowhere nowhere -> Intervals.noIntervals(nowhere.why());
            case Positions.OfTerm word -> new CountedIntervals(term(field, word.term()), budget);
            case Positions.OfAny any -> new CountedIntervals(new AnyTermIntervals(any.terms()), budget);
            case Positions.Row row -> row(row);
            case Positions.Either either -> Intervals.or(sources(either.parts()));
            case Positions.Apart apart -> Intervals.nonOverlapping(source(apart.in()), source(apart.other()));
            case Positions.Together together -> together(together);
            case Positions.Near near -> Intervals.maxgaps(near.most(), source(near.in()));
            case Positions.Within within -> new BoundedIntervals(source(within.in()), within.bound());
            case Positions.Marked marked -> new MarkedIntervals(source(marked.in()), List.of(sources(marked.parts())));
        };
    }

    private IntervalsSource[] sources(List<Positions> parts) {
        return parts.stream().map(this::source).toArray(IntervalsSource[]::new);
    }

    private IntervalsSource row(Positions.Row row) {
        IntervalsSource[] parts = sources(row.parts());
        for (int i = 0; i < parts.length; i++) {
            parts[i] = behind(row.gaps().get(i), parts[i]);
        }
        return Intervals.phrase(parts);
    }

    private IntervalsSource together(Positions.Together together) {
        IntervalsSource[] parts = sources(together.parts());
        return switch (together.order()) {
            case AS_GIVEN -> Intervals.ordered(parts);
            case ANY -> Intervals.unordered(parts);
            case ANY_APART -> Intervals.unorderedNoOverlaps(parts[0], parts[1]);
        };
    }

    /** Terms one behind the other. */
    static IntervalsSource sequence(String field, List<TermAt> terms) {
        IntervalsSource[] parts = new IntervalsSource[terms.size()];
        for (int i = 0; i < parts.length; i++) {
            int gap = i == 0 ? 0 : terms.get(i).position() - terms.get(i - 1).position() - 1;
            parts[i] = behind(gap, term(field, terms.get(i).term()));
        }
        return parts.length == 1 ? parts[0] : Intervals.phrase(parts);
    }

    private static IntervalsSource behind(int gap, IntervalsSource part) {
        return gap == 0 ? part : Intervals.extend(part, gap, 0);
    }

    private static IntervalsSource term(String field, Term term) {
        IntervalsSource source = Intervals.term(term.bytes());
        return term.field().equals(field) ? source : Intervals.fixField(term.field(), source);
    }
}
