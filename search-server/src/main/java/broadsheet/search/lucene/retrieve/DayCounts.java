package broadsheet.search.lucene.retrieve;

import broadsheet.index.PostFields;
import broadsheet.search.lucene.view.MatchSet;
import broadsheet.search.lucene.view.Reading;
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

/** How many of some posts each day of the site has. */
public final class DayCounts {

    /** Days that are counted in an array, from an archive's first on: 90 years; later ones are rare. */
    private static final int MOST_NUMBERED = 32_768;

    private final long first;
    private final int[] numbered;
    private final Map<Long, Integer> others = new HashMap<>();

    private DayCounts(long first, long last) {
        this.first = first;
        this.numbered = new int[(int) Math.min(MOST_NUMBERED, last - first + 1)];
    }

    public static DayCounts of(MatchSet matches, Reading reading) throws IOException {
        IndexReader reader = reading.reader();
        ZoneDays days = reading.view().kept(ZoneDays.class, () -> ZoneDays.of(reading.zone()));
        byte[] earliest = PointValues.getMinPackedValue(reader, PostFields.DATE);
        byte[] latest = PointValues.getMaxPackedValue(reader, PostFields.DATE);
        DayCounts counts = earliest == null
                ? new DayCounts(0, 0)
                : new DayCounts(day(earliest, days), day(latest, days));
        matches.forEach(reader.leaves(), segment -> {
            SortedNumericDocValues dates = DocValues.getSortedNumeric(segment.reader(), PostFields.DATE);
            return document -> {
                if (dates.advanceExact(document)) {
                    counts.add(days.day(dates.nextValue()));
                }
            };
        });
        return counts;
    }

    private static long day(byte[] packed, ZoneDays days) {
        return days.day(LongPoint.decodeDimension(packed, 0));
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
