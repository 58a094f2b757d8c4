package broadsheet.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The first 128 bits of a SHA-256.
 *
 * @param high bits 0 to 63
 * @param low bits 64 to 127
 */
record Digest(long high, long low) {

    /** Equal to no file's digest: that file is read anew each time. */
    static final Digest NONE = new Digest(0, 0);

    private static final int BUFFER_BYTES = 64 * 1024;

    /** Of the bytes of a file, and how many there are. */
    record OfFile(Digest digest, long bytes) {}

    static OfFile of(byte[] content) {
        MessageDigest sha = sha256();
        sha.update(content);
        return new OfFile(cut(sha), content.length);
    }

    static OfFile of(Path file) throws IOException {
        MessageDigest sha = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        long length = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
                length += read;
            }
        }
        return new OfFile(cut(sha), length);
    }

    private static Digest cut(MessageDigest sha) {
        ByteBuffer bytes = ByteBuffer.wrap(sha.digest());
        return new Digest(bytes.getLong(), bytes.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
