package broadsheet.web.api;

import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse;
import broadsheet.web.page.SearchAddress;
import java.util.Optional;
import java.util.Set;

/**
 * The addresses around a search, each a path with a query: defaults left out, the rest in a fixed order, so that equal
 * searches have equal addresses. {@code of(request, RELEVANCE).self("/api/v1/search")} is
 * {@code /api/v1/search?q=sea+wall&page=2}.
 */
public final class SearchLinks {

    private static final Set<FacetName> ALL = Set.of(FacetName.values());

    private final SearchRequest request;
    private final Sort defaultSort;

    private SearchLinks(SearchRequest request, Sort defaultSort) {
        this.request = request;
        this.defaultSort = defaultSort;
    }

    /** @param defaultSort the order that the address has where its parameters name none */
    public static SearchLinks of(SearchRequest request, Sort defaultSort) {
        return new SearchLinks(request, defaultSort);
    }

    /** This very search. */
    public String self(String path) {
        return at(path, request);
    }

    /** The page after this answer's; by cursor where pages end. */
    public Optional<String> next(String path, SearchResponse response) {
        int next = response.page() + 1;
        boolean byPage = request.cursor().isEmpty() && (long) next * request.size() <= SearchParameters.WINDOW;
        if (byPage) {
            return next <= response.pages() ? Optional.of(at(path, request.withPage(next))) : Optional.empty();
        }
        return response.nextCursor().map(cursor -> at(path, request.withCursor(cursor)));
    }

    /** The page before this one, or the last one with hits where this lies past it; none behind a cursor. */
    public Optional<String> prev(String path, SearchResponse response) {
        int prev = Math.min(request.page() - 1, response.pages());
        return request.cursor().isEmpty() && prev > 0
                ? Optional.of(at(path, request.withPage(prev)))
                : Optional.empty();
    }

    /** The same search on the page, for people, who see all counts. */
    String page(String path) {
        int page = request.cursor().isEmpty() ? request.page() : 1;
        return SearchAddress.at(path, request.withPage(page).withFacets(ALL));
    }

    /** The same search to subscribe to: from its first page, in the feed's own order. */
    String feed(String path) {
        return SearchAddress.at(path,
                request.withSort(Sort.RELEVANCE).withPage(1).withSize(SearchParameters.DEFAULT_SIZE).withFacets(ALL)
                        .withExplain(false));
    }

    private String at(String path, SearchRequest here) {
        String address = SearchAddress.at(path, here);
        boolean unsaid = request.sort() == Sort.RELEVANCE && defaultSort != Sort.RELEVANCE;
        return unsaid ? address + (address.contains("?") ? "&" : "?") + "sort=relevance" : address;
    }
}
