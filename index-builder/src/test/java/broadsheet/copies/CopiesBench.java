package broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.IndexBuild;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Post;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What grouping costs: {@code mvn verify -P bench -Dtest=CopiesBench}. */
@Tag("bench")
class CopiesBench {

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Of all threads. */
    private static long processNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Of every four collections one moves all objects together; the others leave the dead where they are few. */
    private static long heapBytes() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Sketching and grouping, in microseconds of CPU a post; the third run counts, as the first two warm up. */
    private static double micros(List<Post> posts) {
        double micros = 0;
        for (int run = 0; run < 3; run++) {
            long start = cpuNanos();
            StoryGrouperTest.group(posts);
            micros = (cpuNanos() - start) / 1e3 / posts.size();
        }
        return micros;
    }

    @Test
    void aPostOfAgNewsTakesAtMost200Microseconds() throws IOException {
        double micros = micros(SharedTexts.corpus("agnews"));
        System.out.printf("agnews: %.1f microseconds of CPU a post%n", micros);
        assertTrue(micros <= 200, micros + " microseconds");
    }

    @Test
    void memoryGrowsByAtMost600BytesAPost() throws IOException {
        for (String corpus : List.of("agnews", "reuters21578", "bbc")) {
            List<Post> posts = many(SharedTexts.corpus(corpus));
            SketchMaker maker = new SketchMaker();
            StoryGrouper grouper = new StoryGrouper();
            long before = heapBytes();
            List<Sketch> sketches = posts.stream().map(maker::of).toList();
            sketches.forEach(grouper::add);
            Stories stories = grouper.group();
            ShingleRuns runs = new ShingleRuns(Shingles.of(sketches), IntStream.range(0, posts.size()).toArray(), 6);
            runs.eachMeeting((start, end) -> {});
            Comparison comparison = new Comparison(sketches);
            double bytes = (heapBytes() - before) / (double) posts.size();
            Reference.reachabilityFence(List.of(posts, maker, grouper, runs, comparison));
            System.out.printf("%s: %.0f bytes a post, %d stories%n", corpus, bytes, stories.stories().size());
            assertTrue(bytes <= 600, corpus + ": " + bytes + " bytes");
        }
    }

    /** At least 20,000 posts, so that what is there once does not count. */
    private static List<Post> many(List<Post> posts) {
        List<Post> many = new ArrayList<>(posts);
        for (int round = 1; many.size() < 20_000; round++) {
            for (Post post : posts) {
                many.add(MadeStories.post(round + "-" + post.id(), post.title(), post.body()));
            }
        }
        return many;
    }

    @Test
    void aHundredThousandMadePostsAreGroupedWithinABuild(@TempDir Path folder) throws IOException {
        MadeStories made = new MadeStories(42);
        List<Post> posts = new ArrayList<>();
        for (int i = 0; posts.size() < 100_000; i++) {
            String text = made.text(made.between(30, 400));
            String title = made.headline(text);
            for (int copy = made.between(1, 3); copy > 0; copy--) {
                posts.add(MadeStories.post(i + "-" + copy, title, made.text(6) + text));
            }
        }
        long start = System.nanoTime();
        try (LucenePostIndexer indexer = LucenePostIndexer.open(folder.resolve("index"), false)) {
            for (Post post : posts) {
                indexer.put(post.id(), List.of(post));
            }
            indexer.publish(new byte[0]);
        }
        double build = (System.nanoTime() - start) / 1e9;
        long grouping = System.nanoTime();
        Stories stories = StoryGrouperTest.group(posts);
        double group = (System.nanoTime() - grouping) / 1e9;
        System.out.printf("%d made posts: %d stories in %.1f s, of a build of %.1f s (%.1f %%)%n", posts.size(),
                stories.stories().size(), group, build, 100 * group / build);
        assertTrue(group <= .5 * build, group + " s of " + build + " s, in which no file was read");
    }

    /** Of files on disk: reading them is a part of the build, too. In CPU, as other work on the machine takes time, too. */
    @Test
    void groupingTakesAtMost15PercentOfABuild(@TempDir Path folder) throws IOException {
        List<Post> posts = SharedTexts.archive("badely-like", folder);
        double build = 0;
        double group = 0;
        for (int run = 0; run < 3; run++) {
            BuildOptions options = BuildOptions.of(List.of(folder.resolve("_posts")), folder.resolve("index" + run));
            long start = processNanos();
            new IndexBuild(LucenePostIndexer::open).run(options, BuildListener.NONE);
            build = (processNanos() - start) / 1e9;
            start = cpuNanos();
            StoryGrouperTest.group(posts);
            group = (cpuNanos() - start) / 1e9;
        }
        System.out.printf("badely-like: %.2f s of a build of %.2f s (%.1f %%)%n", group, build, 100 * group / build);
        assertTrue(group <= .15 * build, group + " s of " + build + " s");
    }
}
