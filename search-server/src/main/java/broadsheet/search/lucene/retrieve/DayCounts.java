package broadsheet.search.lucene.retrieve;

import broadsheet.index.PostFields;
import broadsheet.search.lucene.view.MatchSet;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
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

    private final long[] days;
    private final int[] counts;

    private DayCounts(long[] days, int[] counts) {
        this.days = days;
        this.counts = counts;
    }

    /**
     * The days of a generation's posts, by their numbers.
     *
     * @param days numbers of days since 1970, rising
     */
    private record Days(long[] days, ValueColumn column) {

        private static Days of(IndexReader reader, ZoneDays zone) {
            try {
                TreeSet<Long> several = new TreeSet<>();
                each(reader, zone, (document, day) -> several.add(day));
                long[] days = several.stream().mapToLong(Long::longValue).toArray();
                Map<Long, Integer> numbers = HashMap.newHashMap(days.length);
                for (int number = 0; number < days.length; number++) {
                    numbers.put(days[number], number);
                }
                ValueColumn.Builder column = new ValueColumn.Builder(reader.maxDoc(), days.length);
                each(reader, zone, (document, day) -> column.add(document, numbers.get(day)));
                return new Days(days, column.build());
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

    /** Of the posts that were found, by the site's time zone. */
    public static DayCounts of(MatchSet matches, Reading reading) {
        ZoneDays zone = reading.view().kept(ZoneDays.class, () -> ZoneDays.of(reading.zone()));
        Days known = reading.view().kept(Days.class, () -> Days.of(reading.reader(), zone));
        return new DayCounts(known.days, known.column.count(matches));
    }

    /** The days that have posts, the earliest first. */
    public TreeMap<LocalDate, Long> byDay() {
        TreeMap<LocalDate, Long> found = new TreeMap<>();
        for (int number = 0; number < days.length; number++) {
            if (counts[number] > 0) {
                found.put(LocalDate.ofEpochDay(days[number]), (long) counts[number]);
            }
        }
        return found;
    }
}
