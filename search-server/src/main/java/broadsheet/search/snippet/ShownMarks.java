package broadsheet.search.snippet;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** The marks that the snippets of a hit show so far, by their positions, and the pieces of the query shown whole. */
final class ShownMarks {

    private final Set<Long> marks = new HashSet<>();
    private final BitSet pieces = new BitSet();

    boolean has(int[] mark) {
        return marks.contains(key(mark));
    }

    void add(int[] mark) {
        marks.add(key(mark));
    }

    /** Whether a match of the span's piece is shown whole, this one or another. */
    boolean tells(Span span) {
        return pieces.get(span.piece());
    }

    /** Notes that the span's piece is shown whole, if all marks of the span are shown. */
    void check(Span span) {
        for (int[] mark : span.marks()) {
            if (!has(mark)) {
                return;
            }
        }
        pieces.set(span.piece());
    }

    private static long key(int[] mark) {
        return (long) mark[0] << 32 | mark[1];
    }
}
