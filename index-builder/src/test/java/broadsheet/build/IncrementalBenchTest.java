package broadsheet.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.lucene.LucenePostIndexer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After 1 % of 20,000 posts were touched, a build takes at most a tenth of the full build's time. */
@Tag("bench")
class IncrementalBenchTest {

    private static final int POSTS = 20_000;
    private static final int WORDS = 400;
    private static final int ROUNDS = 4;

    @TempDir
    Path folder;

    private final Random random = new Random(1);

    @Test
    void touchingOnePercentTakesATenthOfTheTime() throws IOException {
        SampleSite site = SampleSite.in(folder);
        for (int i = 1; i <= POSTS; i++) {
            site.post(SampleSite.name(i), "Story " + i, text());
        }
        long full = 0;
        long incremental = 0;
        build(site, "index");
        for (int round = 0; round <= ROUNDS; round++) {
            for (int i = 0; i < POSTS / 100; i++) {
                int number = 1 + random.nextInt(POSTS);
                site.post(SampleSite.name(number), "Changed " + number, text());
            }
            long touched = build(site, "index");
            long all = build(site, "fresh-" + round);
            // The first of either warms the code up.
            incremental += round == 0 ? 0 : touched;
            full += round == 0 ? 0 : all;
            System.out.printf("%sincremental %d ms, full %d ms: a part of %.3f%n", round == 0 ? "warming up: " : "",
                    touched, all, (double) touched / all);
        }
        // Looked at last, as it leaves more to clean up than a build does.
        Path fresh = folder.resolve("fresh-" + ROUNDS);
        assertEquals(Published.stored(fresh), Published.stored(folder.resolve("index")));
        assertEquals(Published.postings(fresh), Published.postings(folder.resolve("index")));
        System.out.printf("together: a part of %.3f%n", (double) incremental / full);
        assertTrue(incremental * 10 <= full);
    }

    /** The whole build, from the walk through the folders on, in milliseconds. */
    private long build(SampleSite site, String index) throws IOException {
        long start = System.nanoTime();
        new IndexBuild(LucenePostIndexer::open)
                .run(BuildOptions.of(List.of(site.root()), folder.resolve(index)), BuildListener.NONE);
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    /** Words as common as words are: the n-th word about 1/n as often as the first. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            text.append("word").append((int) Math.exp(random.nextDouble() * 10)).append(i % 12 == 11 ? ". " : " ");
        }
        return text.toString();
    }
}
