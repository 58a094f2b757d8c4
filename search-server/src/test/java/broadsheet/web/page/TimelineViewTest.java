package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse.Timeline;
import broadsheet.search.SearchResponse.Timeline.Bucket;
import broadsheet.search.SearchResponse.Timeline.Interval;
import broadsheet.web.messages.Messages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineViewTest {

    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);

    private static TimelineView view(Interval interval, String from, long... counts) {
        List<Bucket> buckets = new ArrayList<>();
        LocalDate day = LocalDate.parse(from);
        for (long count : counts) {
            buckets.add(new Bucket(day, count));
            day = switch (interval) {
                case DAY -> day.plusDays(1);
                case MONTH -> day.plusMonths(1);
                case YEAR -> day.plusYears(1);
            };
        }
        return TimelineView.of(SearchRequest.of("wall"), new Timeline(interval, buckets), ENGLISH, "/s");
    }

    private static String labels(TimelineView view) {
        return view.labels().stream().map(one -> one.x() + " " + one.text() + (one.spare() ? "?" : ""))
                .collect(Collectors.joining(", "));
    }

    private static String bars(TimelineView view) {
        return view.bars().stream().map(one -> one.x() + " " + one.height() + " " + one.title() + " " + one.href())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void monthsOverAYearsEnd() {
        TimelineView view = view(Interval.MONTH, "2024-11-01", 1, 0, 100);
        assertEquals("Posts by month", view.title());
        assertEquals("""
                0.00% 4 November 2024: 1 post /s?q=wall&from=2024-11&to=2024-11
                33.33% 0 December 2024: 0 posts\s
                66.67% 56 January 2025: 100 posts /s?q=wall&from=2025-01&to=2025-01""", bars(view));
        assertEquals("0.00% 2024, 33.33% Dec, 66.67% 2025", labels(view));
        assertEquals(288, view.width());
        assertEquals(1, view.sixes());
    }

    @Test
    void daysOverAMonthsEnd() {
        TimelineView view = view(Interval.DAY, "2024-02-28", 1, 2, 3);
        assertEquals("Posts by day", view.title());
        assertEquals("""
                0.00% 18 28 February 2024: 1 post /s?q=wall&from=2024-02-28&to=2024-02-28
                33.33% 37 29 February 2024: 2 posts /s?q=wall&from=2024-02-29&to=2024-02-29
                66.67% 56 1 March 2024: 3 posts /s?q=wall&from=2024-03-01&to=2024-03-01""", bars(view));
        assertEquals("66.67% Mar", labels(view));
    }

    @Test
    void yearsShowEachWhereThereIsRoomAndEveryFifthWhereThereIsNot() {
        TimelineView view = view(Interval.YEAR, "2018-01-01", 1, 1, 1, 1, 1, 1, 1, 1);
        assertEquals("0.00% 2018?, 12.50% 2019?, 25.00% 2020, 37.50% 2021?, 50.00% 2022?, 62.50% 2023?, 75.00% 2024?,"
                + " 87.50% 2025", labels(view));
        assertEquals("/s?q=wall&from=2018&to=2018", view.bars().getFirst().href());
        assertEquals("Posts by year", view.title());
    }

    @Test
    void fewBarsHaveAllTheirLabelsOnAnyPage() {
        assertEquals("0.00% 2021, 50.00% 2022", labels(view(Interval.YEAR, "2021-01-01", 1, 1)));
    }

    @ParameterizedTest
    @CsvSource({"2, 192, 1", "6, 576, 1", "7, 672, 2", "12, 1128, 2", "48, 1152, 8"})
    void aBarIsAtLeast24AndAtMost96PixelsWide(int bars, int width, int sixes) {
        TimelineView view = view(Interval.MONTH, "2020-01-01", new long[bars]);
        assertEquals(bars, view.bars().size());
        assertEquals(width, view.width());
        assertEquals(sixes, view.sixes());
    }

    @Test
    void moreThan48MonthsAreDrawnAsYears() {
        long[] ones = new long[49];
        Arrays.fill(ones, 1);
        assertEquals("""
                0.00% 56 2020: 12 posts /s?q=wall&from=2020&to=2020
                20.00% 56 2021: 12 posts /s?q=wall&from=2021&to=2021
                40.00% 56 2022: 12 posts /s?q=wall&from=2022&to=2022
                60.00% 56 2023: 12 posts /s?q=wall&from=2023&to=2023
                80.00% 4 2024: 1 post /s?q=wall&from=2024&to=2024""", bars(view(Interval.MONTH, "2020-01-01", ones)));
    }

    @Test
    void withoutTwoBarsThereIsNothing() {
        assertEquals(new TimelineView("", 0, 0, List.of(), List.of()), view(Interval.MONTH, "2024-01-01"));
        assertEquals(new TimelineView("", 0, 0, List.of(), List.of()), view(Interval.MONTH, "2024-01-01", 5));
    }

    @Test
    void aBarStandsOnTheGround() {
        TimelineView.Bar bar = view(Interval.MONTH, "2024-11-01", 1, 2).bars().getFirst();
        assertEquals(28, bar.height());
        assertEquals(28, bar.top());
    }
}
