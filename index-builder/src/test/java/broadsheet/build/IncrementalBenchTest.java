package broadsheet.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.lucene.LucenePostIndexer;
import java.io.IOException;
import java.nio.file.Path;
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

    @TempDir
    Path folder;

    private final Random random = new Random(1);

    @Test
    void touchingOnePercentTakesATenthOfTheTime() throws IOException {
        SampleSite site = SampleSite.in(folder);
        for (int i = 1; i <= POSTS; i++) {
            site.post(SampleSite.name(i), "Story " + i, text());
        }
        BuildReport full = build(site, "index");
        for (int i = 0; i < POSTS / 100; i++) {
            int number = 1 + random.nextInt(POSTS);
            site.post(SampleSite.name(number), "Changed " + number, text());
        }
        BuildReport incremental = build(site, "index");
        // The second full build is the fair one to compare with: the first warmed the code up.
        BuildReport fresh = build(site, "fresh");
        System.out.printf("full %d ms, incremental %d ms, full again %d ms: a part of %.3f%n", full.millis(),
                incremental.millis(), fresh.millis(), (double) incremental.millis() / fresh.millis());
        assertEquals(Published.stored(folder.resolve("fresh")), Published.stored(folder.resolve("index")));
        assertEquals(Published.postings(folder.resolve("fresh")), Published.postings(folder.resolve("index")));
        assertTrue(incremental.millis() * 10 <= fresh.millis());
    }

    private BuildReport build(SampleSite site, String index) throws IOException {
        return new IndexBuild(LucenePostIndexer::open)
                .run(BuildOptions.of(List.of(site.root()), folder.resolve(index)), BuildListener.NONE);
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
