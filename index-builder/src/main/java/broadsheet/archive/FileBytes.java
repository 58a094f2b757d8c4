package broadsheet.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** All bytes of one file, up to a limit. */
final class FileBytes {

    private FileBytes() {}

    /**
     * Reads a file to its end.
     *
     * @throws TooLongException for a file longer than {@code limit} bytes
     * @throws IOException for what is no regular file, or cannot be read
     */
    static byte[] read(Path path, int limit) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw Files.exists(path)
                    ? new IOException("it is no regular file any more")
                    : new NoSuchFileException(path.toString());
        }
        // One byte more than allowed shows that a file is too long, even while it grows.
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new TooLongException("longer than " + limit + " bytes, the limit for one file");
            }
            return bytes;
        }
    }

    /** A file beyond the limit of length. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        private TooLongException(String message) {
            super(message);
        }
    }
}
