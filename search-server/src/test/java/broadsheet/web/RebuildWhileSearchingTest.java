package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.IndexBuild;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.search.SearchEngine;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.json.JsonMapper;

/** A rebuild beside a server under load: nobody notices it, except by the new posts. */
@Isolated("what it measures is wrong beside other tests")
class RebuildWhileSearchingTest {

    private static final int CLIENTS = 4;
    private static final int REBUILDS = 5;
    /** README, "Serving": a running server follows each rebuild within two seconds. */
    private static final Duration PROMISED = Duration.ofSeconds(2);

    @TempDir
    private Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    @Test
    void noRequestFailsAndNewPostsAreFoundWithinTwoSeconds() throws Exception {
        for (int i = 0; i < 200; i++) {
            write("old-" + i, "Harbour report " + i);
        }
        build();
        try (SearchEngine engine = LuceneSearchEngine.open(folder.resolve("index"));
                WebServer server = WebServer.start(ServerOptions.local(0), engine, Optional.empty())) {
            AtomicBoolean done = new AtomicBoolean();
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(Thread.ofVirtual().start(() -> askUntil(done, server.port())));
            }
            for (int i = 1; i <= REBUILDS; i++) {
                write("new-" + i, "Zeppelin landing " + i);
                build();
                assertFoundInTime(server.port(), i);
            }
            done.set(true);
            for (Thread thread : clients) {
                thread.join();
            }
        }
        assertEquals(List.of(), failures);
        assertTrue(answered.get() > REBUILDS);
    }

    private void askUntil(AtomicBoolean done, int port) {
        while (!done.get()) {
            try {
                HttpResponse<String> answer = get(port, "harbour");
                answered.incrementAndGet();
                if (answer.statusCode() != 200 || !answer.body().contains("\"total\":200,")) {
                    failures.add(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                failures.add(String.valueOf(e));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The last question is asked when the time is up, so that a slow answer to an earlier one is no failure. */
    private void assertFoundInTime(int port, int posts) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PROMISED);
        boolean late = false;
        while (total(port) != posts) {
            assertFalse(late, "post " + posts + " was not found within " + PROMISED);
            late = Instant.now().isAfter(end);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private int total(int port) throws IOException, InterruptedException {
        return new JsonMapper().readTree(get(port, "zeppelin").body()).get("total").intValue();
    }

    private HttpResponse<String> get(int port, String text) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/search?q=" + text);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private void write(String name, String title) throws IOException {
        Path posts = Files.createDirectories(folder.resolve("_posts"));
        Files.writeString(posts.resolve("2024-01-01-" + name + ".md"), "---\ntitle: " + title + "\n---\nText.\n");
    }

    private void build() throws IOException {
        BuildOptions options = BuildOptions.of(List.of(folder), folder.resolve("index"));
        new IndexBuild((index, incremental) -> LucenePostIndexer.open(index, incremental)).run(options,
                BuildListener.NONE);
    }
}
