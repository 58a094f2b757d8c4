package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Post;
import broadsheet.search.SearchEngine;
import broadsheet.search.lucene.LuceneSearchEngine;
import broadsheet.web.KeptConnection.Got;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Random searches with random parameters over HTTP, on every path that searches: none fails, none is cut off, none takes
 * much longer than a search may. {@code -Drequests=N} asks another number, {@code -Dseed=N} the same ones again.
 */
@Isolated("what it measures is wrong beside other tests")
class FuzzedRequestsTest {

    private static final int CLIENTS = 2;
    private static final int ATTEMPTS = 5;
    private static final int SHOWN_EACH = 10_000;
    /** Half as much again as a search may take. */
    private static final Duration SLOWEST = Duration.ofSeconds(3);
    private static final Pattern CURSOR = Pattern.compile("cursor=([A-Za-z0-9_-]+)");
    private static final List<String> LANGS = List.of("en", "de", "fr", "ru", "ja");

    @TempDir
    private Path folder;

    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger partial = new AtomicInteger();
    private final TreeMap<Integer, Integer> statuses = new TreeMap<>();
    private long slowest;

    @Test
    @Timeout(120)
    void randomRequestsAreAnswered() throws Exception {
        fuzz(300);
    }

    @Test
    @Tag("torture")
    void soAreAMillion() throws Exception {
        fuzz(Integer.getInteger("requests", 1_000_000));
    }

    private void fuzz(int requests) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("FuzzedRequestsTest seed " + seed);
        index();
        ServerOptions options = ServerOptions.local(0);
        // A place for each client, since being sent away is no answer here.
        options = options.withLimits(options.limits().withSearches(100, SLOWEST));
        try (SearchEngine engine = LuceneSearchEngine.open(folder);
                WebServer server = WebServer.start(options, engine, Optional.empty())) {
            List<CompletableFuture<Void>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                long own = seed + i;
                clients.add(CompletableFuture.runAsync(() -> ask(server.port(), own, requests / CLIENTS),
                        work -> Thread.ofPlatform().daemon().start(work)));
            }
            for (CompletableFuture<Void> client : clients) {
                client.get();
            }
        }
        assertEquals(requests, answered.get());
        assertTrue(statuses.get(200) > requests / 3, statuses.toString());
        System.out.println(told());
    }

    private void ask(int port, long seed, int requests) {
        RequestFuzz fuzz = new RequestFuzz(seed, List.of("sea wall cost", "who voted on the flood wall?"));
        try (KeptConnection connection = new KeptConnection(port)) {
            for (int i = 0; i < requests; i++) {
                String address = fuzz.next();
                Got got = timed(connection, address, "seed " + seed + ", request " + i + ": " + address);
                Matcher cursor = CURSOR.matcher(got.body());
                if (cursor.find()) {
                    fuzz.cursorSeen(cursor.group(1));
                }
            }
        } catch (IOException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    /** A machine that is busy otherwise may delay any answer, but not the same one again and again. */
    private Got timed(KeptConnection connection, String address, String place) throws IOException {
        for (int attempt = 0;; attempt++) {
            long start = System.nanoTime();
            Got got = connection.get(address);
            long took = System.nanoTime() - start;
            boolean meant = List.of(200, 400, 410, 414).contains(got.status());
            assertTrue(meant, () -> place + "\n" + got.head() + got.body());
            if (took < SLOWEST.toNanos()) {
                count(got, took);
                return got;
            }
            assertTrue(attempt < ATTEMPTS, () -> place + "\ntook " + took / 1_000_000 + " ms");
        }
    }

    private synchronized void count(Got got, long took) {
        statuses.merge(got.status(), 1, Integer::sum);
        slowest = Math.max(slowest, took);
        if (got.body().contains("\"partial\":true")) {
            partial.incrementAndGet();
        }
        if (answered.incrementAndGet() % SHOWN_EACH == 0) {
            System.out.println(told());
        }
    }

    private String told() {
        return answered + " requests answered: " + statuses + ", partial: " + partial + ", the slowest after "
                + slowest / 1_000_000 + " ms";
    }

    /** More posts than a page of a hundred, in several languages, with the words of the queries. */
    private void index() throws IOException {
        try (LucenePostIndexer indexer = LucenePostIndexer.open(folder, false)) {
            for (int i = 0; i < 120; i++) {
                Post post = Post.builder("p" + i).title("Oil price " + i).lang(LANGS.get(i / 7 % 5))
                        .date(Instant.parse("2024-01-01T09:00:00Z").plus(Duration.ofDays(i)))
                        .tags(List.of(i % 2 == 0 ? "sea" : "Town Hall")).authors(List.of("ada", "Ben " + i % 9))
                        .body("The government of London votes on flood walls. A sea wall, women elected, C++ and AT&T at"
                                + " 10:30.\n\nSmith said covid-19 costs £5m on day " + i + ". "
                                + "The oil of the north was sold. ".repeat(i % 10))
                        .build();
                indexer.put(post.id(), List.of(post));
            }
            Post chinese = Post.builder("zh").title("新闻").body("中文新闻报道。").lang("zh").build();
            indexer.put("zh", List.of(chinese));
            indexer.publish(new byte[0]);
        }
    }
}
