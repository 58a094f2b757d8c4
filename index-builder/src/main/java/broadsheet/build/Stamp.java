package broadsheet.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Facts about a file that the system knows without reading it. Where two stamps are equal, and known, the file is the
 * same.
 *
 * <p>The time is that of the last change of any kind (ctime). The system alone sets it; the time of modification can be
 * set back, and {@code cp -p}, {@code tar} and {@code rsync} do so. A change that follows another too closely may bear
 * the same time: so a file that has only just changed has no known stamp. What is written through a memory
 * map, which no editor does, may show late or not at all; {@code --full} reads all.
 *
 * @param inode which file it is
 * @param bytes its length
 * @param changed nanoseconds since 1970
 */
public record Stamp(long inode, long bytes, long changed) {

    /** Of a file that is to be read to know whether it has changed. */
    static final Stamp UNKNOWN = new Stamp(0, 0, 0);

    /** Systems count time in steps of up to 10 ms, old ones in seconds. */
    private static final Duration SETTLED = Duration.ofMillis(100);
    private static final Duration SETTLED_IN_SECONDS = Duration.ofSeconds(2);

    /**
     * Taken before the file is read: a change while it is read then shows. Unknown where the system keeps no such time.
     */
    public static Stamp of(Path file) {
        return of(file, Instant.now());
    }

    public static Stamp of(Path file, Instant now) {
        try {
            Map<String, Object> attributes = Files.readAttributes(file, "unix:ino,size,ctime");
            FileTime changed = (FileTime) attributes.get("ctime");
            Duration settled = changed.toInstant().getNano() == 0 ? SETTLED_IN_SECONDS : SETTLED;
            return changed.toInstant().plus(settled).isAfter(now)
                    ? UNKNOWN
                    : new Stamp((Long) attributes.get("ino"), (Long) attributes.get("size"),
                            changed.to(TimeUnit.NANOSECONDS));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    public boolean isKnown() {
        return !equals(UNKNOWN);
    }
}
