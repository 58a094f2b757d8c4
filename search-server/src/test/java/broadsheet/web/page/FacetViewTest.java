package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchResponse;
import broadsheet.search.SearchResponse.FacetCount;
import broadsheet.web.messages.Messages;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FacetViewTest {

    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);
    private static final SearchRequest WALL = SearchRequest.of("wall");

    private static List<FacetView> views(SearchRequest request, FacetName name, FacetCount... counts) {
        SearchResponse answer = SampleAnswers.nothing(request).withFacets(Map.of(name, List.of(counts)));
        return FacetView.of(request, answer, ENGLISH, "/s");
    }

    private static FacetCount count(String value, long count) {
        return new FacetCount(value, count);
    }

    /** {@code "News 2000 -> /s?category=News"}, a star behind a chosen one. */
    private static String shown(List<FacetView.Item> items) {
        return items.stream().map(one -> one.text() + " " + one.count() + " -> " + one.href()
                + (one.chosen() ? " *" : "")).collect(Collectors.joining("\n"));
    }

    @Test
    void eachValueNarrowsTheSearch() {
        FacetView view = views(WALL.withPage(3), FacetName.CATEGORY, count("News & more", 2000), count("Sport", 1))
                .getFirst();
        assertEquals("Section", view.title());
        assertEquals("""
                News & more 2,000 -> /s?q=wall&category=News+%26+more
                Sport 1 -> /s?q=wall&category=Sport""", shown(view.items()));
        assertEquals(List.of(), view.more());
    }

    @Test
    void aChosenValueTakesItselfOffWhateverItsCase() {
        SearchRequest chosen = NextRequest.including(WALL, Filters.Name.TAG, "SEA");
        assertEquals("Sea 3 -> /s?q=wall *",
                shown(views(chosen, FacetName.TAG, count("Sea", 3)).getFirst().items()));
    }

    /** Two tags find the posts that have one of them; what is counted beside the first are the posts with both. */
    @Test
    void besideAChosenValueNoOtherOfItsGroupIsOffered() {
        SearchRequest chosen = NextRequest.including(WALL, Filters.Name.TAG, "sea");
        assertEquals("Sea 3 -> /s?q=wall *",
                shown(views(chosen, FacetName.TAG, count("Sea", 3), count("wall", 1)).getFirst().items()));
        assertEquals("Ann 2 -> /s?q=wall&author=Ann&tag=sea\nTom 1 -> /s?q=wall&author=Tom&tag=sea",
                shown(views(chosen, FacetName.AUTHOR, count("Ann", 2), count("Tom", 1)).getFirst().items()));
    }

    @Test
    void aYearStaysWithinTheDaysOfTheSearch() {
        SearchRequest days = NextRequest.between(WALL, Optional.of(LocalDate.of(2023, 6, 15)),
                Optional.of(LocalDate.of(2024, 6, 30)));
        assertEquals("""
                2024 5 -> /s?q=wall&from=2024-01&to=2024-06
                2023 7 -> /s?q=wall&from=2023-06-15&to=2023-12-31""",
                shown(views(days, FacetName.YEAR, count("2024", 5), count("2023", 7)).getFirst().items()));
    }

    @Test
    void aGroupThatNarrowsNothingIsNotShown() {
        assertEquals(List.of(), views(WALL, FacetName.AUTHOR, count("Ann", 3)));
        assertEquals(List.of(), views(WALL, FacetName.AUTHOR, count("Ann", 3), count(" ", 2)));
        assertEquals(List.of(), views(WALL, FacetName.AUTHOR));
    }

    @Test
    void sixAreShownAndAtMostThirtyAreFoldedOut() {
        FacetCount[] many = IntStream.range(0, 40).mapToObj(i -> count("tag" + i, 40 - i)).toArray(FacetCount[]::new);
        FacetView view = views(WALL, FacetName.TAG, many).getFirst();
        assertEquals(List.of("tag0", "tag1", "tag2", "tag3", "tag4", "tag5"),
                view.items().stream().map(FacetView.Item::text).toList());
        assertEquals(24, view.more().size());
        assertEquals("tag29", view.more().getLast().text());
    }

    @Test
    void aYearIsItsDaysAndTakesItselfOff() {
        FacetCount year = count("2024", 5);
        FacetCount before = count("2023", 7);
        assertEquals("""
                2024 5 -> /s?q=wall&from=2024&to=2024
                2023 7 -> /s?q=wall&from=2023&to=2023""",
                shown(views(WALL, FacetName.YEAR, year, before, count("soon", 1)).getFirst().items()));
        SearchRequest chosen = NextRequest.between(WALL, Optional.of(LocalDate.of(2024, 1, 1)),
                Optional.of(LocalDate.of(2024, 12, 31)));
        assertEquals("2024 5 -> /s?q=wall *", shown(views(chosen, FacetName.YEAR, year).getFirst().items()));
        SearchRequest halfAYear = NextRequest.between(WALL, Optional.of(LocalDate.of(2024, 1, 1)),
                Optional.of(LocalDate.of(2024, 6, 30)));
        assertEquals(List.of(), views(halfAYear, FacetName.YEAR, year));
    }

    @Test
    void languagesHaveTheirNamesInThePagesLanguage() {
        assertEquals("German 3 -> /s?q=wall&lang=de\nFrench 2 -> /s?q=wall&lang=fr",
                shown(views(WALL, FacetName.LANG, count("de", 3), count("fr", 2)).getFirst().items()));
        assertEquals("Deutsch", FacetView.label(Filters.Name.LANG, "de", Messages.in(Locale.GERMAN)));
        assertEquals("x!", FacetView.label(Filters.Name.LANG, "x!", ENGLISH));
        assertEquals("de", FacetView.label(Filters.Name.TAG, "de", ENGLISH));
    }

    @Test
    void theGroupsHaveTheirOrder() {
        assertEquals(List.of("Section", "Year", "Author", "Tag", "Language"),
                FacetView.of(WALL, SampleAnswers.full(WALL), ENGLISH, "/s").stream().map(FacetView::title).toList());
    }
}
