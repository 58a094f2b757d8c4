package broadsheet.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import broadsheet.post.PostBuilder;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse.FacetCount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every engine answers alike; each engine's own test says how posts become an index. */
public abstract class SearchEngineContract {

    protected static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** An engine over these posts, whose clock stands at {@link #NOW}; the test closes nothing. */
    protected abstract SearchEngine engineOver(List<Post> posts);

    private static PostBuilder post(String id, String title, String body) {
        return Post.builder(id).title(title).body(body).lang("en").date(Instant.parse("2024-05-01T09:00:00Z"));
    }

    private static List<String> ids(SearchResponse response) {
        return response.hits().stream().map(hit -> hit.post().id()).toList();
    }

    private static SearchRequest sorted(String text, Sort sort) {
        return SearchRequest.of(text).withSort(sort).plain().withFoldCopies(false);
    }

    @Test
    void everyFormOfAWordIsFound() {
        SearchEngine engine = engineOver(List.of(post("a", "Ferry", "The ferries were cancelled.").build(),
                post("b", "Tram", "The tram ran.").build()));
        assertEquals(List.of("a"), ids(engine.search(SearchRequest.of("cancel ferry"))));
    }

    @Test
    void phraseMatchesOnlyInOrderAndInTheseForms() {
        SearchEngine engine = engineOver(List.of(post("a", "One", "A sea wall was built.").build(),
                post("b", "Two", "Sea walls were built.").build(),
                post("c", "Three", "A wall by the sea was built.").build()));
        assertEquals(List.of("a"), ids(engine.search(SearchRequest.of("\"sea wall\""))));
        assertEquals(1, engine.search(SearchRequest.of("\"sea wall\"")).total());
    }

    @Test
    void phraseDoesNotCrossFromHeadlineToText() {
        SearchEngine engine = engineOver(List.of(post("a", "Breaking news", "today it rained").build()));
        assertEquals(0, engine.search(SearchRequest.of("\"news today\"")).total());
    }

    @Test
    void exclusionsHoldWhateverElseIsTyped() {
        SearchEngine engine = engineOver(List.of(post("a", "Flood", "A flood in the north.").build(),
                post("b", "Flood", "A flood at the match.").build()));
        assertEquals(List.of("a"), ids(engine.search(SearchRequest.of("flood -match"))));
        assertEquals(List.of("a"), ids(engine.search(SearchRequest.of("-match"))));
        assertEquals(List.of("a"), ids(engine.search(SearchRequest.of("flood summit parliament -match"))));
    }

    @Test
    void postsWithAllWordsComeFirstAndTheOthersNameWhatTheyLack() {
        SearchEngine engine = engineOver(List.of(
                post("some", "Harbour harbour harbour", "harbour harbour harbour").build(),
                post("all", "Quiet day", "A long text on the harbour and much later also on the tram line.").build()));
        SearchResponse response = engine.search(SearchRequest.of("harbour tram"));
        assertEquals(List.of("all", "some"), ids(response));
        assertEquals(1, response.total());
        assertEquals(2, response.totalAll());
        assertTrue(response.query().relaxed());
        assertEquals(List.of(), response.hits().get(0).missing());
        assertEquals(List.of("tram"), response.hits().get(1).missing());
    }

    @Test
    void stopWordsNeverDecideOutsideQuotationMarks() {
        SearchEngine engine = engineOver(List.of(post("a", "Mayor", "Mayor resigns.").build()));
        assertEquals(1, engine.search(SearchRequest.of("what did the mayor do")).totalAll());
        assertEquals(1, engine.search(SearchRequest.of("the mayor")).total());
        assertEquals(0, engine.search(SearchRequest.of("\"the mayor\"")).total());
    }

    @Test
    void nothingTypedShowsTheNewestFirstAndUndatedLast() {
        SearchEngine engine = engineOver(List.of(
                Post.builder("undated").title("x").lang("en").build(),
                post("old", "x", "x").date(Instant.parse("2013-01-01T00:00:00Z")).build(),
                post("new", "x", "x").date(Instant.parse("2025-01-01T00:00:00Z")).build()));
        assertEquals(List.of("new", "old", "undated"), ids(engine.search(SearchRequest.of(""))));
        assertEquals(List.of("old", "new", "undated"), ids(engine.search(sorted("", Sort.OLDEST))));
        assertEquals(List.of("new", "old"), ids(engine.search(sorted("x", Sort.NEWEST))).subList(0, 2));
    }

    @Test
    void ofEqualPostsTheNewerComesFirst() {
        SearchEngine engine = engineOver(List.of(
                post("old", "Bridge opens", "The bridge opens.").date(Instant.parse("2015-01-01T00:00:00Z")).build(),
                post("new", "Bridge opens", "The bridge opens.").date(Instant.parse("2025-12-01T00:00:00Z")).build()));
        assertEquals(List.of("new", "old"), ids(engine.search(SearchRequest.of("bridge"))));
    }

    @Test
    void futurePostsAreSeenByNobody() {
        SearchEngine engine = engineOver(List.of(post("now", "Budget", "The budget.").build(),
                post("later", "Budget", "The budget.").visibleFrom(NOW.plusSeconds(1)).build(),
                post("just", "Budget", "The budget.").visibleFrom(NOW).build()));
        SearchResponse response = engine.search(SearchRequest.of("budget"));
        assertEquals(Set.of("now", "just"), Set.copyOf(ids(response)));
        assertEquals(2, response.index().posts());
        assertEquals(Optional.empty(), engine.post("later"));
        assertEquals("The budget.", engine.post("now").orElseThrow().body());
    }

    @Test
    void nearCountsWordsExactly() {
        SearchEngine engine = engineOver(List.of(post("a", "t", "flood one two three defence").build()));
        assertEquals(1, engine.search(SearchRequest.of("flood NEAR/4 defence")).total());
        assertEquals(0, engine.search(SearchRequest.of("flood NEAR/3 defence")).total());
        assertEquals(1, engine.search(SearchRequest.of("defence NEAR/4 flood")).total());
        assertEquals(0, engine.search(SearchRequest.of("defence PRE/4 flood")).total());
        assertEquals(1, engine.search(SearchRequest.of("flood PRE/4 \"three defence\"")).total());
        assertEquals(1, engine.search(SearchRequest.of("\"defence flood\"~4")).total());
        assertEquals(0, engine.search(SearchRequest.of("\"defence flood\"~3")).total());
    }

    @Test
    void sameSentenceAndSameParagraphEndWhereTheyEnd() {
        SearchEngine engine = engineOver(
                List.of(post("a", "t", "The mayor spoke. The council sat.\n\nRain fell.").build()));
        assertEquals(1, engine.search(SearchRequest.of("mayor /s spoke")).total());
        assertEquals(0, engine.search(SearchRequest.of("mayor /s council")).total());
        assertEquals(1, engine.search(SearchRequest.of("mayor /p council")).total());
        assertEquals(0, engine.search(SearchRequest.of("mayor /p rain")).total());
    }

    @Test
    void fieldsNarrowWords() {
        SearchEngine engine = engineOver(List.of(
                post("a", "Storm hits", "Calm now.\n\nThe harbour closed.").excerpt("A gale")
                        .authors(List.of("Ann O'Neill")).categories(List.of("World News")).tags(List.of("weather"))
                        .build(),
                post("b", "Calm", "Storm over.").authors(List.of("Bo Oneill")).build()));
        for (String query : List.of("title:storm", "headline:\"storm hits\"", "author:o'neill", "by:\"ann o'neill\"",
                "section:world", "category:\"world news\"", "tag:weather", "lead:gale", "lead:calm", "body:harbour",
                "title:stor*", "title:(storm hits)", "author:an*")) {
            assertEquals(List.of("a"), ids(engine.search(sorted(query, Sort.RELEVANCE))), query);
        }
        for (String query : List.of("title:harbour", "lead:harbour", "body:gale", "author:weather")) {
            assertEquals(0, engine.search(SearchRequest.of(query)).total(), query);
        }
        assertEquals(List.of("b"), ids(engine.search(SearchRequest.of("storm -author:ann"))));
    }

    @Test
    void patternsFindFormsOfWords() {
        SearchEngine engine = engineOver(List.of(post("a", "t", "Electoral women").build(),
                post("b", "t", "Smyth").build()));
        assertEquals(List.of("a"), ids(engine.search(SearchRequest.of("elect*"))));
        assertEquals(List.of("a"), ids(engine.search(SearchRequest.of("wom?n"))));
        assertEquals(List.of("b"), ids(engine.search(SearchRequest.of("smith~1"))));
        assertEquals(0, engine.search(SearchRequest.of("smiht~1")).total());
    }

    @Test
    void wordsAreFoundAsWritten() {
        SearchEngine engine = engineOver(List.of(post("plus", "t", "He wrote C++ for years.").build(),
                post("c", "t", "The C notes of a scale.").build(),
                post("att", "t", "AT&T bought it for £5m at 10:30.").build(),
                post("us", "t", "The US vote. Nobody told us.").build(),
                post("pronoun", "t", "They told us the truth.").build(),
                post("virus", "t", "Deaths from covid-19 fell; an F-16 flew. O’Neill left the U.S.").build()));
        assertEquals(List.of("plus"), ids(engine.search(SearchRequest.of("C++"))));
        assertEquals(List.of("att"), ids(engine.search(SearchRequest.of("AT&T"))));
        assertEquals(List.of("att"), ids(engine.search(SearchRequest.of("£5m"))));
        assertEquals(List.of("att"), ids(engine.search(SearchRequest.of("10:30"))));
        assertEquals(List.of("virus"), ids(engine.search(SearchRequest.of("covid-19"))));
        assertEquals(List.of("virus"), ids(engine.search(SearchRequest.of("O'Neill"))));
        assertEquals(Set.of("us", "virus"), Set.copyOf(ids(engine.search(SearchRequest.of("\"US\"")))));
        assertEquals(List.of("us"), ids(engine.search(SearchRequest.of("US vote"))).subList(0, 1));
    }

    @Test
    void datesTakeWholeDays() {
        SearchEngine engine = engineOver(List.of(
                post("feb", "x", "x").date(Instant.parse("2024-02-29T23:59:59Z")).build(),
                post("mar", "x", "x").date(Instant.parse("2024-03-01T00:00:00Z")).build(),
                Post.builder("never").title("x").lang("en").build()));
        assertEquals(List.of("mar"), ids(engine.search(SearchRequest.of("after:2024-03-01"))));
        assertEquals(List.of("feb"), ids(engine.search(SearchRequest.of("before:2024-02"))));
        assertEquals(List.of("mar", "feb"), ids(engine.search(SearchRequest.of("date:2024"))));
        Filters filters = new Filters(Map.of(), Map.of(), Optional.of(LocalDate.of(2024, 2, 29)),
                Optional.of(LocalDate.of(2024, 2, 29)));
        assertEquals(List.of("feb"), ids(engine.search(SearchRequest.of("x").withFilters(filters))));
    }

    @Test
    void filtersTakeValuesWithoutRegardToCase() {
        SearchEngine engine = engineOver(List.of(post("a", "x", "x").categories(List.of("Sports")).build(),
                post("b", "x", "x").categories(List.of("News")).build(),
                post("c", "x", "x").categories(List.of("sports")).authors(List.of("Ann")).build()));
        Filters sports = new Filters(Map.of(Filters.Name.CATEGORY, List.of("SPORTS")), Map.of(), Optional.empty(),
                Optional.empty());
        SearchResponse response = engine.search(SearchRequest.of("").withFilters(sports).withFoldCopies(false));
        assertEquals(Set.of("a", "c"), Set.copyOf(ids(response)));
        assertEquals(List.of(new FacetCount("Sports", 2)), response.facets().get(FacetName.CATEGORY));
        assertEquals(List.of(new FacetCount("2024", 2)), response.facets().get(FacetName.YEAR));
        assertEquals(List.of(new FacetCount("Ann", 1)), response.facets().get(FacetName.AUTHOR));
        assertEquals(2, response.timeline().buckets().stream().mapToLong(b -> b.count()).sum());
    }

    @Test
    void snippetsShowTheMatchAtAnyDepth() {
        String filler = "Nothing of note was said here. ".repeat(20_000);
        SearchEngine engine = engineOver(List.of(post("a", "Long",
                filler + "At last the “sea wall” of Łódź was built. " + filler).excerpt("Short.").build()));
        Hit hit = engine.search(SearchRequest.of("\"sea wall\" Lodz")).hits().get(0);
        Hit.Snippet snippet = hit.snippets().get(0);
        assertEquals(List.of("sea wall", "Łódź"), marked(snippet));
        assertEquals(Hit.Snippet.Field.BODY, snippet.field());
    }

    @Test
    void phraseIsOneMarkInHeadlineAndText() {
        SearchEngine engine = engineOver(
                List.of(post("a", "Sea wall to cost £5m", "The sea wall & more, the council said.").build()));
        Hit hit = engine.search(SearchRequest.of("\"sea wall\" council")).hits().get(0);
        assertEquals(List.of(new Hit.Mark(0, 8)), hit.titleMarks());
        assertEquals(List.of("sea wall", "council"), marked(hit.snippets().get(0)));
        assertEquals("The sea wall & more, the council said.", hit.snippets().get(0).text());
    }

    @Test
    void snippetsNeverRepeatASentence() {
        SearchEngine engine = engineOver(List.of(post("a", "t", "The lock gate failed. Boats wait at the lock gate.")
                .excerpt("The lock gate failed.").build()));
        List<String> texts = engine.search(SearchRequest.of("lock gate")).hits().get(0).snippets().stream()
                .map(Hit.Snippet::text).toList();
        assertEquals(texts.size(), Set.copyOf(texts).size());
        assertFalse(texts.isEmpty());
    }

    private static List<String> marked(Hit.Snippet snippet) {
        return snippet.marks().stream().map(m -> snippet.text().substring(m.start(), m.end())).toList();
    }

    @Test
    void pagesAndCursorsGiveEachPostOnce() {
        SearchEngine engine = engineOver(
                IntStream.range(0, 57).mapToObj(i -> post("p" + i, "Market", "Market day " + i).build()).toList());
        java.util.Set<String> seen = new java.util.HashSet<>();
        SearchRequest market = SearchRequest.of("market").plain().withFoldCopies(false);
        Optional<String> cursor = Optional.empty();
        int pages = 0;
        do {
            SearchResponse page = engine.search(cursor.map(market::withCursor).orElse(market));
            assertEquals(57, page.total());
            assertEquals(6, page.pages());
            assertEquals(++pages, page.page());
            ids(page).forEach(id -> assertTrue(seen.add(id), id));
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        assertEquals(57, seen.size());
    }

    @Test
    void otherLanguagesHaveTheirOwnStems() {
        SearchEngine engine = engineOver(List.of(
                post("de", "Häuser", "Die Häuser am Hafen brennen.").lang("de").build(),
                post("fr", "Les élections", "L'élection municipale approche.").lang("fr").build(),
                post("zh", "地震", "四川发生地震。").lang("zh").build(),
                post("en", "Houses", "The houses burn.").build()));
        assertEquals(List.of("de"), ids(engine.search(SearchRequest.of("haus"))));
        assertEquals(List.of("fr"), ids(engine.search(SearchRequest.of("elections"))));
        assertEquals(List.of("zh"), ids(engine.search(SearchRequest.of("地震"))));
        assertEquals(List.of("zh"), ids(engine.search(SearchRequest.of("\"四川发生\""))));
        assertEquals(List.of("en"), ids(engine.search(SearchRequest.of("house"))));
        assertEquals(List.of("de"), ids(engine.search(SearchRequest.of("lang:de"))));
    }

    @Test
    void similarPostsShareTellingWords() {
        SearchEngine engine = engineOver(
                List.of(post("a", "Lighthouse repair", "The lighthouse lamp was mended.").build(),
                        post("b", "Lamp of the lighthouse", "A new lamp for the lighthouse.").build(),
                        post("c", "Football", "The match ended level.").build()));
        assertEquals("b", engine.similar("a", 3).hits().get(0).post().id());
        assertEquals(SearchEngine.Similar.NONE, engine.similar("nobody", 3));
    }
}
