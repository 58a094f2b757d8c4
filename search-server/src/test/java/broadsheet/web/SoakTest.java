package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.IndexBuild;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Searches and typing while the index is rebuilt again and again: nobody notices. */
@Isolated("what it measures is wrong beside other tests")
class SoakTest {

    /** A machine that is busy otherwise makes searches wait; in the small run that is no failure. */
    private static final ServerOptions.Limits PATIENT = new ServerOptions.Limits(1000, 64, 8, 0,
            Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ZERO, Duration.ofSeconds(8), 0);

    /** Many people behind one address, as a proxy has it: else the limit for one client closes what they hold open. */
    private static final ServerOptions.Trust PROXY = new ServerOptions.Trust(List.of("127.0.0.0/8"),
            ServerOptions.Metrics.MACHINE);

    @TempDir
    private Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<Answered> answers = Collections.synchronizedList(new ArrayList<>());
    private final List<Rebuilt> builds = Collections.synchronizedList(new ArrayList<>());
    private final ProcessFootprint footprint = new ProcessFootprint(Duration.ofMinutes(10));
    private final AtomicInteger sentAway = new AtomicInteger();
    private boolean mayBeSentAway;

    /** When an answer came and how long it took, in nanoseconds. */
    private record Answered(long at, long took) {

        private boolean overlaps(long from, long to) {
            return at > from && at - took < to;
        }
    }

    /** A build in this process, and when it was published. */
    private record Rebuilt(long begin, long published) {}

    /** What the server did beside an answer: looked at a new index, shared the processor with a build, or neither. */
    private enum Beside {
        SWAP,
        BUILD,
        NOTHING
    }

    @Test
    void aFewSecondsOfRebuilds() throws Exception {
        soak(new Plan(Duration.ofSeconds(6), Duration.ofSeconds(2), 100, Duration.ofMillis(100)),
                ServerOptions.local(0).withLimits(PATIENT));
    }

    @Test
    @Tag("torture")
    void anHourOfRebuilds() throws Exception {
        soak(new Plan(Duration.ofMinutes(Integer.getInteger("minutes", 60)), Duration.ofSeconds(20), 2_000,
                Duration.ofMillis(20)), ServerOptions.local(0).withTrust(PROXY));
        long swapping = percentile(Beside.SWAP);
        long calm = percentile(Beside.NOTHING);
        assertTrue(swapping <= 2 * Math.max(calm, 20), swapping + " ms during swaps, " + calm + " ms else");
        assertTrue(sentAway.get() <= answers.size() / 1000, sentAway + " of " + answers.size() + " sent away");
        footprint.assertFlat();
    }

    /**
     * What is done.
     *
     * @param between two builds
     * @param pace between two requests, which come at that pace however slowly they are answered
     */
    private record Plan(Duration length, Duration between, int posts, Duration pace) {}

    private void soak(Plan plan, ServerOptions options) throws Exception {
        mayBeSentAway = options.limits() != PATIENT;
        for (int i = 0; i < plan.posts(); i++) {
            write("old-" + i, "Harbour report " + i);
        }
        build();
        try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder.resolve("index"));
                WebServer server = WebServer.start(options, engine, Optional.empty())) {
            Thread builder = Thread.ofPlatform().start(() -> rebuild(plan));
            List<Thread> people = new ArrayList<>();
            long begin = System.nanoTime();
            for (int i = 0; System.nanoTime() - begin < plan.length().toNanos(); i++) {
                String path = path(i);
                people.add(Thread.ofVirtual().start(() -> ask(server.port(), path)));
                people.removeIf(person -> !person.isAlive());
                footprint.look();
                LockSupport.parkNanos(begin + (i + 1) * plan.pace().toNanos() - System.nanoTime());
            }
            for (Thread person : people) {
                person.join();
            }
            builder.join();
            assertNothingDeletedIsHeld();
            assertEquals(List.of(), engine.state().reasons());
        }
        System.out.println("soak: " + answers.size() + " answers, " + sentAway + " sent away, " + builds.size()
                + " builds, p99 " + percentile(Beside.SWAP) + " ms in the 3 s after one, " + percentile(Beside.BUILD)
                + " ms during one, " + percentile(Beside.NOTHING) + " ms else; " + footprint);
        assertEquals(List.of(), failures);
    }

    private static String path(int number) {
        String typed = "harbour report".substring(0, 1 + number % 14).replace(' ', '+');
        return number % 3 == 0 ? "search?q=harbour+" + number % 50 : "suggest?q=" + typed;
    }

    private void ask(int port, String path) {
        long begin = System.nanoTime();
        try {
            URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/" + path);
            int status = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).statusCode();
            answers.add(new Answered(System.nanoTime(), System.nanoTime() - begin));
            if (status == 503 && mayBeSentAway) {
                sentAway.incrementAndGet();
            } else if (status != 200) {
                failures.add(status + " " + path);
            }
        } catch (IOException | InterruptedException e) {
            failures.add(e + " " + path);
        }
    }

    private void rebuild(Plan plan) {
        long begin = System.nanoTime();
        for (int i = 1; i * plan.between().toNanos() < plan.length().toNanos(); i++) {
            LockSupport.parkNanos(begin + i * plan.between().toNanos() - System.nanoTime());
            long start = System.nanoTime();
            write("new", "Zeppelin landing " + i);
            build();
            builds.add(new Rebuilt(start, System.nanoTime()));
        }
    }

    /** In milliseconds. */
    private long percentile(Beside beside) {
        List<Long> took = answers.stream().filter(answer -> beside(answer) == beside).map(Answered::took).sorted()
                .toList();
        return took.isEmpty() ? 0 : Duration.ofNanos(took.get((int) (.99 * took.size()))).toMillis();
    }

    private Beside beside(Answered answer) {
        long after = Duration.ofSeconds(3).toNanos();
        if (builds.stream().anyMatch(build -> answer.overlaps(build.published(), build.published() + after))) {
            return Beside.SWAP;
        }
        boolean building = builds.stream().anyMatch(build -> answer.overlaps(build.begin(), build.published()));
        return building ? Beside.BUILD : Beside.NOTHING;
    }

    /** A file of an old generation that is deleted and still mapped fills the disk unseen. */
    private void assertNothingDeletedIsHeld() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        if (!Files.isReadable(maps)) {
            return;
        }
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        long held = 1;
        while (held > 0 && System.nanoTime() < end) {
            try (Stream<String> mapped = Files.lines(maps)) {
                held = mapped.filter(line -> line.contains(folder.toString()) && line.endsWith("(deleted)")).count();
            }
        }
        assertEquals(0, held);
    }

    private void write(String name, String title) {
        try {
            Path posts = Files.createDirectories(folder.resolve("_posts"));
            Files.writeString(posts.resolve("2024-01-01-" + name + ".md"), "---\ntitle: " + title + "\n---\nText.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void build() {
        try {
            new IndexBuild(LucenePostIndexer::open)
                    .run(BuildOptions.of(List.of(folder), folder.resolve("index")), BuildListener.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
