package broadsheet.build;

import broadsheet.archive.Archive;
import broadsheet.archive.FilePieces;
import broadsheet.post.FileReading;
import broadsheet.post.PostFile;
import java.io.IOException;
import java.time.Duration;

/** Reads the pieces of a long file on many threads and hands them over on one, in the file's order. */
record PiecesAhead(Archive archive, int threads) {

    /** Pieces a thread that are under way. */
    private static final int WINDOW = 2;

    void each(PostFile file, ReadAhead.Taker<FileReading> taker) throws IOException {
        try (FilePieces pieces = archive.pieces(file)) {
            new ReadAhead(threads).each(pieces, WINDOW, new Reading(), taker);
        }
    }

    private static final class Reading implements ReadAhead.Work<FilePieces.Piece, FileReading> {

        @Override
        public FileReading on(FilePieces.Piece piece) {
            return piece.read();
        }

        @Override
        public Duration limit(FilePieces.Piece piece) {
            return piece.limit();
        }

        @Override
        public FileReading givenUp(FilePieces.Piece piece) {
            return piece.tooSlow();
        }
    }
}
