package broadsheet.build;

import broadsheet.post.FileReading;
import broadsheet.post.FileReading.Skip;
import broadsheet.post.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up the state of a file that is read a piece at a time. */
final class StreamedState {

    /** Problems of the disk or of the time, not of the lines. */
    private static final Set<String> TRIED_AGAIN = Set.of("too-slow", "unreadable");

    private final FileState file;
    private final List<Instant> scheduled = new ArrayList<>();
    private final Map<Skip.Reason, Integer> skips = new EnumMap<>(Skip.Reason.class);
    private final List<Problem> problems = new ArrayList<>();
    private final List<PostLanguage> languages = new ArrayList<>();
    private Instant expires = Instant.MAX;
    private int posts;
    private int failed;
    private boolean wasRead = true;

    /** @param file its stamp, role and digest */
    StreamedState(FileState file) {
        this.file = file;
    }

    /** The state that one piece would leave as a file of its own. */
    FileState piece(FileReading piece) {
        return FileState.of(file.stamp(), file.role(), new Digest.OfFile(file.digest(), file.bytes()), piece);
    }

    void add(FileState piece) {
        posts += piece.posts();
        scheduled.addAll(piece.scheduled());
        expires = piece.expires().isBefore(expires) ? piece.expires() : expires;
        piece.skips().forEach((reason, count) -> skips.merge(reason, count, Integer::sum));
        failed += piece.failed();
        problems.addAll(piece.problems());
        languages.addAll(piece.languages());
        wasRead &= piece.problems().stream().noneMatch(problem -> TRIED_AGAIN.contains(problem.code()));
    }

    /** Without a digest where lines are missing for no fault of theirs: the next build tries again. */
    FileState whole() {
        return new FileState(wasRead ? file.stamp() : Stamp.UNKNOWN, file.role(),
                wasRead ? file.digest() : Digest.NONE, file.bytes(), posts, List.copyOf(scheduled),
                expires, skips, failed, List.copyOf(problems), List.copyOf(languages));
    }
}
