package broadsheet.search.lucene.match;

import broadsheet.search.lucene.view.Budget;
import java.io.IOException;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * The posts that have positions. It is Lucene's {@code IntervalQuery}, which does not say what it looks for; another
 * engine needs to know.
 */
public final class PositionQuery extends Query {

    private final String field;
    private final Positions positions;
    private final IntervalQuery intervals;

    /** @param field that of the terms which name no other */
    public PositionQuery(String field, Positions positions, Budget budget) {
        this.field = field;
        this.positions = positions;
        this.intervals = new IntervalQuery(field, PositionIntervals.of(positions, field, budget));
    }

    public String field() {
        return field;
    }

    public Positions positions() {
        return positions;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        return intervals.createWeight(searcher, mode, boost);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        intervals.visit(visitor);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PositionQuery that && field.equals(that.field) && positions.equals(that.positions);
    }

    @Override
    public int hashCode() {
        return 31 * field.hashCode() + positions.hashCode();
    }

    @Override
    public String toString(String defaultField) {
        return intervals.toString(defaultField);
    }
}
