package broadsheet.build;

import broadsheet.post.Archive;
import broadsheet.post.PostFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Builds, and builds again whenever the archive has changed, until it is stopped. */
final class WatchedBuild {

    /** How often the archive is looked through when the system reports no change. */
    private static final Duration RESCAN = Duration.ofSeconds(30);
    /** A stopped process has this long to leave a clean index before the system loses patience. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final BuildOptions options;
    private final Run run;
    private final Console console;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** One build, reported. */
    @FunctionalInterface
    interface Run {
        int run(BuildOptions options) throws IOException;
    }

    WatchedBuild(BuildOptions options, Run run, Console console) {
        this.options = options;
        this.run = run;
        this.console = console;
    }

    /**
     * Returns when the process is told to end ({@code SIGTERM}, {@code SIGINT}); a build under way is then given up, and
     * the index stays as the last one left it.
     *
     * @throws IOException when the first build fails; the failures of later ones are told, and the next change is awaited
     */
    int untilStopped() throws IOException {
        try (FolderWatch watch = new FolderWatch(options.posts(), options.index())) {
            Thread building = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(watch, building)));
            return follow(watch);
        } finally {
            ended.countDown();
        }
    }

    /** Returns when the watch is closed. */
    int follow(FolderWatch watch) throws IOException {
        List<String> built = look();
        int code = run.run(options);
        while (watch.await(RESCAN)) {
            List<String> now = lookAgain(built);
            if (!now.equals(built)) {
                built = now;
                code = runAgain();
            }
        }
        return code;
    }

    private int runAgain() {
        try {
            return run.run(options.withFull(false));
        } catch (IOException e) {
            console.err().println("index: " + Failures.line(e));
            return ExitCode.of(e);
        }
    }

    /** What tells a change: the settings, and each file's name, length and time. */
    private List<String> look() throws IOException {
        Archive archive = ArchiveOpening.now(options.posts(), options.reading());
        List<String> seen = new ArrayList<>();
        seen.add(archive.settingsDigest());
        for (PostFile file : archive.files()) {
            seen.add(file.id() + " " + stamp(file));
        }
        return seen;
    }

    /** An archive that cannot be read just now is one that has not changed. */
    private List<String> lookAgain(List<String> before) {
        try {
            return look();
        } catch (IOException e) {
            console.err().println("index: " + Failures.line(e));
            return before;
        }
    }

    private static String stamp(PostFile file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return attributes.size() + " " + attributes.lastModifiedTime();
        } catch (IOException e) {
            return "unreadable";
        }
    }

    private void stop(FolderWatch watch, Thread building) {
        try {
            watch.close();
            building.interrupt();
            ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            console.err().println("index: " + Failures.line(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
