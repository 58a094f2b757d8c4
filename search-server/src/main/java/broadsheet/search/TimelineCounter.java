package broadsheet.search;

import broadsheet.search.SearchResponse.Timeline;
import broadsheet.search.SearchResponse.Timeline.Bucket;
import broadsheet.search.SearchResponse.Timeline.Interval;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Counts found posts by day, month or year: the shortest interval that gives a readable row of bars. */
public final class TimelineCounter {

    /** Up to two months by day, up to five years by month, more by year. */
    private static final int MOST_DAYS = 62;
    private static final int MOST_MONTHS = 60;

    private TimelineCounter() {}

    /** @param days number of posts on each day that has some */
    public static Timeline count(TreeMap<LocalDate, Long> days) {
        if (days.isEmpty()) {
            return new Timeline(Interval.MONTH, List.of());
        }
        Interval interval = interval(days.firstKey(), days.lastKey());
        return new Timeline(interval, buckets(days, interval));
    }

    /** Whether days so far apart are shown by year. */
    public static boolean isByYear(LocalDate first, LocalDate last) {
        return interval(first, last) == Interval.YEAR;
    }

    private static Interval interval(LocalDate first, LocalDate last) {
        if (ChronoUnit.DAYS.between(first, last) < MOST_DAYS) {
            return Interval.DAY;
        }
        return ChronoUnit.MONTHS.between(first, last) < MOST_MONTHS ? Interval.MONTH : Interval.YEAR;
    }

    private static List<Bucket> buckets(TreeMap<LocalDate, Long> days, Interval interval) {
        List<Bucket> buckets = new ArrayList<>();
        LocalDate from = start(days.firstKey(), interval);
        while (!from.isAfter(days.lastKey())) {
            LocalDate next = next(from, interval);
            long count = days.subMap(from, next).values().stream().mapToLong(Long::longValue).sum();
            buckets.add(new Bucket(from, count));
            from = next;
        }
        return buckets;
    }

    private static LocalDate start(LocalDate day, Interval interval) {
        return switch (interval) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private static LocalDate next(LocalDate from, Interval interval) {
        return switch (interval) {
            case DAY -> from.plusDays(1);
            case MONTH -> from.plusMonths(1);
            case YEAR -> from.plusYears(1);
        };
    }
}
