package broadsheet.web.page;

import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What a search that found nothing would find with one part less. */
public final class WaysOut {

    /** Each costs a search; more would not be read. */
    private static final int MOST = 5;

    private WaysOut() {}

    /**
     * The wider searches that find something, filters first.
     *
     * @param count how many posts a search finds; asked at most {@value #MOST} times
     */
    public static List<WayOut> of(SearchRequest request, ToLongFunction<SearchRequest> count) {
        return candidates(request).stream().limit(MOST)
                .map(way -> new WayOut(way.dropped(), way.request(), count.applyAsLong(way.request())))
                .filter(way -> way.count() > 0).toList();
    }

    private static List<WayOut> candidates(SearchRequest request) {
        List<WayOut> ways = new ArrayList<>();
        Filters filters = request.filters();
        for (Map<Filters.Name, List<String>> values : List.of(filters.include(), filters.exclude())) {
            for (Filters.Name name : Filters.Name.values()) {
                for (String value : values.getOrDefault(name, List.of())) {
                    ways.add(new WayOut(value, NextRequest.freeOf(request, name, value), 0));
                }
            }
        }
        if (filters.from().isPresent() || filters.to().isPresent()) {
            String days = filters.from().map(SearchAddress::firstDay).orElse("") + "–"
                    + filters.to().map(SearchAddress::lastDay).orElse("");
            ways.add(new WayOut(days, NextRequest.between(request, Optional.empty(), Optional.empty()), 0));
        }
        return ways;
    }
}
