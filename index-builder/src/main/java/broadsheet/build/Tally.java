package broadsheet.build;

import broadsheet.index.PostIndexer.Published;
import broadsheet.post.PostFile;
import broadsheet.post.Problem.Severity;
import broadsheet.post.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Adds up what the files of one build gave. For one thread. */
final class Tally {

    private static final String FUTURE = "future";

    private final Instant now;
    private final String archive;
    private final long startNanos = System.nanoTime();
    private final SequencedMap<String, FileState> files = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Path> places = new LinkedHashMap<>();
    private final TreeMap<String, Long> skippedBy = new TreeMap<>();
    private int reused;
    private long read;
    private long scheduled;
    private long failed;
    private long bytesRead;
    private long bytesLost;

    /**
     * @param now a post that appears later than this is scheduled
     * @param archive what is read, as problems of the whole name it
     */
    Tally(Instant now, String archive) {
        this.now = now;
        this.archive = archive;
    }

    /** A problem of the archive itself, and where it is. */
    void add(Problem problem, Path place) {
        problems.add(problem);
        places.put(problem.path(), place);
    }

    void add(PostFile file, FileState state, boolean unchanged) {
        files.put(file.id(), state);
        reused += unchanged ? 1 : 0;
        bytesRead += state.bytes();
        failed += state.failed();
        bytesLost += state.failed() > 0 && state.posts() == 0 ? state.bytes() : 0;
        read += state.posts();
        long future = state.scheduled().stream().filter(now::isBefore).count();
        scheduled += future;
        if (future > 0) {
            skippedBy.merge(FUTURE, future, Long::sum);
        }
        state.skips().forEach((reason, count) -> skippedBy
                .merge(reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), (long) count, Long::sum));
        problems.addAll(state.problems());
        if (!state.problems().isEmpty()) {
            places.put(file.id(), file.path());
        }
    }

    /** Whether a file was added. */
    boolean has(String file) {
        return files.containsKey(file);
    }

    /** A file as it was added. */
    FileState state(PostFile file) {
        return files.get(file.id());
    }

    /** The posts of a file are in other languages than when it was added. */
    void settle(PostFile file, List<PostLanguage> languages) {
        files.put(file.id(), files.get(file.id()).in(languages));
    }

    /** Posts handed to the index, those of the future included. */
    long posts() {
        return read;
    }

    BuildState state(String settings) {
        return new BuildState(settings, files);
    }

    /** What is wrong with the whole: a build of nothing, or of the smaller part, must not look like any other. */
    private Optional<Problem> leftOut(long skipped) {
        if (read == 0) {
            String found = failed > 0 ? failed + " could not be read" : skipped + " are left out on purpose";
            return Optional
                    .of(new Problem(archive, 0, 0, skipped > 0 && failed == 0 ? Severity.WARNING : Severity.ERROR,
                            "no-posts", failed + skipped == 0
                                    ? "no posts were found: expected a site, a folder of posts or a post file"
                                    : "no posts: " + found));
        }
        if (failed <= read && bytesLost * 2 <= bytesRead) {
            return Optional.empty();
        }
        return Optional.of(new Problem(archive, 0, 0, Severity.ERROR, "most-left-out",
                "most of it could not be read: " + failed + " of " + (read + failed) + " entries, " + bytesLost + " of "
                        + bytesRead + " bytes"));
    }

    BuildReport report(Optional<Published> published) {
        long skipped = skippedBy.values().stream().mapToLong(Long::longValue).sum();
        leftOut(skipped).ifPresent(problem -> add(problem, Path.of(archive)));
        long posts = read - scheduled;
        return new BuildReport(files.size(), reused, posts + skipped + failed, posts, scheduled, skipped, skippedBy,
                failed, List.copyOf(problems), places, published.map(Published::bytes).orElse(0L), bytesRead,
                Duration.ofNanos(System.nanoTime() - startNanos).toMillis(),
                published.map(p -> OptionalLong.of(p.generation())).orElse(OptionalLong.empty()));
    }
}
