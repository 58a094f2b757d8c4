package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchAddressTest {

    private static final SearchRequest WALL = SearchRequest.of("sea wall");

    private static String days(String from, String to) {
        return SearchAddress.query(NextRequest.between(SearchRequest.of(""), Optional.of(LocalDate.parse(from)),
                Optional.of(LocalDate.parse(to))));
    }

    @Test
    void defaultsAreLeftOut() {
        assertEquals("", SearchAddress.query(SearchRequest.of("")));
        assertEquals("q=sea+wall", SearchAddress.query(WALL));
        assertEquals("/search", SearchAddress.at("/search", SearchRequest.of("")));
    }

    @Test
    void everyPartHasItsPlace() {
        Filters filters = new Filters(
                Map.of(Filters.Name.TAG, List.of("b", "a"), Filters.Name.CATEGORY, List.of("x&y")),
                Map.of(Filters.Name.AUTHOR, List.of("Ada")), Optional.of(LocalDate.of(2024, 3, 5)), Optional.empty());
        SearchRequest request = SearchRequest.of("é").withSyntax(SearchRequest.Syntax.LUCENE).withFilters(filters)
                .withSort(SearchRequest.Sort.OLDEST).withPage(3).withSize(20).withFoldCopies(false)
                .withFacets(Set.of());
        assertEquals("q=%C3%A9&category=x%26y&author=-Ada&tag=a&tag=b&from=2024-03-05&sort=oldest&page=3&size=20"
                + "&copies=all&facets=none&syntax=lucene", SearchAddress.query(request));
    }

    @Test
    void aCursorTakesThePlaceOfThePage() {
        assertEquals("q=sea+wall&cursor=c2Vh", SearchAddress.query(NextRequest.atCursor(WALL, "c2Vh")));
    }

    @Test
    void wholeYearsAndMonthsAreShort() {
        assertEquals("from=2024&to=2024", days("2024-01-01", "2024-12-31"));
        assertEquals("from=2024-02&to=2024-02", days("2024-02-01", "2024-02-29"));
        assertEquals("from=2024-01&to=2024-01", days("2024-01-01", "2024-01-31"));
        assertEquals("from=2024-01-01&to=2024-01-30", days("2024-01-01", "2024-01-30"));
        assertEquals("from=2023-12-02&to=2023-12-31", days("2023-12-02", "2023-12-31"));
        assertEquals("from=2023-02-02&to=2023-02-27", days("2023-02-02", "2023-02-27"));
    }

    @Test
    void aFilterThatIsTakenOffLeavesNoTraceWhateverItsCase() {
        SearchRequest narrowed = NextRequest.including(WALL, Filters.Name.CATEGORY, "World");
        assertEquals("q=sea+wall&category=World", SearchAddress.query(narrowed));
        assertEquals("q=sea+wall", SearchAddress.query(NextRequest.freeOf(narrowed, Filters.Name.CATEGORY, "world")));
    }

    @Test
    void narrowingGoesBackToTheFirstPage() {
        SearchRequest fourth = NextRequest.atPage(WALL, 4);
        assertEquals("q=sea+wall&lang=de",
                SearchAddress.query(NextRequest.including(fourth, Filters.Name.LANG, "de")));
        assertEquals("q=sea+wall&sort=newest",
                SearchAddress.query(NextRequest.sorted(fourth, SearchRequest.Sort.NEWEST)));
    }
}
