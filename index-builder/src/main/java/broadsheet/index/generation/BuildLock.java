package broadsheet.index.generation;

import broadsheet.index.IndexException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets one builder at a time into an index. The file {@code LOCK} stays for ever; the lock on it is the system's and is
 * gone when its process is, however that ended, so there is never a lock to clean up by hand.
 */
final class BuildLock implements AutoCloseable {

    /** Held by this very process: POSIX drops a process's lock as soon as it closes any of its channels to the file. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path key;
    private final FileChannel channel;

    private BuildLock(Path key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /** @throws IndexException.Locked at once when another builder, of this process or another, is inside */
    static BuildLock acquire(Path index) throws IOException {
        Path key = index.toRealPath();
        if (!HELD.add(key)) {
            throw locked(index);
        }
        boolean done = false;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(index.resolve("LOCK"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw locked(index);
            }
            done = true;
            return new BuildLock(key, channel);
        } finally {
            if (!done) {
                HELD.remove(key);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static IndexException.Locked locked(Path index) {
        return new IndexException.Locked(index + ": another build is writing this index; try again when it has ended");
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(key);
        }
    }
}
