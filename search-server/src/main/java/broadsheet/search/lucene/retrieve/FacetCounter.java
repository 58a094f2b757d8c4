package broadsheet.search.lucene.retrieve;

import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchResponse.FacetCount;
import broadsheet.search.lucene.view.MatchSet;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;

/** Counts found posts by author, section, tag, language and year. */
public final class FacetCounter {

    /** A person reads no longer list; a program narrows by what it knows. */
    private static final int MOST_VALUES = 30;

    private final List<LeafReaderContext> segments;
    private final Map<LocalDate, Long> days;

    /** @param days the found posts by day */
    public FacetCounter(List<LeafReaderContext> segments, Map<LocalDate, Long> days) {
        this.segments = segments;
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
        Map<String, Long> counts = new HashMap<>();
        matches.forEach(segments, segment -> {
            SortedSetDocValues values = DocValues.getSortedSet(segment.reader(), field);
            long[] here = new long[(int) values.getValueCount()];
            return new MatchSet.SegmentVisitor() {
                @Override
                public void visit(int document) throws IOException {
                    if (values.advanceExact(document)) {
                        for (int i = 0; i < values.docValueCount(); i++) {
                            here[(int) values.nextOrd()]++;
                        }
                    }
                }

                @Override
                public void end() throws IOException {
                    for (int ord = 0; ord < here.length; ord++) {
                        if (here[ord] > 0) {
                            counts.merge(values.lookupOrd(ord).utf8ToString(), here[ord], Long::sum);
                        }
                    }
                }
            };
        });
        return largest(counts);
    }

    /** Spellings that differ by case alone are one value, as they are for filters; the commonest is shown. */
    private static List<FacetCount> largest(Map<String, Long> counts) {
        Map<String, FacetCount> merged = new HashMap<>();
        List<Map.Entry<String, Long>> byCount = new ArrayList<>(counts.entrySet());
        byCount.sort(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        for (Map.Entry<String, Long> entry : byCount) {
            merged.merge(PostSchema.key(entry.getKey()), new FacetCount(entry.getKey(), entry.getValue()),
                    (first, more) -> new FacetCount(first.value(), first.count() + more.count()));
        }
        return merged.values().stream()
                .sorted(Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value))
                .limit(MOST_VALUES).toList();
    }

    private List<FacetCount> years() {
        TreeMap<Integer, Long> counts = new TreeMap<>(Comparator.reverseOrder());
        days.forEach((day, count) -> counts.merge(day.getYear(), count, Long::sum));
        return counts.entrySet().stream().map(e -> new FacetCount("%04d".formatted(e.getKey()), e.getValue())).toList();
    }
}
