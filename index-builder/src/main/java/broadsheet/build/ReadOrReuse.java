package broadsheet.build;

import broadsheet.build.ReadOrReuse.Read;
import broadsheet.post.Archive;
import broadsheet.post.FileReading;
import broadsheet.post.Post;
import broadsheet.post.PostFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a file of an archive, unless it holds the bytes that it held at the last build.
 *
 * @param before what the last build saw, by id; empty when all is to be read
 */
record ReadOrReuse(Archive archive, Map<String, FileState> before) implements ReadAhead.Work<PostFile, Read> {

    /** One file, as it comes from a reading thread. */
    record Read(PostFile file, FileState state, List<Post> posts, boolean unchanged) {}

    @Override
    public Read on(PostFile file) {
        Optional<byte[]> content = archive.content(file);
        Digest.OfFile digest = content.map(Digest::of).orElseGet(() -> digest(file.path()));
        FileState old = before.getOrDefault(file.id(), FileState.UNKNOWN);
        if (!digest.digest().equals(Digest.NONE) && digest.digest().equals(old.digest())) {
            return new Read(file, old, List.of(), true);
        }
        FileReading reading = content.map(bytes -> archive.read(file, bytes)).orElseGet(() -> archive.read(file));
        return new Read(file, FileState.of(digest, reading), reading.posts(), false);
    }

    @Override
    public Duration limit(PostFile file) {
        return archive.limit(file);
    }

    /** Without a digest: the next build tries again. */
    @Override
    public Read givenUp(PostFile file) {
        FileState state = FileState.of(new Digest.OfFile(Digest.NONE, 0), archive.tooSlow(file));
        return new Read(file, state, List.of(), false);
    }

    /** Of a file too long to be held in memory; one that cannot be read has no digest, and reading it names the trouble. */
    private static Digest.OfFile digest(Path file) {
        try {
            return Digest.of(file);
        } catch (IOException e) {
            return new Digest.OfFile(Digest.NONE, 0);
        }
    }
}
