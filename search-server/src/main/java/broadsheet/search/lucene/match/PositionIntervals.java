package broadsheet.search.lucene.match;

import java.util.List;
import java.util.function.Function;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.util.BytesRef;

/** Terms at their positions as intervals of one field; positions of other fields of the same text are the same. */
public final class PositionIntervals {

    private PositionIntervals() {}

    /** Terms one behind the other; pairs of characters that share one count from the first character. */
    public static IntervalsSource sequence(String field, List<TermAt> terms) {
        return sequence(terms, term -> term(field, term.term().field(), term.term().bytes()));
    }

    /** The same where something else may stand for a term. */
    public static IntervalsSource sequence(List<TermAt> terms, Function<TermAt, IntervalsSource> source) {
        IntervalsSource[] parts = new IntervalsSource[terms.size()];
        for (int i = 0; i < parts.length; i++) {
            IntervalsSource part = source.apply(terms.get(i));
            int gap = i == 0 ? 0 : terms.get(i).position() - terms.get(i - 1).position() - 1;
            parts[i] = gap == 0 ? part : Intervals.extend(part, gap, 0);
        }
        return parts.length == 1 ? parts[0] : Intervals.phrase(parts);
    }

    /** @param own the field that the term stands in */
    public static IntervalsSource term(String field, String own, BytesRef term) {
        IntervalsSource source = Intervals.term(term);
        return own.equals(field) ? source : Intervals.fixField(own, source);
    }
}
