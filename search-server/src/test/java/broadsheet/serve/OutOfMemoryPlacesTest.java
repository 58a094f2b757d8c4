package broadsheet.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Post;
import com.sun.jdi.request.EventRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The real program meets an {@link OutOfMemoryError} at one named place after another, while people search and type and
 * a new index is published. Each time, searches, completions and following work afterwards, and nothing is held.
 */
@Isolated("what it measures is wrong beside other tests")
class OutOfMemoryPlacesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern GENERATION = Pattern.compile("/g-\\d+/");

    private static final List<String> PLACES = List.of(
            // From the socket to the question, and from the hits to the socket.
            "web.RequestWatch.handle", "web.Connections.onOpened", "web.Connections.sweep",
            "web.http.Edge.exchange", "web.http.Edge.answer", "web.http.QueryString.parse", "web.limits.SearchGate.run",
            "web.api.SearchParameters.read", "web.api.SearchJson.of", "web.page.SearchPage.results",
            "web.http.Sending.send", "web.http.Sending.written", "web.http.AnswerLog.take",
            "web.route.HealthRoutes.readyz",
            // A search.
            "search.lucene.view.Reading.of", "search.lucene.view.Budget.begin", "query.TreeMaker.single",
            "search.suggest.QueryCorrector.correct", "search.lucene.translate.NodeQueries.query",
            "search.lucene.translate.WordQueries.match", "search.lucene.retrieve.Retrieval.run",
            "search.lucene.retrieve.StoryCollectorManager.newCollector", "search.lucene.HitMaker.hits",
            "search.lucene.view.StoredPosts.view", "search.snippet.SnippetMaker.snippets",
            "search.lucene.retrieve.FacetCounter.values", "search.lucene.SearchCounts.of",
            "search.lucene.retrieve.Explainer.of",
            // Completions, and what follows the index and the owner's files.
            "search.suggest.Completions.of", "search.lucene.vocabulary.CompletionBuilder.build",
            "search.lucene.vocabulary.FollowedCompletions.make", "search.lucene.vocabulary.FollowedCompletions.hold",
            "search.lucene.view.ViewFollower.follow", "search.lucene.view.ViewFollower.view",
            "search.lucene.view.IndexView.open", "search.lucene.ViewEngine.prepare",
            "index.generation.GenerationStore.mark", "search.rules.RulesFollower.follow");

    @TempDir
    private Path folder;
    private Process process;
    private String address = "";

    /** Status and text of an answer; status 0 when there was none. */
    private record Got(int status, String body) {}

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** Code moves; a place that is gone would be missed only when memory is let run out. */
    @ParameterizedTest
    @FieldSource("PLACES")
    void aPlaceIsStillThere(String place) throws ClassNotFoundException {
        int dot = place.lastIndexOf('.');
        Class<?> owner = Class.forName("broadsheet." + place.substring(0, dot));
        assertTrue(Stream.of(owner.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(place.substring(dot + 1))), place);
    }

    @Test
    @Tag("torture")
    @Timeout(3600)
    void theServerWorksAgainWhereverMemoryRanOut() throws Exception {
        publish(0);
        try (ForcedErrors errors = new ForcedErrors()) {
            start(errors);
            for (int i = 0; i < 20; i++) {
                people(0);
            }
            awaitWorking(0, "start");
            Set<String> struck = new TreeSet<>();
            for (int round = 1; round <= PLACES.size(); round++) {
                String place = PLACES.get(round - 1);
                EventRequest armed = errors.arm(place);
                publish(round);
                long end = System.nanoTime() + PATIENCE.toNanos();
                while (armed.isEnabled() && System.nanoTime() < end) {
                    people(round);
                }
                assertTrue(!armed.isEnabled(), place + " was not reached");
                assertEquals("", errors.failure(), place);
                struck.add(place);
                awaitWorking(round, place);
                System.out.println("OutOfMemoryError at " + place + ": works again");
            }
            assertTrue(struck.size() >= 20, struck.toString());
            System.out.println("places at which memory ran out: " + struck.size());
        }
    }

    private void start(ForcedErrors errors) throws Exception {
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", errors.flag(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                SearchServer.class.getName(), "serve", "--port", "0", "--index", folder.resolve("index").toString(),
                "--pins", Files.writeString(folder.resolve("pins.txt"), "airship => 0-1.md\n").toString());
        process = new ProcessBuilder(command).redirectError(folder.resolve("stderr").toFile()).start();
        errors.accept();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        assertTrue(line != null && line.startsWith("Broadsheet is ready: "), line + "\n" + stderr());
        address = line.replaceFirst(".*(http[^ ]+).*", "$1");
    }

    private String stderr() throws IOException {
        return Files.readString(folder.resolve("stderr"));
    }

    private void publish(int round) throws Exception {
        try (LucenePostIndexer indexer = LucenePostIndexer.open(folder.resolve("index"), false)) {
            for (int i = 0; i < 60; i++) {
                String id = round + "-" + i + ".md";
                indexer.put(id, List.of(Post.builder(id).title("Zeppelin" + round + " lands on pier " + i)
                        .body("The airship came at noon. ".repeat(20)).tags(List.of("air")).lang("en").build()));
            }
            indexer.publish(new byte[0]);
        }
    }

    /** What people do; an owner touches a file meanwhile. */
    private void people(int round) throws IOException {
        Files.writeString(folder.resolve("pins.txt"), "airship => " + round + "-" + System.nanoTime() % 60 + ".md\n");
        get("api/v1/search?q=airshp+noon&explain=true&size=" + (round % 2 == 0 ? 10 : 100));
        get("search?q=airship+pier");
        get("search?q=%22airship+came%22+OR+noon+NEAR/5+pier");
        get("api/v1/suggest?q=zepp");
        get("readyz");
    }

    /** Over a connection of its own, since taking one is a place, too. */
    private Got get(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30))
                    .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return new Got(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Got(0, e.toString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitWorking(int round, String place) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> wrong = wrong(round);
        while (!wrong.isEmpty() && System.nanoTime() < end) {
            assertTrue(process.isAlive(), place + " ended the server");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            wrong = wrong(round);
        }
        assertEquals(List.of(), wrong, place + "\n" + stderr());
    }

    private List<String> wrong(int round) throws IOException {
        List<String> wrong = new ArrayList<>();
        Got found = get("api/v1/search?q=zeppelin" + round + "&explain=true&size=100");
        if (found.status() != 200 || !found.body().contains("\"total\":60,")) {
            wrong.add("search: " + found);
        }
        Got offered = get("api/v1/suggest?q=zeppelin" + round);
        if (offered.status() != 200 || !offered.body().contains("Zeppelin" + round + " lands")) {
            wrong.add("completions: " + offered);
        }
        Got ready = get("readyz");
        if (ready.status() != 200 || !ready.body().contains("\"ready\"")) {
            wrong.add("readiness: " + ready);
        }
        Set<String> held = held();
        if (held.size() > 1) {
            wrong.add("open: " + held);
        }
        return wrong;
    }

    /** The generations whose files the server has mapped. */
    private Set<String> held() throws IOException {
        Path maps = Path.of("/proc/" + process.pid() + "/maps");
        if (!Files.isReadable(maps)) {
            return Set.of();
        }
        return new TreeSet<>(GENERATION.matcher(Files.readString(maps)).results().map(MatchResult::group).toList());
    }
}
