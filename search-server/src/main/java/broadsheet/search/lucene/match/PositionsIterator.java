package broadsheet.search.lucene.match;

import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;

/** Words at positions that are known, as Lucene goes through matches. */
final class PositionsIterator implements IntervalMatchesIterator {

    private final Query query;
    private final int[] positions;
    private int next;
    private int position = -1;

    /** @param positions ascending */
    PositionsIterator(Query query, int[] positions) {
        this.query = query;
        this.positions = positions;
    }

    @Override
    public boolean next() {
        boolean more = next < positions.length;
        position = more ? positions[next++] : IntervalIterator.NO_MORE_INTERVALS;
        return more;
    }

    @Override
    public int startPosition() {
        return position;
    }

    @Override
    public int endPosition() {
        return position;
    }

    /** The index keeps no offsets. */
    @Override
    public int startOffset() {
        return -1;
    }

    @Override
    public int endOffset() {
        return -1;
    }

    @Override
    public MatchesIterator getSubMatches() {
        return null;
    }

    @Override
    public Query getQuery() {
        return query;
    }

    @Override
    public int gaps() {
        return 0;
    }

    @Override
    public int width() {
        return 1;
    }
}
