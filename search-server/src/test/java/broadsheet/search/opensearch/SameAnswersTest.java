package broadsheet.search.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.IndexBuild;
import broadsheet.cluster.OneCluster;
import broadsheet.index.PostIndexer;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.index.opensearch.ClusterPostIndexer;
import broadsheet.search.Filters;
import broadsheet.search.Hit;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The embedded engine and the cluster answer alike: whole answers over the sample archive, on three shards. */
@ExtendWith(OneCluster.class)
@ResourceLock(value = OneCluster.NODES, mode = ResourceAccessMode.READ)
class SameAnswersTest {

    private static final Path SEEDS = Path.of("../seeds");

    private static final List<String> TEXTS = List.of("", "harbour", "the", "harbour wall", "sea wall", "\"sea wall\"",
            "\"sea wall\" council", "ferry strike", "hospital wing opens", "council -wall", "harbour OR ferry",
            "harbour AND council", "(harbour OR ferry) strike", "wall NEAR/5 sea", "sea PRE/3 wall", "mayor /s council",
            "wall /p council", "title:wall", "title:\"sea wall\"", "body:council", "lead:council", "author:calloway",
            "by:\"ines calloway\"", "section:news", "tag:ferry", "lang:de", "lang:en harbour", "after:2024-01-01",
            "before:2018 council", "date:2020..2023 wall", "h?rbour", "counc*", "harb* wall", "*cil", "wall /s sea",
            "counsil~", "fery strkie",
            "harbor",
            "counsil", "O'Neill", "\"O’Neill\"", "NHS", "US", "C++", "covid-19", "10:30", "caf\u00e9", "h\u00e4fen",
            "news about the harbour wall and the ferry that the council wants", "\"no such words here\"",
            "\"the harbour\" \"of the wall\"", "zzzz harbour", "zzzz", "wall -title:wall", "+wall council",
            "hartnell", "calloway", "smith~1", "mayor resigns", "storm", "\u6e2f", "e-mail", "email",
            "title:(sea wall)",
            "harbour NEAR/3 (wall OR council)", "\"council wall\"~6", "update", "big news", "market day",
            "the council said on monday that the old harbour wall would be built again before the winter storms come and that "
                    + "the ferry to the islands must wait until the new mayor has read what the port wants to pay for stone "
                    + "and boats while the fishermen of the town asked who will look after the tide gates in the spring");

    /** All pages are many searches, and are the same for each kind of question. */
    private static final int EACH_BY_CURSOR = 8;

    @TempDir
    private static Path folder;
    private static ClusterPlace same;
    private static ClusterPlace folded;

    /** At once, as each build waits until nodes remove what was written over. */
    @BeforeAll
    static void build(OneCluster.Real real) throws Exception {
        same = new ClusterPlace(ClusterArchive.place(real, "same", 0).cluster(), "same", 3, 0);
        folded = new ClusterPlace(same.cluster(), "folded", 3, 0);
        BuildOptions options = BuildOptions.of(List.of(SEEDS), folder.resolve("same")).withFull(true);
        try (ExecutorService builds = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            Future<Object> other = builds.submit(() -> {
                try (PostIndexer indexer = ClusterPostIndexer.open(folded, false)) {
                    FoldedPages.publish(indexer);
                }
                return folded;
            });
            new IndexBuild((path, incremental) -> ClusterPostIndexer.open(same, incremental)).run(options,
                    BuildListener.NONE);
            other.get();
        }
        new IndexBuild(LucenePostIndexer::open).run(options, BuildListener.NONE);
        try (PostIndexer indexer = LucenePostIndexer.open(folder.resolve("folded"), false)) {
            FoldedPages.publish(indexer);
        }
    }

    private static SearchEngine embedded(String name) throws IOException {
        return LuceneSearchEngine.open(folder.resolve(name), Ranking.DEFAULT, () -> ClusterArchive.NOW);
    }

    /** What may be asked of a text beside the plain question. */
    private static List<SearchRequest> others(SearchRequest request) {
        return List.of(request.withFoldCopies(false).withSize(20), request.withExplain(true),
                request.withSort(Sort.NEWEST), request.withSort(Sort.OLDEST).withSize(3),
                request.withPage(2).withSize(5),
                request.withFilters(Filters.NONE.including(Filters.Name.CATEGORY, "news")));
    }

    /** @param each how many of the others of a text are asked, by turns */
    private static List<SearchRequest> requests(int each) {
        List<SearchRequest> requests = new ArrayList<>();
        int next = 0;
        for (String text : TEXTS) {
            SearchRequest request = SearchRequest.of(text);
            requests.add(request);
            List<SearchRequest> others = others(request);
            for (int i = 0; i < each; i++) {
                requests.add(others.get(next++ % others.size()));
            }
        }
        return requests;
    }

