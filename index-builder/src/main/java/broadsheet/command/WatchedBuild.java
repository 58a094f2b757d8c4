package broadsheet.command;

import broadsheet.command.print.Console;
import broadsheet.archive.Archive;
import broadsheet.build.ArchiveOpening;
import broadsheet.build.BuildOptions;
import broadsheet.build.ExitCode;
import broadsheet.build.Failures;
import broadsheet.build.Stamp;
import broadsheet.post.PostFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
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
    private final Duration longest;
    private final CountDownLatch ended = new CountDownLatch(1);
    /** The failure of the last build, in a line; empty when it succeeded. */
    private String failure = "";

    /** One build, reported. */
    @FunctionalInterface
    interface Run {
        int run(BuildOptions options) throws IOException;
    }

    WatchedBuild(BuildOptions options, Run run, Console console) {
        this(options, run, console, RESCAN);
    }

    /** @param longest after which the archive is looked through in any case */
    WatchedBuild(BuildOptions options, Run run, Console console, Duration longest) {
        this.options = options;
        this.run = run;
        this.console = console;
        this.longest = longest;
    }

    /**
     * Returns when the process must end ({@code SIGTERM}, {@code SIGINT}); a build under way is then given up, and
     * the index stays as the last one left it.
     *
     * @throws IOException when the first build fails; later failures are printed, and the next change is awaited
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
        while (watch.await(longest)) {
            List<String> now = lookAgain(built);
            if (!now.equals(built) || !failure.isEmpty()) {
                code = runAgain();
                built = failure.isEmpty() ? now : built;
            }
        }
        return code;
    }

    /** A build that fails is tried again at the next look; the same failure is printed once. */
    private int runAgain() {
        try {
            int code = run.run(options.withFull(false));
            failure = "";
            return code;
        } catch (IOException e) {
            print(e);
            return ExitCode.of(e);
        }
    }

    private void print(IOException e) {
        String line = Failures.line(e);
        if (!line.equals(failure)) {
            console.err().println("index: " + line);
        }
        failure = line;
    }

    /** Lines that differ once something has changed: the settings, and each file's name and stamp. */
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
            print(e);
            return before;
        }
    }

    private static String stamp(PostFile file) {
        Stamp stamp = Stamp.of(file.path(), Instant.MAX);
        return stamp.isKnown() ? stamp.toString() : lengthAndTime(file.path());
    }

    private static String lengthAndTime(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
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
