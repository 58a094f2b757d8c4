package broadsheet.archive;

import broadsheet.post.FileReading;
import broadsheet.post.Problem;
import broadsheet.post.Problems;
import broadsheet.post.ReadOptions;
import broadsheet.post.encoding.Decoded;
import broadsheet.post.encoding.TextDecoder;
import broadsheet.post.encoding.TextReports;
import broadsheet.post.reading.JsonLines;
import broadsheet.post.reading.ReadTask;
import broadsheet.post.site.Generator;
import broadsheet.post.site.PostFormat;
import broadsheet.post.site.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** A file of JSON Lines too long to be held in memory: its posts are read a piece at a time. */
record LineStream(Source source, ReadOptions options) {

    /** Processor time for a piece, which has some thousand posts. */
    private static final Duration LIMIT = Duration.ofSeconds(32);
    /** A character is at most four bytes: a line that is cut after this many is still beyond the limit of one post. */
    private static final int BYTES_OF_CHARACTER = 4;

    /** Whether the file is one of those. */
    boolean isLong() {
        try {
            return PostFormat.of(source.path()).filter(PostFormat.LINES::equals).isPresent()
                    && (source.kind() == Generator.Kind.POST || source.kind() == Generator.Kind.DRAFT)
                    && Files.size(source.file().path()) > (long) options.maxFileBytes() * PostFileReader.SEVERAL;
        } catch (IOException e) {
            return false;
        }
    }

    void read(Archive.PieceTaker taker) throws IOException {
        int line = 1;
        int longest = (int) Math.min(Integer.MAX_VALUE - 8L,
                (long) BYTES_OF_CHARACTER * (options.maxFileBytes() + 1));
        try (LongLines lines = new LongLines(source.file().path(), longest)) {
            for (byte[] piece = lines.next(); piece.length > 0; piece = lines.next()) {
                taker.take(piece(piece, line));
                line += count(piece);
            }
        } catch (LongLines.Unreadable e) {
            taker.take(failed(line, "unreadable", "from here on it cannot be read: " + e.getMessage()));
        }
    }

    private FileReading piece(byte[] piece, int firstLine) {
        try {
            return TimeLimit.run(() -> posts(piece, firstLine), LIMIT).orElseGet(() -> failed(firstLine, "too-slow",
                    "these lines were not read within " + LIMIT.toSeconds() + " s"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(firstLine, "interrupted", "reading was interrupted");
        } catch (Exception e) {
            return failed(firstLine, "reader-fault", "the reader failed on these lines: " + e);
        }
    }

    private FileReading posts(byte[] piece, int firstLine) {
        Problems problems = new Problems(source.file().id(), firstLine - 1);
        Decoded decoded = TextDecoder.decode(piece);
        TextReports.encoding(decoded, problems);
        return new JsonLines(new ReadTask(source, options, problems)).read(decoded.text(), firstLine);
    }

    private FileReading failed(int line, String code, String message) {
        return new FileReading(source.file().id(), List.of(), List.of(), 1,
                List.of(new Problem(source.file().id(), line, 0, Problem.Severity.ERROR, code, message)));
    }

    private static int count(byte[] piece) {
        int lines = 0;
        for (byte b : piece) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }
}
