package broadsheet.web.page;

import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The searches that are one click away from a search. All start at page 1 again, except {@link #atPage} and
 * {@link #atCursor}.
 */
final class NextRequest {

    private NextRequest() {}

    static SearchRequest atPage(SearchRequest request, int page) {
        return request.withPage(page);
    }

    static SearchRequest atCursor(SearchRequest request, String cursor) {
        return request.withCursor(cursor);
    }

    static SearchRequest sorted(SearchRequest request, SearchRequest.Sort sort) {
        return request.withSort(sort).withPage(1);
    }

    static SearchRequest asking(SearchRequest request, String text) {
        return request.withText(text).withPage(1);
    }

    static SearchRequest filtered(SearchRequest request, Filters filters) {
        return request.withFilters(filters).withPage(1);
    }

    static SearchRequest between(SearchRequest request, Optional<LocalDate> from, Optional<LocalDate> to) {
        return filtered(request, request.filters().withDays(from, to));
    }

    /** The posts of some days, of those that the search has: a year that begins before its first day begins with that. */
    static SearchRequest within(SearchRequest request, LocalDate first, LocalDate last) {
        Filters filters = request.filters();
        return between(request, Optional.of(filters.from().filter(first::isBefore).orElse(first)),
                Optional.of(filters.to().filter(last::isAfter).orElse(last)));
    }

    static SearchRequest including(SearchRequest request, Filters.Name name, String value) {
        return filtered(request, request.filters().including(name, value));
    }

    static SearchRequest freeOf(SearchRequest request, Filters.Name name, String value) {
        return filtered(request, request.filters().without(name, value));
    }
}
