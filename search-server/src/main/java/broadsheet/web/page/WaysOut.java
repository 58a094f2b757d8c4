package broadsheet.web.page;

import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import broadsheet.query.QueryReading;
import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import broadsheet.web.page.WayOut.Dropped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Wider searches for a search that found nothing: one part less, or one part alone. */
public final class WaysOut {

    /** Wider searches that are tried at a time; each costs a search, and nobody would read more. */
    private static final int MOST = 5;

    private final SearchRequest request;
    private final List<WayOut> ways = new ArrayList<>();

    private WaysOut(SearchRequest request) {
        this.request = request;
    }

    /**
     * The wider searches that find something: without one of the filters, the days, a part of the query, or the
     * quotation marks; where none of them does, without all filters and with each part of the query alone.
     *
     * @param count the number of posts that a search finds; called at most twice {@value #MOST} times
     */
    public static List<WayOut> of(SearchRequest request, ToLongFunction<SearchRequest> count) {
        QueryNode root = request.syntax() == SearchRequest.Syntax.BOX
                ? QueryParser.parse(request.text()).root()
                : new QueryNode.Everything();
        WaysOut one = new WaysOut(request);
        one.dropFilters(request.filters());
        one.dropParts(root);
        List<WayOut> found = one.found(count);
        if (!found.isEmpty()) {
            return found;
        }
        WaysOut most = new WaysOut(NextRequest.filtered(request, Filters.NONE));
        if (!request.filters().equals(Filters.NONE)) {
            most.add(Dropped.FILTERS, "", most.request);
        }
        most.keepParts(root);
        return most.found(count);
    }

    private List<WayOut> found(ToLongFunction<SearchRequest> count) {
        return ways.stream().limit(MOST)
                .map(way -> new WayOut(way.dropped(), way.text(), way.request(), count.applyAsLong(way.request())))
                .filter(way -> way.count() > 0).toList();
    }

    private void dropFilters(Filters filters) {
        for (Map<Filters.Name, List<String>> values : List.of(filters.include(), filters.exclude())) {
            for (Filters.Name name : Filters.Name.values()) {
                for (String value : values.getOrDefault(name, List.of())) {
                    add(Dropped.FILTER, value, NextRequest.freeOf(request, name, value));
                }
            }
        }
        if (filters.from().isPresent() || filters.to().isPresent()) {
            add(Dropped.DAYS, "", NextRequest.between(request, Optional.empty(), Optional.empty()));
        }
    }

    private void dropParts(QueryNode root) {
        if (root instanceof QueryNode.Phrase phrase) {
            add(Dropped.QUOTES, "", NextRequest.asking(request, phrase.text()));
        }
        List<QueryNode> parts = parts(root);
        for (QueryNode part : parts) {
            List<QueryNode> rest = parts.stream().filter(other -> other != part).toList();
            QueryNode wider = rest.size() == 1 ? rest.getFirst() : root.with(rest);
            add(Dropped.PART, QueryReading.of(part), NextRequest.asking(request, QueryReading.of(wider)));
        }
        if (parts.stream().anyMatch(QueryNode.Phrase.class::isInstance)) {
            String words = QueryReading.of(root).replace("\"", "");
            add(Dropped.QUOTES, "", NextRequest.asking(request, words));
        }
    }

    /** The conditions of a query; any other query is one condition, and without it nothing would be asked. */
    private static List<QueryNode> parts(QueryNode root) {
        return root instanceof QueryNode.Sequence || root instanceof QueryNode.AllOf ? root.children() : List.of();
    }

    private void keepParts(QueryNode root) {
        parts(root).stream().filter(part -> !(part instanceof QueryNode.Not))
                .forEach(part -> add(Dropped.REST, QueryReading.of(part),
                        NextRequest.asking(request, QueryReading.of(part))));
    }

    private void add(Dropped dropped, String text, SearchRequest wider) {
        ways.add(new WayOut(dropped, text, wider, 0));
    }
}
