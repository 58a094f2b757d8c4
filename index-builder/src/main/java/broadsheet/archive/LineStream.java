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
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;

/** A long file of JSON Lines: its posts are read a piece at a time, so that it takes no more memory than a short one. */
record LineStream(Source source, ReadOptions options) {

    /** A character is at most four bytes: a line that is cut after this many is still beyond the limit of one post. */
    private static final int BYTES_OF_CHARACTER = 4;

    /** Whether the file is one of those. */
    boolean isLong() {
        try {
            return PostFormat.of(source.path()).filter(PostFormat.LINES::equals).isPresent()
                    && (source.kind() == Generator.Kind.POST || source.kind() == Generator.Kind.DRAFT)
                    && isLong(Files.size(source.file().path()));
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isLong(long bytes) throws IOException {
        boolean tooLong = bytes > (long) options.maxFileBytes() * PostFileReader.SEVERAL;
        return tooLong || bytes > PostFileReader.LARGE && hasLinesOfBytes();
    }

    /** Not so in UTF-16, where a line's end is two bytes, and which encoding it is stands at the beginning alone. */
    private boolean hasLinesOfBytes() throws IOException {
        try (InputStream in = Files.newInputStream(source.file().path())) {
            for (byte b : in.readNBytes(4)) {
                if (b == 0 || b == (byte) 0xFE || b == (byte) 0xFF) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The pieces from the first line on. */
    FilePieces pieces() {
        int longest = (int) Math.min(Integer.MAX_VALUE - 8L,
                (long) BYTES_OF_CHARACTER * (options.maxFileBytes() + 1));
        return new FilePieces(this, longest);
    }

    FileReading posts(byte[] piece, int firstLine) {
        Problems problems = new Problems(source.file().id(), firstLine - 1);
        try {
            Decoded decoded = TextDecoder.decode(piece);
            TextReports.encoding(decoded, problems);
            return new JsonLines(new ReadTask(source, options, problems)).read(decoded.text(), firstLine);
        } catch (RuntimeException | StackOverflowError e) {
            return failed(firstLine, "reader-fault", "the reader failed on these lines: " + e);
        }
    }

    FileReading failed(int line, String code, String message) {
        return new FileReading(source.file().id(), List.of(), List.of(), 1,
                List.of(new Problem(source.file().id(), line, 0, Problem.Severity.ERROR, code, message)));
    }
}
