package broadsheet.search.snippet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Sentences in which a part of the query stands, and what else of it stands there. */
final class Candidate {

    private final Stretch stretch;
    private final BitSet numbers = new BitSet();
    private final List<Stretch> parts = new ArrayList<>();
    private boolean several;

    Candidate(Stretch stretch) {
        this.stretch = stretch;
    }

    /** A piece of the query, or a part of one that does not fit into a passage, and where it stands. */
    record Part(int number, boolean several, Stretch stretch) {}

    Stretch stretch() {
        return stretch;
    }

    /** The pieces and parts that stand in the sentences. */
    BitSet numbers() {
        return numbers;
    }

    void addIfWithin(Part part) {
        if (stretch.holds(part.stretch())) {
            numbers.set(part.number());
            parts.add(part.stretch());
            several |= part.several();
        }
    }

    /** Whether a part of the query begins or ends in these sentences. */
    boolean isMarkedIn(Stretch run) {
        for (Stretch part : parts) {
            if (run.holds(part.first()) || run.holds(part.last())) {
                return true;
            }
        }
        return false;
    }

    /** Different words that no chosen passage has count most, then all words, phrases, repetition, an early place. */
    double worth(BitSet told) {
        return more(told) + 0.3 * numbers.cardinality() + (several ? 0.4 : 0)
                + 0.05 * Math.min(parts.size(), 4) - 0.3 * (stretch.last() - stretch.first())
                + 0.2 / (1 + stretch.first());
    }

    boolean tellsMore(BitSet told) {
        return more(told) > 0;
    }

    private int more(BitSet told) {
        int more = 0;
        for (int i = numbers.nextSetBit(0); i >= 0; i = numbers.nextSetBit(i + 1)) {
            more += told.get(i) ? 0 : 1;
        }
        return more;
    }
}
