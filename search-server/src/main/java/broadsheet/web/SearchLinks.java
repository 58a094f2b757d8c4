package broadsheet.web;

import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchRequest.Syntax;
import broadsheet.search.SearchResponse;
import broadsheet.web.text.Percent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The addresses around a search, each a path with a query: defaults left out, the rest in a fixed order, so that equal
 * searches have equal addresses. {@code of(request).self("/api/v1/search")} is {@code /api/v1/search?q=sea%20wall&page=2}.
 */
final class SearchLinks {

    private final SearchRequest request;
    private final Sort defaultSort;

    private SearchLinks(SearchRequest request, Sort defaultSort) {
        this.request = request;
        this.defaultSort = defaultSort;
    }

    /** @param defaultSort the order that needs no parameter at the address */
    static SearchLinks of(SearchRequest request, Sort defaultSort) {
        return new SearchLinks(request, defaultSort);
    }

    /** This very search. */
    String self(String path) {
        return address(path, defaultSort, place(request.page(), request.cursor()));
    }

    /** The page after this answer's; by cursor where pages end. */
    Optional<String> next(String path, SearchResponse response) {
        int next = response.page() + 1;
        boolean byPage = request.cursor().isEmpty() && (long) next * request.size() <= SearchParameters.WINDOW;
        if (byPage) {
            return next <= response.pages()
                    ? Optional.of(address(path, defaultSort, place(next, Optional.empty())))
                    : Optional.empty();
        }
        return response.nextCursor().map(c -> address(path, defaultSort, place(1, Optional.of(c))));
    }

    /** The page before this one; none behind a cursor, which only goes forward. */
    Optional<String> prev(String path) {
        return request.cursor().isEmpty() && request.page() > 1
                ? Optional.of(address(path, defaultSort, place(request.page() - 1, Optional.empty())))
                : Optional.empty();
    }

    /** The same search on the page, for people; what only programs ask for is left out. */
    String page(String path) {
        return address(path, Sort.RELEVANCE, place(request.cursor().isEmpty() ? request.page() : 1, Optional.empty()));
    }

    /** The same search as a feed, newest first; a page of it only where one was asked for by a feed itself. */
    String feed(String path) {
        return path + question(filters().append(request.foldCopies() ? "" : "&copies=all").toString());
    }

    private StringBuilder filters() {
        StringBuilder out = new StringBuilder();
        if (!request.text().isEmpty()) {
            add(out, "q", request.text());
        }
        if (request.syntax() == Syntax.LUCENE) {
            add(out, "syntax", "lucene");
        }
        for (Filters.Name name : Filters.Name.values()) {
            String parameter = lower(name);
            values(request.filters().include().get(name)).forEach(v -> add(out, parameter, v));
            values(request.filters().exclude().get(name)).forEach(v -> add(out, parameter, "-" + v));
        }
        request.filters().from().ifPresent(day -> add(out, "from", day.toString()));
        request.filters().to().ifPresent(day -> add(out, "to", day.toString()));
        return out;
    }

    private static List<String> values(List<String> values) {
        return Optional.ofNullable(values).orElse(List.of());
    }

    private static String place(int page, Optional<String> cursor) {
        return cursor.map(c -> "&cursor=" + Percent.encode(c)).orElse(page > 1 ? "&page=" + page : "");
    }

    private String address(String path, Sort unsaid, String place) {
        StringBuilder out = filters();
        if (request.sort() != unsaid) {
            add(out, "sort", lower(request.sort()));
        }
        if (request.size() != SearchParameters.DEFAULT_SIZE) {
            add(out, "size", String.valueOf(request.size()));
        }
        if (!request.foldCopies()) {
            add(out, "copies", "all");
        }
        if (request.facets().size() < FacetName.values().length) {
            String names = Arrays.stream(FacetName.values()).filter(request.facets()::contains).map(SearchLinks::lower)
                    .collect(Collectors.joining(","));
            add(out, "facets", names.isEmpty() ? "none" : names);
        }
        return path + question(out.append(place).toString());
    }

    private static String question(String parameters) {
        return parameters.isEmpty() ? "" : "?" + parameters.substring(parameters.startsWith("&") ? 1 : 0);
    }

    private static void add(StringBuilder out, String name, String value) {
        out.append('&').append(name).append('=').append(Percent.encode(value, "-._~,"));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
