package broadsheet.search.lucene.retrieve;

import broadsheet.index.PostFields;
import broadsheet.search.lucene.view.MatchSet;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.SortedNumericDocValues;

/** How many of some posts each day has, in UTC. */
public final class DayCounts {

    private static final long DAY_MILLIS = 86_400_000L;
    /** Days that are counted in an array, from an archive's first on: 90 years; later ones are rare. */
    private static final int MOST_NUMBERED = 32_768;

    private final long first;
    private final int[] numbered;
    private final Map<Long, Integer> others = new HashMap<>();

    private DayCounts(long first, long last) {
        this.first = first;
        this.numbered = new int[(int) Math.min(MOST_NUMBERED, last - first + 1)];
    }

    public static DayCounts of(MatchSet matches, IndexReader reader) throws IOException {
        byte[] earliest = PointValues.getMinPackedValue(reader, PostFields.DATE);
        byte[] latest = PointValues.getMaxPackedValue(reader, PostFields.DATE);
        DayCounts counts = earliest == null ? new DayCounts(0, 0) : new DayCounts(day(earliest), day(latest));
        matches.forEach(reader.leaves(), segment -> {
            SortedNumericDocValues dates = DocValues.getSortedNumeric(segment.reader(), PostFields.DATE);
            return document -> {
                if (dates.advanceExact(document)) {
                    counts.add(Math.floorDiv(dates.nextValue(), DAY_MILLIS));
                }
            };
        });
        return counts;
    }

    private static long day(byte[] packed) {
        return Math.floorDiv(LongPoint.decodeDimension(packed, 0), DAY_MILLIS);
    }

    private void add(long day) {
        if (day - first < numbered.length) {
            numbered[(int) (day - first)]++;
        } else {
            others.merge(day, 1, Integer::sum);
        }
    }

    /** The days that have posts, the earliest first. */
    public TreeMap<LocalDate, Long> byDay() {
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        for (int i = 0; i < numbered.length; i++) {
            if (numbered[i] > 0) {
                days.put(LocalDate.ofEpochDay(first + i), (long) numbered[i]);
            }
        }
        others.forEach((day, count) -> days.put(LocalDate.ofEpochDay(day), (long) count));
        return days;
    }
}
