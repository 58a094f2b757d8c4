package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.web.messages.Messages;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagerViewTest {

    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);
    private static final SearchRequest WALL = SearchRequest.of("wall");

    private static PagerView view(SearchRequest request, int pages, String nextCursor) {
        SearchResponse answer = SampleAnswers.nothing(request).withPage(request.page(), pages);
        return PagerView.of(request, nextCursor.isEmpty() ? answer : answer.withNextCursor(nextCursor), ENGLISH, "/s");
    }

    private static String numbers(PagerView view) {
        return view.pages().stream().map(one -> one.current() ? "[" + one.text() + "]" : one.text())
                .collect(Collectors.joining(" "));
    }

    private static String leadsTo(Optional<Link> link) {
        return link.map(Link::href).orElse("none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1   | 0   | 10  | ''                         | none                     | none
            1   | 1   | 10  | ''                         | none                     | none
            1   | 2   | 10  | [1] 2                      | none                     | /s?q=wall&page=2
            2   | 2   | 10  | 1 [2]                      | /s?q=wall                | none
            1   | 22  | 10  | [1] 2 3 … 22               | none                     | /s?q=wall&page=2
            4   | 22  | 10  | 1 2 3 [4] 5 6 … 22         | /s?q=wall&page=3         | /s?q=wall&page=5
            5   | 22  | 10  | 1 … 3 4 [5] 6 7 … 22       | /s?q=wall&page=4         | /s?q=wall&page=6
            19  | 22  | 10  | 1 … 17 18 [19] 20 21 22    | /s?q=wall&page=18        | /s?q=wall&page=20
            22  | 22  | 10  | 1 … 20 21 [22]             | /s?q=wall&page=21        | none
            30  | 22  | 10  | 1 … 22                     | /s?q=wall&page=22        | none
            100 | 500 | 10  | 1 … 98 99 [100]            | /s?q=wall&page=99        | none
            10  | 50  | 100 | 1 … 8 9 [10]               | /s?q=wall&page=9&size=100 | none
            """)
    void thePagesAroundThisOneAreNumbered(int page, int pages, int size, String numbers, String previous,
            String next) {
        PagerView view = view(WALL.withPage(page).withSize(size), pages, "");
        assertEquals(numbers, numbers(view));
        assertEquals(previous, leadsTo(view.previous()));
        assertEquals(next, leadsTo(view.next()));
        assertEquals("Page " + page + " of " + pages, view.place());
    }

    @Test
    void behindTheLastNumberedPageACursorGoesOn() {
        assertEquals("/s?q=wall&cursor=c", leadsTo(view(WALL.withPage(100), 500, "c").next()));
        assertEquals("/s?q=wall&page=100", leadsTo(view(WALL.withPage(99), 500, "c").next()));
    }

    @Test
    void behindACursorThereIsTheFirstPageAndTheNextCursor() {
        PagerView view = view(WALL.withCursor("c"), 500, "d");
        assertEquals("First page", view.previous().orElseThrow().text());
        assertEquals("/s?q=wall", leadsTo(view.previous()));
        assertEquals("/s?q=wall&cursor=d", leadsTo(view.next()));
        assertEquals("", numbers(view));
        assertEquals("", view.place());
    }

    @Test
    void onePageNeedsNoPager() {
        assertFalse(view(WALL, 1, "").needed());
        assertTrue(view(WALL, 2, "").needed());
        assertTrue(view(WALL.withCursor("c"), 500, "").needed());
    }
}
