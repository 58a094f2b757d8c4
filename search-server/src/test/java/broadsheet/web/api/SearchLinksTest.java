package broadsheet.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse;
import broadsheet.search.SearchResponse.IndexInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchLinksTest {

    private static final SearchRequest WALL = SearchRequest.of("wall");

    private static SearchResponse response(SearchRequest request, int pages, String nextCursor) {
        SearchResponse answer = SearchResponse.nothing(
                new SearchResponse.Query("wall", "wall", List.of(), false, Optional.empty()), request,
                new IndexInfo(7, Instant.EPOCH, 12)).withPage(request.page(), pages);
        return nextCursor.isEmpty() ? answer : answer.withNextCursor(nextCursor);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1   | 0   | 10  | '' | none                         | none
            1   | 1   | 10  | '' | none                         | none
            1   | 3   | 10  | '' | /s?q=wall&page=2             | none
            2   | 3   | 10  | '' | /s?q=wall&page=3             | /s?q=wall
            3   | 3   | 10  | '' | none                         | /s?q=wall&page=2
            9   | 3   | 10  | '' | none                         | /s?q=wall&page=3
            99  | 500 | 10  | c  | /s?q=wall&page=100           | /s?q=wall&page=98
            100 | 500 | 10  | c  | /s?q=wall&cursor=c           | /s?q=wall&page=99
            10  | 50  | 100 | c  | /s?q=wall&cursor=c&size=100  | /s?q=wall&page=9&size=100
            10  | 10  | 100 | '' | none                         | /s?q=wall&page=9&size=100
            """)
    void pagesLeadToTheirNeighboursAndThenToACursor(int page, int pages, int size, String nextCursor, String next,
            String prev) {
        SearchRequest request = WALL.withPage(page).withSize(size);
        SearchLinks links = SearchLinks.of(request, Sort.RELEVANCE);
        SearchResponse response = response(request, pages, nextCursor);
        assertEquals(next, links.next("/s", response).orElse("none"));
        assertEquals(prev, links.prev("/s", response).orElse("none"));
    }

    @Test
    void behindACursorThereIsOnlyTheNextOne() {
        SearchRequest request = WALL.withCursor("c");
        SearchLinks links = SearchLinks.of(request, Sort.RELEVANCE);
        assertEquals("/s?q=wall&cursor=c", links.self("/s"));
        assertEquals(Optional.of("/s?q=wall&cursor=d"), links.next("/s", response(request, 500, "d")));
        assertEquals(Optional.empty(), links.next("/s", response(request, 500, "")));
        assertEquals(Optional.empty(), links.prev("/s", response(request, 500, "d")));
    }

    @Test
    void anOrderOtherThanTheAddresssOwnIsAlwaysSaid() {
        assertEquals("/f?q=wall&sort=relevance", SearchLinks.of(WALL, Sort.NEWEST).self("/f"));
        assertEquals("/f?sort=relevance", SearchLinks.of(SearchRequest.of(""), Sort.NEWEST).self("/f"));
        assertEquals("/f?q=wall&sort=newest", SearchLinks.of(WALL.withSort(Sort.NEWEST), Sort.NEWEST).self("/f"));
        assertEquals("/f?q=wall", SearchLinks.of(WALL, Sort.RELEVANCE).self("/f"));
    }

    @Test
    void thePageShowsAllCountsAndTheFeedBeginsAtItsBeginning() {
        SearchRequest request = WALL.withFilters(Filters.NONE.including(Filters.Name.TAG, "a")).withSort(Sort.OLDEST)
                .withPage(3).withSize(20).withFacets(Set.of()).withExplain(true);
        SearchLinks links = SearchLinks.of(request, Sort.RELEVANCE);
        assertEquals("/s?q=wall&tag=a&sort=oldest&page=3&size=20&facets=none&explain=true", links.self("/s"));
        assertEquals("/search?q=wall&tag=a&sort=oldest&page=3&size=20&explain=true", links.page("/search"));
        assertEquals("/search.atom?q=wall&tag=a", links.feed("/search.atom"));
        assertEquals("/search?q=wall", SearchLinks.of(WALL.withCursor("c"), Sort.RELEVANCE).page("/search"));
    }
}
