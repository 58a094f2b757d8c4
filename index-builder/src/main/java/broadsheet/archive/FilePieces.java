package broadsheet.archive;

import broadsheet.post.FileReading;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The pieces of a long file of posts, in its order, some thousand lines each. For one thread; a piece may be read on
 * another. Never throws what the file is to blame for: its last piece then says what is wrong.
 */
public final class FilePieces implements Iterator<FilePieces.Piece>, AutoCloseable {

    /** Processor time for a piece. */
    private static final Duration LIMIT = Duration.ofSeconds(32);

    private final LineStream stream;
    private final int longest;
    private Optional<LongLines> lines = Optional.empty();
    private Optional<Piece> next = Optional.empty();
    private int line = 1;
    private boolean ended;

    /** @param longest bytes of a line; what a longer one has beyond them is passed over */
    FilePieces(LineStream stream, int longest) {
        this.stream = stream;
        this.longest = longest;
    }

    /** Some lines of the file that are still to be read as posts. */
    public interface Piece {

        /** The posts. This has no limit of time: the caller gives it up after {@link #limit}. */
        FileReading read();

        /** Processor time that it may take. */
        default Duration limit() {
            return LIMIT;
        }

        /** The failed reading of a piece that took longer. */
        default FileReading tooSlow() {
            return read();
        }
    }

    private record LinesOfPosts(LineStream stream, byte[] lines, int first) implements Piece {

        @Override
        public FileReading read() {
            return stream.posts(lines, first);
        }

        @Override
        public FileReading tooSlow() {
            return stream.failed(first, "too-slow", "these lines were not read within " + LIMIT.toSeconds() + " s");
        }
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !ended) {
            next = piece();
            ended |= next.isEmpty();
        }
        return next.isPresent();
    }

    @Override
    public Piece next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the file has ended");
        }
        Piece piece = next.get();
        next = Optional.empty();
        return piece;
    }

    private Optional<Piece> piece() {
        try {
            if (lines.isEmpty()) {
                lines = Optional.of(new LongLines(stream.source().file().path(), longest));
            }
            byte[] piece = lines.get().next();
            if (piece.length == 0) {
                return Optional.empty();
            }
            int first = line;
            for (byte b : piece) {
                line += b == '\n' ? 1 : 0;
            }
            return Optional.of(new LinesOfPosts(stream, piece, first));
        } catch (LongLines.Unreadable e) {
            ended = true;
            FileReading failed = stream.failed(line, "unreadable",
                    "from here on it cannot be read: " + e.getMessage());
            return Optional.of(() -> failed);
        }
    }

    @Override
    public void close() throws IOException {
        if (lines.isPresent()) {
            lines.get().close();
        }
    }
}
