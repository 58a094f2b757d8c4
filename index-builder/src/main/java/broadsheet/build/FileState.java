package broadsheet.build;

import broadsheet.post.FileReading;
import broadsheet.post.FileReading.Skip;
import broadsheet.post.Post;
import broadsheet.post.Problem;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The results of reading one file, kept for the next build, which may find the file unchanged.
 *
 * @param stamp the system's facts about it, taken before it was read
 * @param role its kind within its site
 * @param digest of its bytes
 * @param bytes its length
 * @param posts how many posts it gave, those of the future included
 * @param scheduled when those appear that had a time to wait for
 * @param expires when the first of its posts is no longer to be found; {@link Instant#MAX} for never
 * @param skips how many entries were left out, by reason
 * @param failed how many entries could not be read
 * @param problems errors, warnings and repairs, in the order of the file
 * @param languages of its posts, in the order of the file
 */
record FileState(Stamp stamp, String role, Digest digest, long bytes, int posts, List<Instant> scheduled,
        Instant expires, Map<Skip.Reason, Integer> skips, int failed, List<Problem> problems,
        List<PostLanguage> languages) {

    /** Of a file that the last build did not see. */
    static final FileState UNKNOWN = new FileState(Stamp.UNKNOWN, "", Digest.NONE, 0, 0, List.of(),
            Instant.MAX, Map.of(), 0, List.of(), List.of());

    /** In the place of the number of posts, of a file whose posts are still to be read. */
    static final int STREAM = -1;

    /** Of a file that is read a piece at a time: {@link StreamedState} adds the pieces. */
    static FileState stream(Stamp stamp, String role, Digest.OfFile content) {
        return new FileState(stamp, role, content.digest(), content.bytes(), STREAM, List.of(), Instant.MAX, Map.of(),
                0, List.of(), List.of());
    }

    static FileState of(Stamp stamp, String role, Digest.OfFile content, FileReading reading) {
        Map<Skip.Reason, Integer> skips = new EnumMap<>(Skip.Reason.class);
        reading.skips().forEach(skip -> skips.merge(skip.reason(), 1, Integer::sum));
        List<Instant> scheduled = reading.posts().stream().map(Post::visibleFrom).flatMap(time -> time.stream())
                .toList();
        Instant expires = reading.posts().stream().map(Post::expires).flatMap(time -> time.stream())
                .min(Comparator.naturalOrder()).orElse(Instant.MAX);
        return new FileState(stamp, role, content.digest(), content.bytes(), reading.posts().size(), scheduled, expires,
                skips, reading.failed(), reading.problems(), reading.posts().stream().map(PostLanguage::of).toList());
    }

    /** Whether the same bytes, in that role, would give the same posts now. */
    boolean holds(String roleNow, Instant now) {
        return role.equals(roleNow) && now.isBefore(expires);
    }

    /** The same bytes under another stamp: a file that was touched, copied or restored. */
    FileState under(Stamp other) {
        return other.equals(stamp)
                ? this
                : new FileState(other, role, digest, bytes, posts, scheduled, expires, skips, failed, problems,
                        languages);
    }

    /** The same file, its posts in these languages. */
    FileState in(List<PostLanguage> others) {
        return new FileState(stamp, role, digest, bytes, posts, scheduled, expires, skips, failed, problems,
                List.copyOf(others));
    }
}
