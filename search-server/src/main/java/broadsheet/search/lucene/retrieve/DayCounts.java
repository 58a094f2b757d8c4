package broadsheet.search.lucene.retrieve;

import broadsheet.index.PostFields;
import broadsheet.search.lucene.view.MatchSet;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** How many of some posts each day of the site has. */
public final class DayCounts {

    private final TreeMap<LocalDate, Long> days = new TreeMap<>();

    private DayCounts() {}

    /**
     * The days of a generation's posts, by their numbers.
     *
     * @param days numbers of days since 1970, rising
     * @param column empty where there are too many days to be numbered, 180 years
     */
    private record Days(long[] days, Optional<ValueColumn> column) {

        private static Days of(IndexReader reader, ZoneDays zone) {
            try {
                TreeSet<Long> several = new TreeSet<>();
                each(reader, zone, (document, day) -> several.add(day));
                long[] days = several.stream().mapToLong(Long::longValue).toArray();
                if (days.length > ValueColumn.MOST) {
                    return new Days(days, Optional.empty());
                }
                Map<Long, Integer> numbers = HashMap.newHashMap(days.length);
                for (int number = 0; number < days.length; number++) {
                    numbers.put(days[number], number);
                }
                ValueColumn.Builder column = new ValueColumn.Builder(reader.maxDoc(), days.length);
                each(reader, zone, (document, day) -> column.add(document, numbers.get(day)));
                return new Days(days, Optional.of(column.build()));
            } catch (IOException e) {
                throw new UncheckedIOException("reading the days of posts", e);
            }
        }

        private static void each(IndexReader reader, ZoneDays zone, DayOfPost visitor) throws IOException {
            for (LeafReaderContext segment : reader.leaves()) {
                SortedNumericDocValues dates = DocValues.getSortedNumeric(segment.reader(), PostFields.DATE);
                Bits live = segment.reader().getLiveDocs();
                for (int at = dates.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = dates.nextDoc()) {
                    if (live == null || live.get(at)) {
                        visitor.is(segment.docBase + at, zone.day(dates.nextValue()));
                    }
                }
            }
        }
    }

    private interface DayOfPost {
        void is(int document, long day);
    }

    public static DayCounts of(MatchSet matches, Reading reading) throws IOException {
        IndexReader reader = reading.reader();
        ZoneDays zone = reading.view().kept(ZoneDays.class, () -> ZoneDays.of(reading.zone()));
        Days known = reading.view().kept(Days.class, () -> Days.of(reader, zone));
        DayCounts counts = new DayCounts();
        if (known.column.isEmpty()) {
            counts.add(matches, reader, zone);
            return counts;
        }
        int[] found = known.column.get().count(matches);
        for (int number = 0; number < found.length; number++) {
            if (found[number] > 0) {
                counts.add(known.days[number], found[number]);
            }
        }
        return counts;
    }

    private void add(MatchSet matches, IndexReader reader, ZoneDays zone) throws IOException {
        Map<Long, Integer> numbered = new HashMap<>();
        matches.forEach(reader.leaves(), segment -> {
            SortedNumericDocValues dates = DocValues.getSortedNumeric(segment.reader(), PostFields.DATE);
            return document -> {
                if (dates.advanceExact(document)) {
                    numbered.merge(zone.day(dates.nextValue()), 1, Integer::sum);
                }
            };
        });
        numbered.forEach(this::add);
    }

    private void add(long day, int count) {
        days.put(LocalDate.ofEpochDay(day), (long) count);
    }

    /** The days that have posts, the earliest first. */
    public TreeMap<LocalDate, Long> byDay() {
        return days;
    }
}
