package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Post;
import broadsheet.post.PostBuilder;
import broadsheet.search.Hit;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse;
import broadsheet.search.SearchResponse.FacetCount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldingTest {

    private static final Instant NOW = SmallArchive.NOW;
    private static final String FERRY = "The night ferry to Orsa sails again from Monday, the harbour office said, after "
            + "six weeks in the dry dock at Carrow where its second engine was taken out, cleaned and put back.";
    private static final String TRAM = "A tram on line two stood for three hours between Weir Lane and the depot because "
            + "a swan had settled on the rails and nobody on duty was trained to carry one.";
    private static final String MARKET = "Stallholders at the fish market voted by forty to six to keep the old ice house, "
            + "though the council had offered them a new one beside the tram depot at no rent.";

    @TempDir
    private Path folder;
    private final List<SmallArchive> open = new ArrayList<>();

    private SearchEngine engineOver(List<Post> posts) {
        try {
            SmallArchive archive = SmallArchive.of(folder.resolve("index" + open.size()), posts);
            open.add(archive);
            return archive.engine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void closeEngines() {
        open.forEach(SmallArchive::close);
    }

    private static PostBuilder post(String id, String title, String body) {
        return Post.builder(id).title(title).body(body).lang("en").date(Instant.parse("2024-05-01T09:00:00Z"));
    }

    /** One story in five posts, another in two, a third in one. */
    private static List<Post> archive() {
        return List.of(
                post("a-breaking", "Breaking: Latest Harrow ferry sails again", "Just in: " + FERRY).build(),
                post("a-update", "Update: Latest Harrow ferry sails again", "What we know: " + FERRY)
                        .date(Instant.parse("2024-05-02T09:00:00Z")).url("/update.html").build(),
                post("a-latest", "Latest: New Harrow ferry sails again", "People at New Harrow say: " + FERRY).build(),
                post("a-plain", "Latest Harrow ferry sails again", FERRY).build(),
                post("a-late", "Latest Harrow ferry sails again", FERRY).visibleFrom(NOW.plusSeconds(60)).build(),
                post("b-breaking", "Breaking: Swan stops the tram", "Just in: " + TRAM).build(),
                post("b-update", "Update: Swan stops the tram", "What we know: " + TRAM).build(),
                post("c", "Ice house stays", MARKET).build());
    }

    private static List<String> ids(SearchResponse response) {
        return response.hits().stream().map(hit -> hit.post().id()).toList();
    }

    private static SearchRequest request(String text, Sort sort, int page, int size, boolean fold) {
        return SearchRequest.of(text).withSort(sort).withPage(page).withSize(size).withFoldCopies(fold)
                .withFacets(Set.of(FacetName.YEAR));
    }

    @Test
    void storyIsOneHitAndItsPostsAreCounted() {
        SearchEngine engine = engineOver(archive());
        SearchResponse response = engine.search(request("", Sort.RELEVANCE, 1, 10, true));
        assertEquals(List.of("a-update", "b-breaking", "c"), ids(response).stream().sorted().toList());
        assertEquals(7, response.total());
        assertEquals(1, response.pages());
        assertEquals(List.of(new FacetCount("2024", 7)), response.facets().get(FacetName.YEAR));
        assertEquals(7, response.timeline().buckets().stream().mapToLong(b -> b.count()).sum());
    }

    @Test
    void copiesAreListedNewestFirstWithoutThoseOfTheFuture() {
        SearchEngine engine = engineOver(archive());
        Hit hit = engine.search(request("night ferry dry dock Just in", Sort.RELEVANCE, 1, 10, true)).hits().get(0);
        assertEquals("a-breaking", hit.post().id());
        assertEquals(List.of("a-update", "a-latest", "a-plain"), hit.copies().stream().map(Hit.Copy::id).toList());
        Hit.Copy newest = hit.copies().get(0);
        assertEquals("Update: Latest Harrow ferry sails again", newest.title());
        assertEquals("/update.html", newest.url());
        assertEquals(Optional.of(Instant.parse("2024-05-02T09:00:00Z")), newest.date());
    }

    @Test
    void withoutFoldingEveryPostIsAHit() {
        SearchEngine engine = engineOver(archive());
        SearchResponse response = engine.search(request("ferry", Sort.RELEVANCE, 1, 10, false));
        assertEquals(4, response.hits().size());
        assertEquals(Set.of(List.of()), Set.copyOf(response.hits().stream().map(Hit::copies).toList()));
        assertTrue(response.hits().stream().anyMatch(h -> h.post().title().startsWith("Breaking: Latest")));
    }

    @Test
    void theLeastDamagedHeadlineIsShownWithoutAFeedsPrefix() {
        SearchEngine engine = engineOver(archive());
        Hit hit = engine.search(request("ferry \"Just in\"", Sort.RELEVANCE, 1, 10, true)).hits().get(0);
        assertEquals("a-breaking", hit.post().id());
        assertEquals("New Harrow ferry sails again", hit.post().title());
        assertEquals(List.of(new Hit.Mark(11, 16)), hit.titleMarks());
    }

    @Test
    void pagesCountHitsAndNoStoryStandsOnTwo() {
        SearchEngine engine = engineOver(archive());
        for (Sort sort : Sort.values()) {
            Set<String> stories = new HashSet<>();
            for (int page = 1; page <= 3; page++) {
                SearchResponse response = engine.search(request("", sort, page, 1, true));
                assertEquals(3, response.pages());
                assertEquals(1, response.hits().size());
                assertTrue(stories.add(ids(response).get(0).substring(0, 1)), sort + " " + stories);
                assertEquals(page < 3, response.nextCursor().isPresent());
            }
        }
    }

    @Test
    void byDateTheFirstInThatOrderStandsForTheStory() {
        SearchEngine engine = engineOver(archive());
        assertEquals("a-update", ids(engine.search(request("ferry", Sort.NEWEST, 1, 10, true))).get(0));
        assertTrue(!ids(engine.search(request("ferry", Sort.OLDEST, 1, 10, true))).get(0).equals("a-update"));
    }

    @Test
    void wordsOfAPrefixAddNothingToAHeadline() {
        List<Post> posts = new ArrayList<>(archive());
        posts.add(post("d", "Notes", "An update on the ferry and the update before. " + MARKET.substring(40)).build());
        SearchEngine engine = engineOver(posts);
        List<String> ids = ids(engine.search(request("title:update", Sort.RELEVANCE, 1, 10, true)));
        assertEquals(Set.of("a-update", "b-update"), Set.copyOf(ids), "it is still found where it stands");
        assertEquals("d", ids(engine.search(request("update", Sort.RELEVANCE, 1, 10, true))).get(0));
    }

    @Test
    void similarPostsAreOtherStories() {
        SearchEngine engine = engineOver(archive());
        List<String> ids = engine.similar("a-breaking", 5).hits().stream().map(hit -> hit.post().id()).toList();
        assertTrue(ids.stream().noneMatch(id -> id.startsWith("a-")), ids.toString());
        assertEquals(ids.size(), Set.copyOf(ids.stream().map(id -> id.substring(0, 1)).toList()).size());
    }

    @Test
    void incrementalBuildFoldsAsAFullOne() throws IOException {
        Path index = folder.resolve("grown");
        for (List<Post> part : List.of(archive().subList(0, 3), archive().subList(3, 8))) {
            try (LucenePostIndexer indexer = LucenePostIndexer.open(index, true)) {
                for (Post post : part) {
                    indexer.put(post.id(), List.of(post));
                }
                indexer.publish(new byte[0]);
            }
        }
        try (SearchEngine engine = LuceneSearchEngine.open(index, Ranking.DEFAULT, () -> NOW)) {
            SearchResponse response = engine.search(request("", Sort.RELEVANCE, 1, 10, true));
            assertEquals(List.of("a-update", "b-breaking", "c"), ids(response).stream().sorted().toList());
            Hit ferry = response.hits().stream().filter(h -> h.post().id().startsWith("a")).findFirst().orElseThrow();
            assertEquals("New Harrow ferry sails again", ferry.post().title());
            assertEquals(3, ferry.copies().size());
        }
    }
}
