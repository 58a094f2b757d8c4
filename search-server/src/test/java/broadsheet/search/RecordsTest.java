package broadsheet.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.Hit.Mark;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse.FacetCount;
import broadsheet.search.SearchResponse.IndexInfo;
import broadsheet.search.SearchResponse.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Posts, hits and answers are built step by step; each step sets its own part. */
class RecordsTest {

    private static final Instant NIGHT = Instant.parse("2024-03-01T02:00:00Z");
    private static final Instant DAY = Instant.parse("2024-03-01T12:00:00Z");
    private static final IndexInfo INDEX = new IndexInfo(7, NIGHT, 12);
    private static final SearchResponse.Query QUERY = new SearchResponse.Query("sea", "sea", List.of(), false,
            Optional.empty());

    @Test
    void aPostGetsEachOfItsParts() {
        assertEquals(
                new PostView("a.md", "/a", "Sea", "", Optional.empty(), Optional.empty(), List.of(), List.of(),
                        List.of(), "", "", 0),
                PostView.of("a.md", "/a", "Sea"));
        assertEquals(
                new PostView("a.md", "/a", "Wall", "Short", Optional.of(NIGHT), Optional.of(DAY), List.of("Ann"),
                        List.of("News"), List.of("flood"), "en", "/a.png", 12),
                PostView.of("a.md", "/a", "Sea").withTitle("Wall").withExcerpt("Short").withDate(NIGHT)
                        .withUpdated(DAY).withAuthors(List.of("Ann")).withCategories(List.of("News"))
                        .withTags(List.of("flood")).withLang("en").withImage("/a.png").withWords(12));
    }

    @Test
    void aHitGetsEachOfItsParts() {
        PostView post = PostView.of("a.md", "/a", "Sea");
        Hit.Snippet snippet = new Hit.Snippet(Hit.Snippet.Field.BODY, "The sea.", List.of(new Mark(4, 7)));
        Hit.Copy copy = new Hit.Copy("b.md", "/b", "Sea", Optional.empty());
        Explanation why = new Explanation(Explanation.Tier.ALL_WORDS, List.of());
        assertEquals(
                new Hit(post, 2.5, List.of(new Mark(0, 3)), List.of(snippet), List.of("wall"), List.of(copy), true,
                        Optional.of(why)),
                Hit.of(post, 2.5).withTitleMarks(List.of(new Mark(0, 3))).withSnippets(List.of(snippet))
                        .withMissing(List.of("wall")).withCopies(List.of(copy)).withPinned(true).withExplanation(why));
        assertEquals(Hit.of(post, 1), new Hit(post, 1, List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void anAnswerGetsEachOfItsParts() {
        SearchRequest request = SearchRequest.of("sea").withSort(Sort.NEWEST).withSize(20);
        SearchResponse nothing = new SearchResponse(QUERY, 0, 0, false, 1, 0, 20, Sort.NEWEST, 0, List.of(), Map.of(),
                new Timeline(Timeline.Interval.MONTH, List.of()), INDEX, Optional.empty());
        assertEquals(nothing, SearchResponse.nothing(QUERY, request, INDEX));
        List<Hit> hits = List.of(Hit.of(PostView.of("a.md", "/a", "Sea"), 1));
        Map<FacetName, List<FacetCount>> facets = Map.of(FacetName.TAG, List.of(new FacetCount("flood", 3)));
        Timeline timeline = new Timeline(Timeline.Interval.YEAR,
                List.of(new Timeline.Bucket(LocalDate.of(2024, 1, 1), 3)));
        SearchResponse.Query read = new SearchResponse.Query("sea", "see", List.of(), true, Optional.of("seal"));
        assertEquals(
                new SearchResponse(read, 3, 5, false, 2, 9, 50, Sort.NEWEST, 4, hits, facets, timeline, INDEX,
                        Optional.of("c")),
                nothing.withQuery(read).withTotals(3, 5).withPage(2, 9).withSize(50).withTookMillis(4).withHits(hits)
                        .withFacets(facets).withTimeline(timeline).withNextCursor("c"));
    }
}
