package broadsheet.search.lucene.retrieve;

import broadsheet.index.PostFields;
import broadsheet.search.TimelineCounter;
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

    /**
     * The days that have posts, the earliest first. Where they are so far apart that they are shown by year, the first one of
     * each year stands for all of it; the last one stands for itself.
     */
    public TreeMap<LocalDate, Long> byDay() {
        TreeMap<LocalDate, Long> found = new TreeMap<>();
        int first = next(0);
        if (first == days.length) {
            return found;
        }
        int last = days.length - 1;
        while (counts[last] == 0) {
            last--;
        }
        LocalDate end = LocalDate.ofEpochDay(days[last]);
        boolean byYear = TimelineCounter.isByYear(LocalDate.ofEpochDay(days[first]), end);
        int number = first;
        while (number < last) {
            LocalDate day = LocalDate.ofEpochDay(days[number]);
            long until = byYear ? LocalDate.of(day.getYear() + 1, 1, 1).toEpochDay() : days[number] + 1;
            long sum = 0;
            while (number < last && days[number] < until) {
                sum += counts[number++];
            }
            found.put(day, sum);
            number = next(number);
        }
        found.put(end, (long) counts[last]);
        return found;
    }

    /** The first day from a number on that has posts. */
    private int next(int from) {
        int number = from;
        while (number < days.length && counts[number] == 0) {
            number++;
        }
        return number;
    }
}
