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
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a file of an archive, unless it holds the bytes that it held at the last build. That its stamp is the same tells
 * so without opening it, which takes longer than all else that is done about an unchanged file.
 *
 * @param before what the last build saw, by id; empty when all is to be read
 * @param same ids of files with the same stamp
 */
record ReadOrReuse(Archive archive, Map<String, FileState> before, Set<String> same)
        implements
            ReadAhead.Work<PostFile, Read> {

    static ReadOrReuse of(Archive archive, Map<String, FileState> before) {
        Set<String> same = before.isEmpty()
                ? Set.of()
                : archive.files().parallelStream().filter(file -> isSame(file, before)).map(PostFile::id)
                        .collect(Collectors.toSet());
        return new ReadOrReuse(archive, before, same);
    }

    private static boolean isSame(PostFile file, Map<String, FileState> before) {
        Stamp old = before.getOrDefault(file.id(), FileState.UNKNOWN).stamp();
        return old.isKnown() && old.equals(Stamp.of(file.path()));
    }

    /** One file, as it comes from a reading thread. */
    record Read(PostFile file, FileState state, List<Post> posts, boolean unchanged) {}

    @Override
    public Optional<Read> known(PostFile file) {
        return same.contains(file.id())
                ? Optional.of(new Read(file, before.get(file.id()), List.of(), true))
                : Optional.empty();
    }

    @Override
    public Read on(PostFile file) {
        FileState old = before.getOrDefault(file.id(), FileState.UNKNOWN);
        Stamp stamp = Stamp.of(file.path());
        Optional<byte[]> content = archive.content(file);
        Digest.OfFile digest = content.map(Digest::of).orElseGet(() -> digest(file.path()));
        boolean wasRead = !digest.digest().equals(Digest.NONE);
        if (wasRead && digest.digest().equals(old.digest()) && !archive.isDatedByItsFile(file)) {
            return new Read(file, old.under(stamp), List.of(), true);
        }
        FileReading reading = content.map(bytes -> archive.read(file, bytes)).orElseGet(() -> archive.read(file));
        return new Read(file, FileState.of(wasRead ? stamp : Stamp.UNKNOWN, digest, reading), reading.posts(), false);
    }

    @Override
    public Duration limit(PostFile file) {
        return archive.limit(file);
    }

    /** Without a digest: the next build tries again. */
    @Override
    public Read givenUp(PostFile file) {
        FileState state = FileState.of(Stamp.UNKNOWN, new Digest.OfFile(Digest.NONE, 0), archive.tooSlow(file));
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
