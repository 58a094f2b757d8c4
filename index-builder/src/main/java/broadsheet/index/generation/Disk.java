package broadsheet.index.generation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The file operations of a generation store. Each one that changes or flushes something passes {@link #before} first,
 * so that a test can let the n-th of them fail.
 */
class Disk {

    private static final int BUFFER_BYTES = 256 * 1024;

    /** Called before each operation that writes; the name of the operation is its method's. */
    void before(String operation, Path path) throws IOException {}

    void createFolders(Path folder) throws IOException {
        before("createFolders", folder);
        Files.createDirectories(folder);
    }

    /** The same; what was made outlasts a power cut. */
    void createFoldersDurably(Path folder) throws IOException {
        Path parent = folder.getParent();
        boolean isNew = parent != null && Files.notExists(folder);
        if (isNew && Files.notExists(parent)) {
            createFoldersDurably(parent);
        }
        createFolders(folder);
        // A folder that may be written but not read cannot be opened to be flushed.
        if (isNew && Files.isReadable(parent)) {
            syncFolder(parent);
        }
    }

    /** How many bytes may be written until the disk is full. */
    long freeBytes(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    void write(Path file, byte[] bytes) throws IOException {
        before("write", file);
        Files.write(file, bytes);
    }

    void sync(Path file) throws IOException {
        before("sync", file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    void syncFolder(Path folder) throws IOException {
        before("syncFolder", folder);
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows opens no folder; its renames are durable without.
            if (!isWindows()) {
                throw e;
            }
        }
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }

    void rename(Path from, Path to) throws IOException {
        before("rename", to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * A second name for the same bytes where the file system can give one, else a copy.
     *
     * @return whether it is a second name
     */
    boolean linkOrCopy(Path from, Path to) throws IOException {
        before("linkOrCopy", to);
        try {
            Files.createLink(to, from);
            return true;
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            return false;
        }
    }

    void copy(Path from, Path to) throws IOException {
        before("copy", to);
        Files.copy(from, to);
    }

    /** Deletes a file, or a folder with all that is in it; links are not followed. */
    void deleteTree(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            for (Path child : list(path)) {
                deleteTree(child);
            }
        }
        before("delete", path);
        Files.deleteIfExists(path);
    }

    /** What lies in a folder, in the order of the names; nothing when there is no such folder. */
    List<Path> list(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Length and CRC32C of a file. Read through a buffer and not mapped: a mapped file that is cut short meanwhile ends
     * in an {@code InternalError}, and both are as fast.
     */
    Manifest.Entry entry(Path file) throws IOException {
        CRC32C crc = new CRC32C();
        long length = 0;
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(buffer) >= 0) {
                length += buffer.flip().remaining();
                crc.update(buffer);
                buffer.clear();
            }
        }
        return new Manifest.Entry(file.getFileName().toString(), length, (int) crc.getValue());
    }
}
