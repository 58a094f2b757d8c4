package broadsheet.build;

import broadsheet.post.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;

/**
 * The results of a build. {@code entries = posts + skipped + failed}, always.
 *
 * @param files post files of the archive
 * @param reused files that were unchanged since the last build and not parsed again
 * @param entries what the files hold: mostly one entry a file, more in feeds and JSON Lines
 * @param posts entries that readers can find now
 * @param scheduled posts in the index that wait for their time; counted in {@code skipped}, too
 * @param skipped entries left out on purpose, posts of the future among them
 * @param skippedBy {@code skipped} by reason, in lower case with hyphens: {@code draft}, {@code future}
 * @param failed entries that could not be read; {@code problems} says why
 * @param problems of the archive and of each file, in the archive's order, unchanged files' included
 * @param places where the files of the problems lie, by their path within the archive
 * @param bytes size of the index on disk; 0 when nothing was published
 * @param bytesRead size of all post files
 * @param millis wall time of the build
 * @param generation what was published; empty for a dry run
 */
public record BuildReport(int files, int reused, long entries, long posts, long scheduled, long skipped,
        SequencedMap<String, Long> skippedBy, long failed, List<Problem> problems, Map<String, Path> places, long bytes,
        long bytesRead, long millis, OptionalLong generation) {

    /** The same report of other problems. */
    public BuildReport withProblems(List<Problem> value, Map<String, Path> placed) {
        return new BuildReport(files, reused, entries, posts, scheduled, skipped, skippedBy, failed, List.copyOf(value),
                placed, bytes, bytesRead, millis, generation);
    }

    /** Whether entries were lost: {@code --strict} asks. */
    public boolean hasBadPosts() {
        return failed > 0 || problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }
}
