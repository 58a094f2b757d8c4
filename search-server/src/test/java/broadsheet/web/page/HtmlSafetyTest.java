package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.query.Note;
import broadsheet.search.Explanation;
import broadsheet.search.Filters;
import broadsheet.search.Hit;
import broadsheet.search.PostView;
import broadsheet.search.SearchEngine.Similar;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchResponse;
import broadsheet.search.SearchResponse.FacetCount;
import broadsheet.web.Payloads;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a post, a query or a filter, the page holds the elements of its templates and no others. */
class HtmlSafetyTest {

    private static final SearchPage PAGE = new SearchPage(() -> PageSettings.DEFAULT);
    private static final PageContext CONTEXT = PageContext.of(Locale.ENGLISH, SampleAnswers.NOW);
    private static final Set<String> KNOWN = shape(page("plain"));

    static Stream<String> payloads() {
        return Payloads.all();
    }

    @Test
    void thereAreMoreThanTwoHundredPayloads() {
        assertTrue(payloads().count() > 200);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void thePageKeepsItsShape(String payload) {
        Document page = page(payload);
        Set<String> strange = shape(page);
        strange.removeAll(KNOWN);
        assertEquals(Set.of(), strange);
        for (Element link : page.select("[href], [src], [action]")) {
            for (String name : List.of("href", "src", "action")) {
                String address = link.attr(name).toLowerCase(Locale.ROOT);
                assertTrue(address.isEmpty() || address.startsWith("/") && !address.startsWith("//")
                        || address.startsWith("#") || address.startsWith("http"), () -> name + "=" + address);
            }
        }
        assertEquals(1, page.select("script").size());
        assertEquals(1, page.select("h3:has(a) mark").size());
    }

    @Test
    void aTextOfSpecialCharactersIsShownAsItIs() {
        Document page = page("a < b & c > \"d\" 'e'");
        assertEquals("a < b & c > \"d\" 'e'", page.select("h3 a").text());
        assertEquals("a < b & c > \"d\" 'e'", page.select("#q").attr("value"));
    }

    /** A page that holds the text wherever a stranger's text can stand. */
    private static Document page(String text) {
        List<FacetCount> counts = List.of(new FacetCount(text, 2), new FacetCount("other", 1));
        Filters filters = new Filters(Map.of(Filters.Name.TAG, List.of(text)),
                Map.of(Filters.Name.AUTHOR, List.of(text)),
                Optional.empty(), Optional.empty());
        SearchRequest request = NextRequest.filtered(SearchRequest.of(text), filters);
        SearchResponse.Query query = new SearchResponse.Query(text, text + " read", List.of(new Note("x", text)), true,
                Optional.of(text), List.of(new SearchResponse.OtherSpelling(text, 2, text)),
                List.of(new SearchResponse.Byline(text, 2, text)));
        SearchResponse full = SampleAnswers.full(request);
        SearchResponse response = full.withQuery(query).withTotals(1, 21).withPage(2, 3).withHits(List.of(hit(text)))
                .withFacets(Map.of(FacetName.CATEGORY, counts, FacetName.AUTHOR, counts, FacetName.TAG, counts,
                        FacetName.LANG, counts))
                .withNextCursor(text);
        PageContext context = new PageContext(Locale.ENGLISH, SampleAnswers.NOW, List.of(text), List.of(),
                ZoneId.of("UTC"));
        return Jsoup.parse(PAGE.results(request, response, context));
    }

    /** Each element with each of its attributes: {@code "a href"}. */
    private static Set<String> shape(Document page) {
        Set<String> shape = new TreeSet<>();
        for (Element element : page.getAllElements()) {
            List<String> names = new ArrayList<>(List.of(""));
            element.attributes().asList().stream().map(Attribute::getKey).forEach(names::add);
            names.forEach(name -> shape.add(element.normalName() + " " + name));
        }
        return shape;
    }

    /** One page with each payload as a post, for {@link FlowsTest}. */
    static String allPayloads() {
        List<Hit> hits = payloads().map(HtmlSafetyTest::hit).toList();
        SearchRequest request = SearchRequest.of(String.join(" ", payloads().toList()));
        SearchResponse full = SampleAnswers.full(request);
        SearchResponse onePage = SampleAnswers.nothing(request).withQuery(full.query()).withTotals(240, 240)
                .withPage(1, 1).withSize(100).withHits(hits).withFacets(full.facets()).withTimeline(full.timeline());
        return PAGE.results(request, onePage, CONTEXT);
    }

    private static Hit hit(String text) {
        List<Hit.Mark> all = List.of(new Hit.Mark(0, text.length()));
        PostView post = PostView.of(text, text, text).withExcerpt(text).withDate(SampleAnswers.NOW)
                .withAuthors(List.of(text))
                .withCategories(List.of(text)).withTags(List.of(text)).withLang(text).withImage(text).withWords(3);
        return Hit.of(post, 1).withTitleMarks(all)
                .withSnippets(List.of(new Hit.Snippet(Hit.Snippet.Field.BODY, text, all))).withMissing(List.of(text))
                .withCopies(List.of(new Hit.Copy(text, text, text, Optional.of(SampleAnswers.NOW)))).withPinned(true)
                .withExplanation(new Explanation(Explanation.Tier.SOME_WORDS, List.of(new Explanation.Share(
                        Explanation.Cause.PATTERN, Explanation.Part.TEXT, List.of(text), List.of(text), 2, 1))));
    }

    @Test
    void theOtherPagesEscapeToo() {
        String attack = "\"><script>alert(1)</script>";
        for (String html : Arrays.asList(PAGE.error(404, attack, attack, CONTEXT),
                PAGE.similar(PostView.of(attack, attack, attack), Similar.NONE, CONTEXT))) {
            assertEquals(1, Jsoup.parse(html).select("script").size());
        }
    }
}
