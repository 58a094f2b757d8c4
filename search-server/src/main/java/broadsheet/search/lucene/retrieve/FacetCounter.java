package broadsheet.search.lucene.retrieve;

import broadsheet.index.PostFields;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchResponse.FacetCount;
import broadsheet.search.lucene.view.MatchSet;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/** Counts found posts by author, section, tag, language and year. */
public final class FacetCounter {

    /** A person reads no longer list; a program narrows by what it knows. */
    private static final int MOST_VALUES = 30;

    private final Reading reading;
    private final Map<LocalDate, Long> days;

    /** @param days the found posts by day */
    public FacetCounter(Reading reading, Map<LocalDate, Long> days) {
        this.reading = reading;
        this.days = days;
    }

    /** The counts for each name, the largest first; years the newest first. */
    public Map<FacetName, List<FacetCount>> count(MatchSet matches, Set<FacetName> names) throws IOException {
        Map<FacetName, List<FacetCount>> facets = new EnumMap<>(FacetName.class);
        for (FacetName name : names) {
            facets.put(name, switch (name) {
                case AUTHOR -> values(matches, PostFields.AUTHOR);
                case CATEGORY -> values(matches, PostFields.CATEGORY);
                case TAG -> values(matches, PostFields.TAG);
                case LANG -> values(matches, PostFields.LANG);
                case YEAR -> years();
            });
        }
        return facets;
    }

    private List<FacetCount> values(MatchSet matches, String field) throws IOException {
        FieldValues values = FieldValues.of(reading.view(), field);
        int[] counts = values.count(matches);
        values.severalSpellings().forEach(spellings -> join(counts, spellings));
        List<FacetCount> largest = new ArrayList<>();
        for (int number : largest(counts)) {
            largest.add(new FacetCount(values.value(number), counts[number]));
        }
        return largest;
    }

    /** Spellings that differ by case alone are one value, as they are for filters; the commonest is shown. */
    private static void join(int[] counts, int[] spellings) {
        int commonest = spellings[0];
        int sum = 0;
        for (int number : spellings) {
            commonest = counts[number] > counts[commonest] ? number : commonest;
            sum += counts[number];
        }
        for (int number : spellings) {
            counts[number] = number == commonest ? sum : 0;
        }
    }

    /** The numbers with the largest counts, of equal ones the first. */
    private static List<Integer> largest(int[] counts) {
        Comparator<Integer> order = Comparator.<Integer>comparingInt(number -> -counts[number])
                .thenComparing(Comparator.naturalOrder());
        PriorityQueue<Integer> largest = new PriorityQueue<>(order.reversed());
        int least = 0;
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] > least) {
                largest.add(number);
                if (largest.size() > MOST_VALUES) {
                    largest.poll();
                }
                least = largest.size() < MOST_VALUES ? 0 : counts[largest.element()];
            }
        }
        return largest.stream().sorted(order).toList();
    }

    private List<FacetCount> years() {
        TreeMap<Integer, Long> counts = new TreeMap<>(Comparator.reverseOrder());
        days.forEach((day, count) -> counts.merge(day.getYear(), count, Long::sum));
        return counts.entrySet().stream().map(e -> new FacetCount("%04d".formatted(e.getKey()), e.getValue())).toList();
    }
}
