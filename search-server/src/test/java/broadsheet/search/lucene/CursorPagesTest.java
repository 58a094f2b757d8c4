package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.owner.OwnerFile;
import broadsheet.owner.OwnerFiles;
import broadsheet.post.Post;
import broadsheet.post.PostBuilder;
import broadsheet.search.Filters;
import broadsheet.search.Hit;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchRequest.Syntax;
import broadsheet.search.SearchResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages by cursor are those by number, hit for hit: in each order, folded or not, with pins, and where words are missing. */
class CursorPagesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<String> WORDS = List.of("lamp", "glass", "brass", "ferry", "tower", "rope", "gull",
            "tide");
    private static final List<String> STORIES = List.of(
            "The night watchman of the harbour found the old lighthouse lamp burning although nobody had lit it, said the"
                    + " council on Friday, and sent two keepers across the bay to look after the glass and the brass.",
            "A ferry with forty people ran onto a rope in the fog on Monday, the second time in a month, and the master"
                    + " of the tower asked for a lamp on each gate of the lock before the next tide comes in.",
            "Nobody counted the gulls this year, since the keeper of the tide table left for the south, and the parish"
                    + " will hang a glass tower clock over the market to remember him by, the mayor wrote on Sunday.");

    @TempDir
    private Path folder;

    /** Builds in parts, so that documents are deleted and numbers are not in the order of ids; or one full build. */
    private SearchEngine engine(Random random, boolean inParts, InstantSource clock) throws IOException {
        List<List<Post>> builds = new ArrayList<>();
        for (int build = 0; build < (inParts ? 3 : 1); build++) {
            List<Post> posts = new ArrayList<>();
            for (int i = 0; i < (inParts ? 40 : 100); i++) {
                posts.add(post(random, "p%03d".formatted(inParts ? random.nextInt(100) : i)));
            }
            builds.add(posts.stream().filter(post -> posts.stream().filter(other -> other.id().equals(post.id()))
                    .findFirst().orElseThrow() == post).toList());
        }
        Path index = folder.resolve("index" + inParts + random.nextInt(1_000_000));
        IndexOfPosts.ofBuilds(index, builds).close();
        Path pins = Files.writeString(folder.resolve("pins.txt"), """
                lamp => p001, p050, p030, p002
                ferry tower => p003, p004
                nothing at all => p005, p006, p007
                """);
        OwnerFiles owner = new OwnerFiles(Optional.empty(), Optional.of(new OwnerFile(pins, true)));
        return LuceneSearchEngine.open(index, owner, Ranking.DEFAULT, clock);
    }

    private static Post post(Random random, String id) {
        int kind = random.nextInt(8);
        StringBuilder body = new StringBuilder();
        if (kind < STORIES.size()) {
            body.append(STORIES.get(kind)).append(random.nextBoolean() ? " More on Tuesday." : "");
        } else {
            for (int i = 0; i < 4 + random.nextInt(4); i++) {
                body.append(WORDS.get(random.nextInt(random.nextInt(WORDS.size()) + 1))).append(' ');
            }
        }
        String title = random.nextInt(3) == 0 ? WORDS.get(random.nextInt(WORDS.size())) : "Harbour";
        PostBuilder post = Post.builder(id).lang("en").title(title).body(body.toString())
                .tags(List.of(random.nextBoolean() ? "even" : "odd"));
        if (random.nextInt(6) > 0) {
            post = post.date(Instant.parse("2024-05-0" + (1 + random.nextInt(4)) + "T09:00:00Z"));
        }
        return random.nextInt(20) == 0 ? post.visibleFrom(Instant.parse("2030-01-01T00:00:00Z")).build() : post.build();
    }

    private static SearchRequest request(Random random) {
        List<String> texts = List.of("", "lamp", "ferry tower", "nothing at all", "-absent", "lamp OR gull",
                "date:2024-05", "lamp glass brass ferry tower", "gull absentword", "\"glass brass\"", "tag:odd",
                WORDS.get(random.nextInt(8)) + " " + WORDS.get(random.nextInt(8)) + " " + WORDS.get(random.nextInt(8)));
        Filters odd = new Filters(Map.of(Filters.Name.TAG, List.of("odd")), Map.of(), Optional.empty(),
                Optional.empty());
        SearchRequest request = SearchRequest.of(texts.get(random.nextInt(texts.size()))).plain()
                .withSort(Sort.values()[random.nextInt(3)]).withFoldCopies(random.nextInt(3) > 0)
                .withSize(1 + random.nextInt(random.nextBoolean() ? 4 : 40));
        SearchRequest narrowed = random.nextInt(4) == 0 ? request.withFilters(odd) : request;
        return random.nextInt(8) == 0 ? narrowed.withSyntax(Syntax.LUCENE).withText("lamp OR tower") : narrowed;
    }

    private static List<String> line(SearchResponse response) {
        List<String> line = new ArrayList<>(List.of("page " + response.page() + " of " + response.pages() + ", "
                + response.total() + " of " + response.totalAll()));
        for (Hit hit : response.hits()) {
            line.add(hit.post().id() + " " + hit.score() + " " + hit.pinned() + " " + hit.missing() + " "
                    + hit.copies().size());
        }
        return line;
    }

    private void compare(long seed, int archives, int requests) throws IOException {
        Random random = new Random(seed);
        int pages = 0;
        for (int archive = 0; archive < archives; archive++) {
            try (SearchEngine engine = engine(random, archive % 2 == 0, () -> NOW)) {
                for (int i = 0; i < requests; i++) {
                    pages += compare(engine, request(random), "seed " + seed + ", archive " + archive);
                }
            }
        }
        assertTrue(pages > archives * requests, pages + " pages");
    }

    private static int compare(SearchEngine engine, SearchRequest request, String seed) {
        SearchResponse byCursor = engine.search(request);
        int page = 1;
        while (true) {
            SearchResponse byNumber = engine.search(request.withPage(page));
            assertEquals(line(byNumber), line(byCursor), seed + ", page " + page + " of " + request);
            assertEquals(page < byNumber.pages(), byCursor.nextCursor().isPresent(), seed + ", " + request);
            if (byCursor.nextCursor().isEmpty()) {
                return page;
            }
            byCursor = engine.search(request.withCursor(byCursor.nextCursor().get()));
            page++;
        }
    }

    @Test
    void pagesByCursorAreThoseByNumber() throws IOException {
        compare(System.nanoTime(), 4, 60);
    }

    @Test
    @Tag("torture")
    void pagesByCursorAreThoseByNumberInManyArchives() throws IOException {
        compare(System.nanoTime(), 200, 400);
    }

    /** What being new is worth changes with each second; a cursor goes on in the order of the first page. */
    @Test
    void laterPagesAreOrderedAtTheMomentOfTheFirst() throws IOException {
        Random random = new Random(7);
        Instant[] now = {NOW};
        try (SearchEngine engine = engine(random, false, () -> now[0])) {
            SearchRequest request = SearchRequest.of("lamp").plain().withSize(7);
            SearchResponse second = engine.search(request.withPage(2));
            String cursor = engine.search(request).nextCursor().orElseThrow();
            now[0] = NOW.plusSeconds(3600 * 24 * 365);
            assertEquals(line(second), line(engine.search(request.withCursor(cursor))));
        }
    }
}
