package broadsheet.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lines of a file of any length, a megabyte at a time; a line longer than its limit comes without its end. */
final class LongLines implements AutoCloseable {

    /** Bytes of a piece: enough that handing it on costs nothing; as posts it takes five times that, and several wait. */
    private static final int PIECE_BYTES = 1 << 20;
    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;

    /** @param longest bytes of a line; what a longer one has beyond them is passed over */
    LongLines(Path file, int longest) throws Unreadable {
        try {
            this.in = Files.newInputStream(file);
        } catch (IOException e) {
            throw new Unreadable(e);
        }
        this.longest = longest;
    }

    /** A fault of the file, not of whoever takes its lines. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        private Unreadable(IOException cause) {
            super(FileFault.message(cause), cause);
        }
    }

    /** The next whole lines; none at the end of the file. */
    byte[] next() throws Unreadable {
        ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE_BYTES + BUFFER_BYTES);
        int line = 0;
        while (fill()) {
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            piece.write(buffer, at, Math.max(0, Math.min(stop - at, longest - line)));
            line = Math.min(longest, line + stop - at);
            at = stop;
            if (stop < end) {
                piece.write('\n');
                at++;
                line = 0;
            }
            if (line == 0 && piece.size() >= PIECE_BYTES) {
                break;
            }
        }
        return piece.toByteArray();
    }

    private boolean fill() throws Unreadable {
        try {
            if (at == end) {
                at = 0;
                end = Math.max(0, in.read(buffer));
            }
            return end > 0;
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
