package broadsheet.serve;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Post;
import broadsheet.search.SearchRequest;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * An engine in a process of little memory, which is used up again and again while people search and type and a new index
 * is published: each time the errors strike somewhere else. Afterwards the newest index must be found and completed.
 */
final class StarvedServer {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Nanoseconds, of type long: there is no memory for a duration where it is used. */
    private static final long A_MOMENT = 1_000_000;

    private final Path index;
    private final Random random;
    private final AtomicInteger errors = new AtomicInteger();
    private volatile boolean starving;

    private StarvedServer(Path index, long seed) {
        this.index = index;
        this.random = new Random(seed);
    }

    /** Arguments: the folder of the index, how many rounds, the seed. */
    public static void main(String[] arguments) throws Exception {
        StarvedServer server = new StarvedServer(Path.of(arguments[0]), Long.parseLong(arguments[2]));
        server.publish(0);
        try (LuceneSearchEngine engine = LuceneSearchEngine.open(server.index)) {
            // A class whose first use falls into a shortage stays broken; a server that is ready has used them all.
            WarmUp.of(engine);
            server.await(engine, 0);
            for (int round = 1; round <= Integer.parseInt(arguments[1]); round++) {
                server.starve(engine, round);
                server.await(engine, round);
            }
        }
        System.out.println("survived " + server.errors + " errors");
        System.exit(0);
    }

    private void publish(int round) throws Exception {
        try (LucenePostIndexer indexer = LucenePostIndexer.open(index, false)) {
            for (int i = 0; i < 200; i++) {
                String id = round + "-" + i + ".md";
                indexer.put(id, List.of(Post.builder(id).title("Zeppelin" + round + " lands on pier " + i)
                        .body("The airship came at noon. ".repeat(20)).lang("en").build()));
            }
            indexer.publish(new byte[0]);
        }
    }

    private void starve(LuceneSearchEngine engine, int round) throws Exception {
        publish(round);
        starving = true;
        List<Thread> people = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            people.add(Thread.ofPlatform().daemon().start(() -> ask(engine)));
        }
        List<byte[]> hoard = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofMillis(1000 + random.nextInt(500)).toNanos();
        int before = errors.get();
        // On a busy machine the memory may last longer than the time.
        while (System.nanoTime() < end || errors.get() == before) {
            try {
                hoard.add(new byte[1 << (10 + random.nextInt(8))]);
            } catch (OutOfMemoryError e) {
                errors.incrementAndGet();
                // The last bytes are given back and taken again, so that others come to the edge as well.
                hoard.removeLast();
                LockSupport.parkNanos(A_MOMENT);
            }
        }
        hoard.clear();
        starving = false;
        for (Thread person : people) {
            person.join();
        }
    }

    private void ask(LuceneSearchEngine engine) {
        while (starving) {
            try {
                engine.search(SearchRequest.of("airship pier " + ThreadLocalRandom.current().nextInt(200)));
                engine.suggest("zepp", 5);
                engine.state();
            } catch (RuntimeException | Error e) {
                errors.incrementAndGet();
            }
        }
    }

    private void await(LuceneSearchEngine engine, int round) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String name = "zeppelin" + round;
        String seen = "";
        while (System.nanoTime() < end) {
            long found = engine.search(SearchRequest.of(name)).total();
            boolean completed = engine.suggest(name, 5).stream()
                    .anyMatch(offered -> offered.text().toLowerCase(Locale.ROOT).startsWith(name + " "));
            seen = found + " found, completed: " + completed + ", " + engine.state().reasons();
            if (seen.equals("200 found, completed: true, []")) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        System.out.println("round " + round + ": " + seen);
        System.exit(1);
    }
}
