package broadsheet.search.lucene.match;

import broadsheet.search.lucene.view.Budget;
import org.apache.lucene.queries.intervals.FilteredIntervalsSource;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;

/**
 * The same intervals, each counted: a chain of nearness in one long text takes longer than Lucene, which looks at the
 * clock between texts alone, would notice.
 */
public final class CountedIntervals extends FilteredIntervalsSource {

    private final IntervalsSource counted;
    private final Budget budget;

    public CountedIntervals(IntervalsSource in, Budget budget) {
        super("counted", in);
        this.counted = in;
        this.budget = budget;
    }

    @Override
    protected boolean accept(IntervalIterator interval) {
        budget.count();
        return true;
    }

    @Override
    public String toString() {
        return counted.toString();
    }
}
