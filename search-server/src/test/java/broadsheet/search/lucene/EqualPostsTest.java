package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import broadsheet.post.Post;
import broadsheet.search.Hit;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posts that are equal otherwise stand in the order of their ids, whatever builds the index went through. */
class EqualPostsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String STORY = """
            The night watchman of the harbour found the old lighthouse lamp burning although nobody had lit it, said \
            the council on Friday, and sent two keepers across the bay to look after the glass and the brass.""";

    @TempDir
    private Path folder;

    private static Post post(String id, String day, String body) {
        return Post.builder(id).lang("en").title("Lamp").body(body).date(Instant.parse(day + "T09:00:00Z")).build();
    }

    /** Four posts of a day; two are corrected afterwards, and so have the last numbers of Lucene's. */
    private SearchEngine corrected() throws IOException {
        List<Post> all = new ArrayList<>();
        for (String id : List.of("a", "b", "c", "d")) {
            all.add(post(id, "2024-05-01", "A lamp."));
        }
        return engine("corrected", List.of(all, List.of(all.get(2)), List.of(all.get(0))));
    }

    private SearchEngine engine(String name, List<List<Post>> builds) throws IOException {
        Path index = folder.resolve(name);
        IndexOfPosts.ofBuilds(index, builds).close();
        return LuceneSearchEngine.open(index, Ranking.DEFAULT, () -> NOW);
    }

    private static String ids(SearchResponse response) {
        return String.join(" ", response.hits().stream().map(hit -> hit.post().id()).toList());
    }

    @ParameterizedTest
    @CsvSource({"lamp,RELEVANCE,true", "lamp,RELEVANCE,false", "lamp,NEWEST,true", "lamp,NEWEST,false",
            "lamp,OLDEST,true", "lamp,OLDEST,false", "'',RELEVANCE,false", "'',NEWEST,true",
            "'lamp absentword',RELEVANCE,false",
            "-absentword,RELEVANCE,true", "date:2024,OLDEST,false", "title:lamp,RELEVANCE,true"})
    void aCorrectedPostKeepsItsPlace(String text, Sort sort, boolean fold) throws IOException {
        try (SearchEngine engine = corrected()) {
            SearchRequest request = SearchRequest.of(text).withSort(sort).withFoldCopies(fold);
            assertEquals(fold ? "a" : "a b c d", ids(engine.search(request)).substring(0, fold ? 1 : 7));
            assertEquals("a", ids(engine.search(request.withSize(1))));
            if (!fold) {
                assertEquals("c d", ids(engine.search(request.withSize(2).withPage(2))));
                String cursor = engine.search(request.withSize(2)).nextCursor().orElseThrow();
                assertEquals("c d", ids(engine.search(request.withSize(2).withCursor(cursor))));
            }
        }
    }

    @Test
    void postsOfOneFileStandInTheOrderOfTheirNumbers() throws IOException {
        List<Post> all = new ArrayList<>();
        for (String id : List.of("b.jsonl#2", "b.jsonl#10", "a.md", "b.jsonl#9", "b.jsonl", "c#x")) {
            all.add(post(id, "2024-05-01", "A lamp number " + id.replace("#", " of ")));
        }
        try (SearchEngine engine = engine("numbered", List.of(all))) {
            assertEquals("a.md b.jsonl b.jsonl#2 b.jsonl#9 b.jsonl#10 c#x",
                    ids(engine.search(SearchRequest.of("").withFoldCopies(false))));
        }
    }

    @Test
    void similarPostsWithEqualScoresComeByTheirIds() throws IOException {
        List<Post> all = new ArrayList<>();
        for (String id : List.of("a", "b", "c")) {
            all.add(post(id, "2024-05-01", "The brass lamp of tower " + id + " " + id + id + " glows."));
        }
        all.add(post("x", "2024-05-01", "A brass lamp and a tower."));
        try (SearchEngine engine = engine("similar", List.of(all, List.of(all.get(0)), List.of(all.get(1))))) {
            assertEquals(List.of("a", "b", "c"),
                    engine.similar("x", 9).hits().stream().map(hit -> hit.post().id()).toList());
        }
    }

    /** A random archive with copies and equal days, built at once and built in parts, gives the same pages. */
    @Test
    void buildsInPartsShowWhatAFullBuildShows() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Post> all = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            String body = random.nextInt(3) == 0
                    ? STORY
                    : "A lamp of brass " + "and glass ".repeat(random.nextInt(3)) + i;
            all.add(post("p%02d".formatted(i), "2024-05-0" + (1 + random.nextInt(3)), body));
        }
        List<Post> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        List<List<Post>> parts = List.of(shuffled.subList(0, 50), shuffled.subList(40, 70), shuffled.subList(60, 80));
        all.sort(Comparator.comparing(Post::id));
        try (SearchEngine full = engine("full", List.of(all)); SearchEngine inParts = engine("parts", parts)) {
            for (SearchRequest request : requests()) {
                List<Hit> expected = new ArrayList<>();
                List<Hit> shown = new ArrayList<>();
                for (int page = 1; page <= 9; page++) {
                    expected.addAll(full.search(request.withPage(page)).hits());
                    shown.addAll(inParts.search(request.withPage(page)).hits());
                }
                assertEquals(lines(expected), lines(shown), "seed " + seed + ": " + request);
                assertNotEquals(List.of(), expected);
            }
        }
    }

    private static List<SearchRequest> requests() {
        List<SearchRequest> requests = new ArrayList<>();
        for (boolean fold : List.of(true, false)) {
            // Words that no deleted document has twice over keep their scores; conditions score alike everywhere.
            for (String text : List.of("", "date:2024", "author:x OR date:2024-05", "-absent")) {
                for (Sort sort : Sort.values()) {
                    requests.add(SearchRequest.of(text).withSort(sort).withFoldCopies(fold).withSize(9));
                }
            }
            requests.add(SearchRequest.of("lamp").withSort(Sort.NEWEST).withFoldCopies(fold).withSize(7));
            requests.add(SearchRequest.of("lamp brass").withSort(Sort.OLDEST).withFoldCopies(fold).withSize(7));
        }
        return requests;
    }

    private static List<String> lines(List<Hit> hits) {
        return hits.stream().map(hit -> hit.post().id() + Optional.of(hit.copies()).filter(copies -> !copies.isEmpty())
                .map(copies -> " +" + copies.size()).orElse("")).toList();
    }
}
