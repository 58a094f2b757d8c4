package broadsheet.search.lucene.match;

import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;

/** Words at positions that are known, as Lucene goes through matches. */
final class PlacesIterator implements IntervalMatchesIterator {

    private final Query query;
    private final int[] places;
    private int next;
    private int position = -1;

    /** @param places positions, ascending */
    PlacesIterator(Query query, int[] places) {
        this.query = query;
        this.places = places;
    }

    @Override
    public boolean next() {
        boolean more = next < places.length;
        position = more ? places[next++] : IntervalIterator.NO_MORE_INTERVALS;
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
