package broadsheet.web;

import broadsheet.query.Note;
import broadsheet.search.EngineState;
import broadsheet.search.Explanation;
import broadsheet.search.Explanation.Cause;
import broadsheet.search.Explanation.Part;
import broadsheet.search.Explanation.Share;
import broadsheet.search.Explanation.Tier;
import broadsheet.search.Hit;
import broadsheet.search.Hit.Copy;
import broadsheet.search.Hit.Mark;
import broadsheet.search.Hit.Snippet;
import broadsheet.search.PostView;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchException;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchResponse;
import broadsheet.search.SearchResponse.FacetCount;
import broadsheet.search.SearchResponse.IndexInfo;
import broadsheet.search.SearchResponse.Timeline;
import broadsheet.search.SearchResponse.Timeline.Bucket;
import broadsheet.search.SearchResponse.Timeline.Interval;
import broadsheet.search.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An engine that knows one answer, for tests of what the web makes of an answer; {@link #behave} makes it misbehave. */
public final class SampleEngine implements SearchEngine {

    public static final Instant BUILT = Instant.parse("2026-01-02T03:04:05Z");
    public static final PostView POST = PostView
            .of("_posts/2024-03-01-sea-wall.md", "/2024/03/01/sea-wall.html", "Sea wall <dear> at £5m")
            .withExcerpt("The harbour gets a wall.").withDate(Instant.parse("2024-03-01T09:00:00Z"))
            .withAuthors(List.of("Ada Writer")).withCategories(List.of("environment")).withTags(List.of("floods"))
            .withLang("en").withWords(812);

    private volatile Function<SearchRequest, SearchResponse> behaviour = this::answer;
    private final ThreadLocal<Boolean> inRequest = ThreadLocal.withInitial(() -> false);
    private volatile long generation = 7;
    private volatile List<String> reasons = List.of();

    public void behave(Function<SearchRequest, SearchResponse> behaviour) {
        this.behaviour = behaviour;
    }

    public void degrade(String... why) {
        reasons = List.of(why);
    }

    public void publish(long number) {
        generation = number;
    }

    /** Whether the call comes from {@link #asOne}. */
    public boolean isInRequest() {
        return inRequest.get();
    }

    @Override
    public <T, E extends Exception> T asOne(Calls<T, E> calls) throws E {
        inRequest.set(true);
        try {
            return calls.run();
        } finally {
            inRequest.set(false);
        }
    }

    @Override
    public SearchResponse search(SearchRequest request) {
        return behaviour.apply(request);
    }

    public SearchResponse answer(SearchRequest request) {
        if (request.cursor().filter("old"::equals).isPresent()) {
            throw new SearchException.BadCursor("The cursor belongs to an index that is gone.", "old", true);
        }
        if (request.cursor().filter(c -> !c.startsWith("c")).isPresent()) {
            throw new SearchException.BadCursor("This is no cursor.", request.cursor().get(), false);
        }
        if (request.syntax() == SearchRequest.Syntax.LUCENE && request.text().contains("((")) {
            throw new SearchException.BadSyntax("expected a closing bracket", request.text(), 4);
        }
        Map<FacetName, List<FacetCount>> facets = request.facets().contains(FacetName.CATEGORY)
                ? Map.of(FacetName.CATEGORY, List.of(new FacetCount("environment", 80)))
                : Map.of();
        Timeline timeline = new Timeline(Interval.MONTH,
                request.timeline() ? List.of(new Bucket(LocalDate.of(2024, 3, 1), 9)) : List.of());
        SearchResponse.Query query = new SearchResponse.Query(request.text(), request.text(),
                List.of(new Note("test-note", "This is a note with <brackets>.")), false, Optional.of("sea wells"),
                List.of(new SearchResponse.OtherSpelling("See", 12, "See wall")),
                List.of(new SearchResponse.Byline("Cara See", 12, "author:\"Cara See\"")));
        return SearchResponse.nothing(query, request, index()).withTotals(214, 214)
                .withPage(request.cursor().isPresent() ? 101 : request.page(), 120).withTookMillis(3)
                .withHits(List.of(request.explain() ? explained() : hit())).withFacets(facets).withTimeline(timeline)
                .withNextCursor("c/1+2");
    }

    public static Hit hit() {
        Snippet snippet = new Snippet(Snippet.Field.BODY, "The sea wall, built in rock & clay …",
                List.of(new Mark(4, 12)));
        Copy copy = new Copy("_posts/b.md", "javascript:alert(1)", "Sea wall again", Optional.empty());
        return Hit.of(POST, 11.42).withTitleMarks(List.of(new Mark(0, 8))).withSnippets(List.of(snippet))
                .withMissing(List.of("harbour")).withCopies(List.of(copy));
    }

    private static Hit explained() {
        Share word = new Share(Cause.WORD, Part.TITLE, List.of("sea"), List.of(), 2, 7.11111);
        Share other = new Share(Cause.PATTERN, Part.TEXT, List.of("wal*"), List.of("wall"), 1, 2.15444);
        Share recency = new Share(Cause.RECENCY, Part.POST, List.of(), List.of(), 0, 2.15445);
        return hit().withPinned(true)
                .withExplanation(new Explanation(Tier.SOME_WORDS, List.of(word, other, recency)));
    }

    @Override
    public Optional<StoredPost> post(String id) {
        return id.equals(POST.id())
                ? Optional.of(new StoredPost(POST, "The sea wall.\n\nIt is dear."))
                : Optional.empty();
    }

    @Override
    public Optional<StoredPost> postAt(String address) {
        return address.equals(POST.url()) ? post(POST.id()) : Optional.empty();
    }

    @Override
    public Optional<Site> site() {
        return Optional.of(Site.UNKNOWN);
    }

    @Override
    public Similar similar(String id, int size) {
        return id.equals(POST.id()) ? new Similar(List.of(hit()), false) : Similar.NONE;
    }

    @Override
    public List<Suggestion> suggest(String text, int size) {
        return List.of(new Suggestion(text + " wall", 12));
    }

    @Override
    public IndexInfo index() {
        return new IndexInfo(generation, BUILT, 12034);
    }

    @Override
    public EngineState state() {
        return new EngineState(reasons, 4_096, "7 " + BUILT);
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