    /** All that is shown, a line each; scores decide the order and are no part of it. */
    private static List<String> lines(SearchResponse response) {
        List<String> lines = new ArrayList<>();
        lines.add("query " + response.query());
        lines.add("totals " + response.total() + " " + response.totalAll() + " page " + response.page() + " of "
                + response.pages() + " next " + response.nextCursor().isPresent());
        for (Hit hit : response.hits()) {
            lines.add("hit " + hit.post().id() + " " + hit.post() + hit.titleMarks()
                    + hit.snippets() + hit.missing() + hit.copies() + hit.pinned());
            hit.explanation().ifPresent(why -> {
                lines.add("  " + why.tier());
                why.shares().forEach(share -> lines.add("  " + share.cause() + share.part() + share.words()
                        + share.found() + share.times() + String.format(" %.3f", share.score())));
            });
        }
        lines.add("facets " + new TreeMap<>(response.facets()));
        lines.add("timeline " + response.timeline());
        lines.add("index " + response.index().posts() + " " + response.index().zone());
        return lines;
    }

    private static List<String> byCursor(SearchEngine engine, SearchRequest request) {
        List<String> lines = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            SearchResponse page = engine.search(cursor.map(request::withCursor).orElse(request));
            lines.addAll(lines(page).subList(1, 2));
            page.hits().forEach(hit -> lines.add(hit.post().id() + " " + hit.missing() + hit.copies().size()));
            cursor = page.nextCursor();
        } while (cursor.isPresent() && lines.size() < 200);
        return lines;
    }

    @Test
    void onPagesOfStoriesWithManyCopies() throws IOException {
        try (SearchEngine embedded = embedded("folded"); SearchEngine cluster = ClusterArchive.engine(folded)) {
            assertEquals(7, embedded.search(SearchRequest.of("market hall fire")).hits().getFirst().copies().size());
            List<String> expected = new ArrayList<>();
            List<String> found = new ArrayList<>();
            for (SearchRequest request : FoldedPages.requests()) {
                expected.add(request + "\n  " + FoldedPages.line(embedded.search(request)));
                found.add(request + "\n  " + FoldedPages.line(cluster.search(request)));
            }
            assertEquals(String.join("\n", expected), String.join("\n", found));
        }
    }

    @Test
    void onTheSampleArchive() throws IOException {
        compare(requests(1));
    }

    @Test
    @Tag("torture")
    void allThatMayBeAsked() throws IOException {
        compare(requests(6));
    }

    @Test
    @Tag("torture")
    void wordsAndQuotationsOfTheArchive() throws IOException {
        compare(engine -> {
            List<SearchRequest> requests = new ArrayList<>();
            List<Hit> posts = engine.search(SearchRequest.of("").withFoldCopies(false).withSize(100)).hits();
            for (int i = 0; requests.size() < 120; i++) {
                String[] words = posts.get(i % posts.size()).post().title().split("\\s+");
                int first = i / posts.size();
                requests.add(SearchRequest.of(words[first % words.length] + " " + words[(first + 1) % words.length]));
            }
            for (int i = 0; requests.size() < 160; i++) {
                String[] words = engine.post(posts.get(i).post().id()).orElseThrow().body().split("\\W+");
                if (words.length >= 6) {
                    requests.add(SearchRequest.of('"' + String.join(" ", List.of(words).subList(3, 6)) + '"'));
                }
            }
            return requests;
        });
    }

    private static void compare(List<SearchRequest> requests) throws IOException {
        compare(engine -> requests);
    }

    private static void compare(Function<SearchEngine, List<SearchRequest>> asked) throws IOException {
        try (SearchEngine embedded = embedded("same"); SearchEngine cluster = ClusterArchive.engine(same)) {
            List<String> different = new ArrayList<>();
            for (SearchRequest request : asked.apply(embedded)) {
                compare(different, request.toString(), lines(embedded.search(request)),
                        lines(cluster.search(request)));
            }
            for (int i = 0; i < TEXTS.size(); i += EACH_BY_CURSOR) {
                SearchRequest request = SearchRequest.of(TEXTS.get(i)).withSize(9).plain();
                compare(different, "by cursor " + request, byCursor(embedded, request), byCursor(cluster, request));
            }
            assertEquals(0, different.size(), String.join("\n", different));
        }
    }

    private static void compare(List<String> different, String what, List<String> expected, List<String> found) {
        if (!expected.equals(found)) {
            StringBuilder text = new StringBuilder(what);
            for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
                String one = i < expected.size() ? expected.get(i) : "-";
                String other = i < found.size() ? found.get(i) : "-";
                if (!one.equals(other)) {
                    text.append("\n  embedded ").append(one).append("\n  cluster  ").append(other);
                }
            }
            different.add(text.toString());
        }
    }
}
