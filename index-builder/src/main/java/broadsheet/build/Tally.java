package broadsheet.build;

import broadsheet.index.PostIndexer.Published;
import broadsheet.post.PostFile;
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

    /** @param now a post that appears later than this is scheduled */
    Tally(Instant now) {
        this.now = now;
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

    /** A file as it was added. */
    FileState state(PostFile file) {
        return files.get(file.id());
    }

    /** The posts of a file are in other languages than when it was added. */
    void settle(PostFile file, FileState state) {
        files.put(file.id(), files.get(file.id()).in(state.languages()));
    }

    /** Posts handed to the index, those of the future included. */
    long posts() {
        return read;
    }

    BuildState state(String settings) {
        return new BuildState(settings, files);
    }

    BuildReport report(Optional<Published> published) {
        long skipped = skippedBy.values().stream().mapToLong(Long::longValue).sum();
        long posts = read - scheduled;
        return new BuildReport(files.size(), reused, posts + skipped + failed, posts, scheduled, skipped, skippedBy,
                failed, List.copyOf(problems), places, published.map(Published::bytes).orElse(0L), bytesRead,
                Duration.ofNanos(System.nanoTime() - startNanos).toMillis(),
                published.map(p -> OptionalLong.of(p.generation())).orElse(OptionalLong.empty()));
    }
}
