package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.SearchRequest;
import broadsheet.web.messages.Messages;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DatesViewTest {

    private static final SearchRequest WALL = SearchRequest.of("wall");

    private static DatesView view(SearchRequest request, String today) {
        return DatesView.of(request, LocalDate.parse(today), Messages.in(Locale.ENGLISH), "/s");
    }

    private static String presets(DatesView view) {
        return view.presets().stream().map(one -> one.text() + " -> " + one.href() + (one.current() ? " *" : ""))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void presetsCountBackFromToday() {
        assertEquals("""
                Any time -> /s?q=wall *
                Last 24 hours -> /s?q=wall&from=2026-11-22
                Last 7 days -> /s?q=wall&from=2026-11-17
                Last 30 days -> /s?q=wall&from=2026-10-25
                Last year -> /s?q=wall&from=2025-11-24""", presets(view(WALL.withPage(3), "2026-11-23")));
    }

    @Test
    void theLeapDayHasItsYearToo() {
        assertEquals("""
                Any time -> /s?q=wall *
                Last 24 hours -> /s?q=wall&from=2024-02-28
                Last 7 days -> /s?q=wall&from=2024-02-23
                Last 30 days -> /s?q=wall&from=2024-01-31
                Last year -> /s?q=wall&from=2023-03""", presets(view(WALL, "2024-02-29")));
    }

    @Test
    void aPresetThatIsChosenIsMarked() {
        SearchRequest week = NextRequest.between(WALL, Optional.of(LocalDate.of(2026, 11, 17)), Optional.empty());
        DatesView view = view(week, "2026-11-23");
        assertEquals(List.of("Last 7 days"),
                view.presets().stream().filter(Link::current).map(Link::text).toList());
        assertEquals("2026-11-17", view.from());
        assertEquals("", view.to());
    }

    @Test
    void otherDaysAreShownAndTheFormKeepsTheRest() {
        SearchRequest days = NextRequest.between(WALL, Optional.of(LocalDate.of(2024, 3, 1)),
                Optional.of(LocalDate.of(2024, 3, 9)));
        DatesView view = view(days, "2026-11-23");
        assertEquals(List.of(), view.presets().stream().filter(Link::current).toList());
        assertEquals("2024-03-01", view.from());
        assertEquals("2024-03-09", view.to());
        assertEquals(List.of(new Frame.Kept("q", "wall")), view.kept());
    }
}
