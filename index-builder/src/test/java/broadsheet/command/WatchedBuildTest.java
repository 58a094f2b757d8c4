package broadsheet.command;

import broadsheet.command.print.Console;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.build.BuildFailure;
import broadsheet.build.BuildOptions;
import broadsheet.build.SampleSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedBuildTest {

    @TempDir
    Path folder;
    private SampleSite site;
    private FolderWatch watch;
    private final StringWriter err = new StringWriter();
    private final BlockingQueue<BuildOptions> builds = new LinkedBlockingQueue<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    @BeforeEach
    void site() throws IOException {
        site = SampleSite.in(folder).withPosts(2);
    }

    @AfterEach
    void end() throws IOException {
        watch.close();
        thread.shutdownNow();
    }

    private Future<Integer> follow(List<Path> posts, WatchedBuild.Run run) throws IOException {
        return follow(posts, run, Duration.ofSeconds(30));
    }

    private Future<Integer> follow(List<Path> posts, WatchedBuild.Run run, Duration longest) throws IOException {
        BuildOptions options = BuildOptions.of(posts, folder.resolve("index")).withFull(true);
        watch = new FolderWatch(options.posts(), options.index());
        WatchedBuild watched = new WatchedBuild(options, run,
                new Console(new PrintWriter(err), new PrintWriter(err), false, 80), longest);
        return thread.submit(() -> watched.follow(watch));
    }

    private BuildOptions nextBuild() throws InterruptedException {
        return builds.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void eachChangeIsFollowedByOneBuildAndOnlyTheFirstIsFull() throws Exception {
        Future<Integer> end = follow(List.of(site.root()), options -> {
            builds.add(options);
            return 0;
        });
        assertTrue(nextBuild().full());
        site.post("2024-03-01-new.md", "New", "A pier.").post("2024-03-02-new.md", "New", "Another pier.");
        assertEquals(false, nextBuild().full());
        Files.createDirectories(site.root().resolve("sports/_posts"));
        Files.writeString(site.root().resolve("sports/_posts/2024-03-03-cup.md"), "---\ntitle: Cup\n---\nWon.\n");
        assertNotNull(nextBuild());
        Files.writeString(site.root().resolve("_config.yml"), "permalink: /:title/\n");
        assertNotNull(nextBuild());
        watch.close();
        assertEquals(0, end.get(10, TimeUnit.SECONDS));
        assertEquals(List.of(), List.copyOf(builds));
    }

    @Test
    void aFailedBuildIsToldAndTheNextChangeIsFollowed() throws Exception {
        follow(List.of(site.posts()), options -> {
            boolean bad = Files.exists(site.posts().resolve("2024-03-01-bad.md"));
            builds.add(options);
            if (bad) {
                throw new BuildFailure(65, "on purpose");
            }
            return 0;
        });
        assertNotNull(nextBuild());
        site.post("2024-03-01-bad.md", "Bad", "Bad.");
        assertNotNull(nextBuild());
        site.delete("2024-03-01-bad.md");
        assertNotNull(nextBuild());
        assertEquals("index: on purpose\n", err.toString());
    }

    @Test
    void aBuildThatFailsOnceIsTriedAgainWithoutAnotherChange() throws Exception {
        Queue<IOException> failures = new ConcurrentLinkedQueue<>();
        follow(List.of(site.posts()), options -> {
            IOException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            builds.add(options);
            return 0;
        }, Duration.ofMillis(300));
        assertNotNull(nextBuild());
        failures.addAll(List.of(new BuildFailure(73, "another build"), new BuildFailure(73, "another build")));
        site.post("2024-03-01-new.md", "New", "A pier.");
        assertNotNull(nextBuild());
        assertEquals("index: another build\n", err.toString());
    }

    @Test
    void aChangeOfTheSameLengthAndTimeIsSeen() throws Exception {
        follow(List.of(site.posts()), options -> {
            builds.add(options);
            return 0;
        });
        assertNotNull(nextBuild());
        Path post = site.posts().resolve(SampleSite.name(1));
        FileTime modified = Files.getLastModifiedTime(post);
        Path other = Files.writeString(folder.resolve("other.md"), Files.readString(post).replace("ferry", "barge"));
        Files.setLastModifiedTime(other, modified);
        Files.move(other, post, StandardCopyOption.REPLACE_EXISTING);
        assertNotNull(nextBuild());
    }
}
