package broadsheet.build;

import broadsheet.archive.Archive;
import broadsheet.build.ReadOrReuse.Read;
import broadsheet.post.FileReading;
import broadsheet.post.Post;
import broadsheet.post.PostFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Reads a file of an archive, unless it holds the bytes that it held at the last build. A file with the same stamp
 * does, and is not opened: opening takes longer than all else that is done about an unchanged file.
 *
 * @param before the files as the last build saw them, by id; empty when all are to be read
 * @param now the moment of this build: an expired post is left out
 * @param stamps gives a file's stamp
 * @param same ids of files with the same stamp
 */
record ReadOrReuse(Archive archive, Map<String, FileState> before, Instant now, Function<Path, Stamp> stamps,
        Set<String> same)
        implements
            ReadAhead.Work<PostFile, Read> {

    static ReadOrReuse of(Archive archive, Map<String, FileState> before, Instant now) {
        return of(archive, before, now, Stamp::of);
    }

    static ReadOrReuse of(Archive archive, Map<String, FileState> before, Instant now,
            Function<Path, Stamp> stamps) {
        Set<String> same = ConcurrentHashMap.newKeySet();
        ReadOrReuse work = new ReadOrReuse(archive, before, now, stamps, same);
        if (!before.isEmpty()) {
            archive.files().parallelStream().filter(work::hasSameStamp).forEach(file -> same.add(file.id()));
        }
        return work;
    }

    private boolean hasSameStamp(PostFile file) {
        Stamp stamp = last(file).stamp();
        return stamp.isKnown() && stamp.equals(stamps.apply(file.path()));
    }

    /** The state in which the last build saw a file, if the same bytes would still give the same posts. */
    private FileState last(PostFile file) {
        FileState last = before.getOrDefault(file.id(), FileState.UNKNOWN);
        return last.holds(archive.role(file), now) ? last : FileState.UNKNOWN;
    }

    /** One file, as it comes from a reading thread. */
    record Read(PostFile file, FileState state, List<Post> posts, boolean unchanged) {

        /** Of a file that is too long for memory: whoever takes it reads its posts a piece at a time. */
        boolean isStream() {
            return state.posts() == FileState.STREAM;
        }
    }

    @Override
    public Optional<Read> known(PostFile file) {
        return same.contains(file.id())
                ? Optional.of(new Read(file, before.get(file.id()), List.of(), true))
                : Optional.empty();
    }

    @Override
    public Read on(PostFile file) {
        FileState old = last(file);
        Stamp stamp = stamps.apply(file.path());
        Optional<byte[]> content = archive.content(file);
        Digest.OfFile digest = content.map(Digest::of).orElseGet(() -> digest(file.path()));
        boolean wasRead = !digest.digest().equals(Digest.NONE);
        if (wasRead && digest.digest().equals(old.digest()) && !archive.isDatedByItsFile(file)) {
            return new Read(file, old.under(stamp), List.of(), true);
        }
        if (content.isEmpty() && archive.isStream(file)) {
            return new Read(file, FileState.stream(wasRead ? stamp : Stamp.UNKNOWN, archive.role(file), digest),
                    List.of(), false);
        }
        FileReading reading = content.map(bytes -> archive.read(file, bytes)).orElseGet(() -> archive.read(file));
        return new Read(file, state(file, wasRead ? stamp : Stamp.UNKNOWN, digest, reading), reading.posts(), false);
    }

    @Override
    public boolean isLarge(PostFile file) {
        return archive.isLarge(file);
    }

    @Override
    public Duration limit(PostFile file) {
        return archive.limit(file);
    }

    /** Without a digest: the next build tries again. */
    @Override
    public Read givenUp(PostFile file) {
        FileState state = state(file, Stamp.UNKNOWN, new Digest.OfFile(Digest.NONE, 0), archive.tooSlow(file));
        return new Read(file, state, List.of(), false);
    }

    private FileState state(PostFile file, Stamp stamp, Digest.OfFile digest, FileReading reading) {
        return FileState.of(stamp, archive.role(file), digest, reading);
    }

    /** The digest of a file too long to be held in memory; none if it cannot be read: reading it then says why. */
    private static Digest.OfFile digest(Path file) {
        try {
            return Digest.of(file);
        } catch (IOException e) {
            return new Digest.OfFile(Digest.NONE, 0);
        }
    }
}
