package broadsheet.web.page;

import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The searches that are one click away from a search. Each starts at page 1 again but for {@link #atPage}. */
final class NextRequest {

    private NextRequest() {}

    static SearchRequest atPage(SearchRequest request, int page) {
        return build(request, request.text(), request.filters(), request.sort(), page, Optional.empty());
    }

    static SearchRequest atCursor(SearchRequest request, String cursor) {
        return build(request, request.text(), request.filters(), request.sort(), 1, Optional.of(cursor));
    }

    static SearchRequest sorted(SearchRequest request, SearchRequest.Sort sort) {
        return build(request, request.text(), request.filters(), sort, 1, Optional.empty());
    }

    static SearchRequest asking(SearchRequest request, String text) {
        return build(request, text, request.filters(), request.sort(), 1, Optional.empty());
    }

    static SearchRequest filtered(SearchRequest request, Filters filters) {
        return build(request, request.text(), filters, request.sort(), 1, Optional.empty());
    }

    static SearchRequest between(SearchRequest request, Optional<LocalDate> from, Optional<LocalDate> to) {
        Filters old = request.filters();
        return filtered(request, new Filters(old.include(), old.exclude(), from, to));
    }

    /** With one more value of that name: posts need one of them. */
    static SearchRequest including(SearchRequest request, Filters.Name name, String value) {
        Filters old = request.filters();
        return filtered(request,
                new Filters(with(old.include(), name, value), old.exclude(), old.from(), old.to()));
    }

    /** Without that value, whether it was asked for or left out. */
    static SearchRequest freeOf(SearchRequest request, Filters.Name name, String value) {
        Filters old = request.filters();
        return filtered(request, new Filters(without(old.include(), name, value), without(old.exclude(), name, value),
                old.from(), old.to()));
    }

    private static Map<Filters.Name, List<String>> with(Map<Filters.Name, List<String>> values, Filters.Name name,
            String value) {
        Map<Filters.Name, List<String>> more = new EnumMap<>(Filters.Name.class);
        more.putAll(values);
        List<String> list = new ArrayList<>(values.getOrDefault(name, List.of()));
        list.add(value);
        more.put(name, List.copyOf(list));
        return more;
    }

    private static Map<Filters.Name, List<String>> without(Map<Filters.Name, List<String>> values, Filters.Name name,
            String value) {
        Map<Filters.Name, List<String>> fewer = new EnumMap<>(Filters.Name.class);
        fewer.putAll(values);
        List<String> rest = values.getOrDefault(name, List.of()).stream().filter(one -> !one.equalsIgnoreCase(value))
                .toList();
        fewer.remove(name);
        if (!rest.isEmpty()) {
            fewer.put(name, rest);
        }
        return fewer;
    }

    private static SearchRequest build(SearchRequest old, String text, Filters filters, SearchRequest.Sort sort,
            int page, Optional<String> cursor) {
        return new SearchRequest(text, old.syntax(), filters, sort, page, old.size(), cursor, old.foldCopies(),
                old.facets(), old.timeline(), old.explain());
    }
}
