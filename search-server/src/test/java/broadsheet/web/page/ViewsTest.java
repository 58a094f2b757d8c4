package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.search.SearchResponse.Timeline;
import broadsheet.web.messages.Messages;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ViewsTest {

    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);
    private static final SearchRequest WALL = SearchRequest.of("wall");

    private static long sum(Timeline timeline) {
        return timeline.buckets().stream().mapToLong(Timeline.Bucket::count).sum();
    }

    @Test
    void tooManyMonthsAreDrawnAsYearsAndNoneGetsLost() {
        Timeline months = SampleAnswers.months(10);
        Timeline years = TimelineView.coarsen(months);
        assertEquals(Timeline.Interval.YEAR, years.interval());
        assertEquals(10, years.buckets().size());
        assertEquals(sum(months), sum(years));
    }

    @Test
    void tooManyDaysAreDrawnAsMonths() {
        Timeline days = new Timeline(Timeline.Interval.DAY, IntStream.range(0, 60)
                .mapToObj(i -> new Timeline.Bucket(LocalDate.of(2024, 1, 20).plusDays(i), 1)).toList());
        assertEquals(List.of(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 1)),
                TimelineView.coarsen(days).buckets().stream().map(Timeline.Bucket::from).toList());
    }

    @Test
    void aBarLeadsToItsMonthAndAnEmptyOneNowhere() {
        TimelineView view = TimelineView.of(WALL, SampleAnswers.months(2), ENGLISH, "/search");
        assertEquals(24, view.bars().size());
        assertEquals("/search?q=wall&from=2024-02&to=2024-02", view.bars().get(1).href());
        assertEquals("February 2024: 4 posts", view.bars().get(1).title());
        assertEquals("", view.bars().get(3).href());
        assertEquals("4.17%", view.bars().get(1).x());
        assertEquals(4, view.sixes());
    }

    @Test
    void oneBucketIsNoTimeline() {
        Timeline one = new Timeline(Timeline.Interval.DAY, List.of(new Timeline.Bucket(LocalDate.of(2024, 1, 1), 7)));
        assertEquals(List.of(), TimelineView.of(WALL, one, ENGLISH, "/search").bars());
    }

    @Test
    void pagesAroundThisOneAreNumbered() {
        SearchRequest ninth = NextRequest.atPage(WALL, 9);
        PagerView view = PagerView.of(ninth, SampleAnswers.full(ninth), ENGLISH, "/search");
        assertEquals(List.of("1", "…", "7", "8", "9", "10", "11", "…", "22"),
                view.pages().stream().map(Link::text).toList());
        assertEquals("/search?q=wall&page=8", view.previous().orElseThrow().href());
        assertEquals("/search?q=wall&page=10", view.next().orElseThrow().href());
    }

    @Test
    void behindAThousandHitsTheCursorGoesOn() {
        SearchRequest last = NextRequest.atPage(WALL, 100);
        SearchResponse full = SampleAnswers.full(last);
        SearchResponse many = full.withTotals(5_000, 5_000).withPage(100, 500);
        assertEquals("/search?q=wall&cursor=c2Vh",
                PagerView.of(last, many, ENGLISH, "/search").next().orElseThrow().href());
    }

    @Test
    void aChosenFacetTakesItselfOff() {
        SearchRequest narrowed = NextRequest.including(WALL, Filters.Name.CATEGORY, "Politics");
        FacetView sections = FacetView.of(narrowed, SampleAnswers.full(narrowed), ENGLISH, "/search").getFirst();
        FacetView.Item politics = sections.items().getFirst();
        assertTrue(politics.chosen());
        assertEquals("/search?q=wall", politics.href());
    }

    @Test
    void aWayOutIsShownOnlyWhereItLeadsSomewhere() {
        SearchRequest narrow = NextRequest.including(SearchRequest.of("sea -wall"), Filters.Name.TAG, "ships");
        List<WayOut> ways = WaysOut.of(narrow, wider -> wider.text().equals("sea") ? 0 : 4);
        assertEquals(List.of("ships", "sea"), ways.stream().map(WayOut::text).toList());
        assertEquals("q=-wall&tag=ships", SearchAddress.query(ways.get(1).request()));
    }

    @Test
    void whereNoSinglePartIsToBlameEachIsTriedAlone() {
        SearchRequest narrow = NextRequest.including(SearchRequest.of("\"sea wall\" zzz -x"), Filters.Name.TAG,
                "ships");
        List<WayOut> ways = WaysOut.of(narrow,
                wider -> wider.text().equals("\"sea wall\"") && wider.filters().equals(Filters.NONE) ? 7 : 0);
        assertEquals(List.of("\"sea wall\""), ways.stream().map(WayOut::text).toList());
        assertEquals("q=%22sea+wall%22", SearchAddress.query(ways.getFirst().request()));
    }

    @Test
    void aPhraseMayLoseItsQuotationMarks() {
        WayOut way = WaysOut.of(SearchRequest.of("\"sea wall\""), wider -> 3).getFirst();
        assertEquals(WayOut.Dropped.QUOTES, way.dropped());
        assertEquals("q=sea+wall", SearchAddress.query(way.request()));
    }

    @Test
    void aPathIsPutBehindTheSiteAndNeverNamesAHost() {
        PostAddress site = new PostAddress("https://news.example", true);
        assertEquals("https://news.example/2024/a.html", site.of("/2024/a.html"));
        assertEquals("https://news.example/evil.example/a", site.of("//evil.example/a"));
        assertEquals("/evil.example/a", new PostAddress("", true).of("/\\evil.example/a"));
        assertEquals("#", site.of("javascript:alert(1)"));
        assertEquals("news.example › 2024 › 03 › café", site.shown("/2024/03/caf%C3%A9.html"));
    }

    @Test
    void otherSpellingsAreLinksWithTheirCounts() {
        String page = new SearchPage(() -> PageSettings.DEFAULT).results(WALL, SampleAnswers.relaxed(WALL),
                PageContext.of(Locale.ENGLISH, SampleAnswers.NOW));
        Element offer = Jsoup.parse(page).select("p.suggestion").get(1);
        assertEquals("Also written: Sea-Wall (1,200)", offer.text());
        assertEquals("/search?q=sea-wall+cost", offer.select("a").attr("href"));
    }

    @Test
    void authorsWhomTheWordsNameAreLinksWithTheirCounts() {
        String page = new SearchPage(() -> PageSettings.DEFAULT).results(WALL, SampleAnswers.relaxed(WALL),
                PageContext.of(Locale.GERMAN, SampleAnswers.NOW));
        Element offer = Jsoup.parse(page).select("p.suggestion").last();
        assertEquals("Beiträge von Ann Seawall (12)", offer.text());
        assertEquals("/search?q=author%3A%22Ann+Seawall%22", offer.select("a").attr("href"));
    }

    @Test
    void onlyAColourBecomesAStyle() {
        assertEquals("@media (prefers-color-scheme:light){:root{--accent:#0a5}}",
                new PageSettings.Colours("#0a5", "red;}body{display:none").css());
        assertEquals("", PageSettings.Colours.NONE.css());
    }
}
