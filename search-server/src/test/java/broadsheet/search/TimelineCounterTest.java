package broadsheet.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.SearchResponse.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineCounterTest {

    /** {@code "2024-03-01:2 2024-03-04:1"}, a day and its count each. */
    private static Timeline count(String days) {
        TreeMap<LocalDate, Long> counts = new TreeMap<>();
        for (String day : days.split(" ")) {
            counts.put(LocalDate.parse(day.substring(0, day.lastIndexOf(':'))),
                    Long.parseLong(day.substring(day.lastIndexOf(':') + 1)));
        }
        return TimelineCounter.count(counts);
    }

    private static String buckets(Timeline timeline) {
        return timeline.buckets().stream().map(one -> one.from() + ":" + one.count()).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-03-01:2                           | DAY   | 2024-03-01:2
            2024-03-01:2 2024-03-04:1              | DAY   | 2024-03-01:2 2024-03-02:0 2024-03-03:0 2024-03-04:1
            2024-02-28:1 2024-03-01:1              | DAY   | 2024-02-28:1 2024-02-29:0 2024-03-01:1
            2023-12-31:3 2024-03-02:1 2024-04-30:2 | MONTH | 2023-12-01:3 2024-01-01:0 2024-02-01:0 2024-03-01:1 2024-04-01:2
            2024-01-31:1 2024-04-01:5 2024-04-30:1 | MONTH | 2024-01-01:1 2024-02-01:0 2024-03-01:0 2024-04-01:6
            2019-06-15:1 2024-06-15:4              | YEAR  | 2019-01-01:1 2020-01-01:0 2021-01-01:0 2022-01-01:0 2023-01-01:0 2024-01-01:4
            """)
    void countsAreByTheShortestIntervalThatFitsAndHaveNoGaps(String days, Timeline.Interval interval, String expected) {
        Timeline timeline = count(days);
        assertEquals(interval, timeline.interval());
        assertEquals(expected, buckets(timeline));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-01-01 | 2024-03-02 | DAY   | 62
            2024-01-01 | 2024-03-03 | MONTH | 3
            2019-01-01 | 2023-12-31 | MONTH | 60
            2019-01-01 | 2024-01-01 | YEAR  | 6
            1799-12-31 | 2026-01-01 | YEAR  | 228
            """)
    void twoMonthsAreDaysAndFiveYearsAreMonths(LocalDate first, LocalDate last, Timeline.Interval interval,
            int buckets) {
        Timeline timeline = count(first + ":1 " + last + ":1");
        assertEquals(interval, timeline.interval());
        assertEquals(buckets, timeline.buckets().size());
    }

    @Test
    void withoutDaysThereIsNothing() {
        assertEquals(new Timeline(Timeline.Interval.MONTH, List.of()), TimelineCounter.count(new TreeMap<>()));
    }
}
