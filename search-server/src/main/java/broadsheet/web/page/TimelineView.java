package broadsheet.web.page;

import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse.Timeline;
import broadsheet.search.SearchResponse.Timeline.Bucket;
import broadsheet.search.SearchResponse.Timeline.Interval;
import broadsheet.web.messages.Messages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts by time as bars; each bar leads to the posts of its time. Widths are per cent of the drawing, which is as wide as
 * the page allows; heights are pixels.
 *
 * @param title {@code "Posts by month"}
 * @param width of the whole drawing in pixels where the page has room
 * @param sixes number of bars divided by six, rounded up; the style sheet has a least width for each number, and the
 *     drawing scrolls where the page is narrower
 */
record TimelineView(String title, int width, int sixes, List<Bar> bars, List<Label> labels) {

    /** Pixels; height of the highest bar. */
    static final int HEIGHT = 56;
    /** Pixels; least height of a bar. One pixel on each side is a gap, so that a lower bar could not be seen. */
    private static final int LOWEST = 4;
    /** Number of bars that have room for all their labels on any page. */
    private static final int FEW = 5;
    /** Pixels; width of a bar with its gap, the least that a finger can hit (WCAG 2.2, 2.5.8). */
    private static final int NARROWEST = 24;
    private static final int WIDEST = 96;
    private static final int PREFERRED = 1136;
    /** Pixels; width of a letter of a label, rather too much than too little. */
    private static final int LETTER = 9;
    /** More bars than this are drawn as the next longer interval. */
    private static final int MOST_BARS = 48;

    /**
     * One bar.
     *
     * @param x left end
     * @param href empty when there are no posts
     */
    record Bar(String x, String width, int height, String title, String href) {
        int top() {
            return HEIGHT - height;
        }
    }

    /**
     * A word under the bars.
     *
     * @param spare left out where the page is narrow
     */
    record Label(String x, String text, boolean spare) {}

    /** The bars; none when the posts lie in one bucket or have no dates. */
    static TimelineView of(SearchRequest request, Timeline timeline, Messages messages, String path) {
        Timeline coarse = coarsen(timeline);
        int count = coarse.buckets().size();
        if (count < 2) {
            return new TimelineView("", 0, 0, List.of(), List.of());
        }
        int width = Math.clamp(PREFERRED / count, NARROWEST, WIDEST);
        long highest = coarse.buckets().stream().mapToLong(Bucket::count).max().orElse(1);
        List<Bar> bars = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Bucket bucket = coarse.buckets().get(i);
            String name = name(bucket.from(), coarse.interval(), messages);
            String title = name + ": " + messages.counted("posts", bucket.count());
            String href = bucket.count() == 0
                    ? ""
                    : SearchAddress.at(path, NextRequest.within(request, bucket.from(),
                            lastDay(bucket.from(), coarse.interval())));
            bars.add(new Bar(percent(i, count), percent(1, count), height(bucket.count(), highest), title, href));
            boolean narrow = labelled(bucket.from(), coarse.interval(), i, NARROWEST);
            if (narrow || labelled(bucket.from(), coarse.interval(), i, width)) {
                String label = label(bucket.from(), coarse.interval(), i, messages);
                if (label.length() * LETTER <= width || labels.isEmpty() || bucket.from().getDayOfYear() == 1) {
                    labels.add(new Label(percent(i, count), label, !narrow && count > FEW));
                }
            }
        }
        String title = messages.text("timeline." + coarse.interval().name().toLowerCase(Locale.ROOT));
        return new TimelineView(title, count * width, (count + 5) / 6, bars, labels);
    }

    /** {@code "33.33%"}. */
    private static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / whole);
    }

    /** The same counts by the next longer interval while there are too many. */
    static Timeline coarsen(Timeline timeline) {
        if (timeline.buckets().size() <= MOST_BARS || timeline.interval() == Interval.YEAR) {
            return timeline;
        }
        Interval longer = timeline.interval() == Interval.DAY ? Interval.MONTH : Interval.YEAR;
        Map<LocalDate, Long> sums = new TreeMap<>();
        for (Bucket bucket : timeline.buckets()) {
            LocalDate first = longer == Interval.MONTH
                    ? bucket.from().withDayOfMonth(1)
                    : bucket.from().withDayOfYear(1);
            sums.merge(first, bucket.count(), Long::sum);
        }
        return coarsen(new Timeline(longer,
                sums.entrySet().stream().map(sum -> new Bucket(sum.getKey(), sum.getValue())).toList()));
    }

    private static int height(long count, long highest) {
        return count == 0 ? 0 : Math.max(LOWEST, (int) (count * HEIGHT / highest));
    }

    private static LocalDate lastDay(LocalDate from, Interval interval) {
        return switch (interval) {
            case DAY -> from;
            case MONTH -> from.plusMonths(1).minusDays(1);
            case YEAR -> from.plusYears(1).minusDays(1);
        };
    }

    private static String name(LocalDate from, Interval interval, Messages messages) {
        return switch (interval) {
            case DAY -> messages.day(from);
            case MONTH -> messages.month(from);
            case YEAR -> messages.year(from);
        };
    }

    private static boolean labelled(LocalDate from, Interval interval, int index, int width) {
        return switch (interval) {
            case DAY -> from.getDayOfMonth() == 1 || from.getDayOfMonth() % 5 == 0 && index > 1;
            case MONTH -> index == 0 && from.getMonthValue() < 11 || from.getMonthValue() == 1 || width >= 40;
            case YEAR -> width >= 40 || from.getYear() % 5 == 0;
        };
    }

    private static String label(LocalDate from, Interval interval, int index, Messages messages) {
        return switch (interval) {
            case DAY -> index == 0 || from.getDayOfMonth() == 1
                    ? messages.shortMonth(from)
                    : messages.number(from.getDayOfMonth());
            case MONTH -> index == 0 || from.getMonthValue() == 1 ? messages.year(from) : messages.shortMonth(from);
            case YEAR -> messages.year(from);
        };
    }
}
