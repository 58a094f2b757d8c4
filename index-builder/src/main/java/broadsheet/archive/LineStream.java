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
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** A long file of JSON Lines: its posts are read a piece at a time, so that it takes no more memory than a short one. */
record LineStream(Source source, ReadOptions options) {

    /** A character is at most four bytes: a line that is cut after this many is still beyond the limit of one post. */
    private static final int BYTES_OF_CHARACTER = 4;

    /** Whether the file has lines of posts at all. */
    boolean isOfLines() {
        return PostFormat.of(source.path()).filter(PostFormat.LINES::equals).isPresent()
                && (source.kind() == Generator.Kind.POST || source.kind() == Generator.Kind.DRAFT);
    }

    /** Whether it is long, and can be read in pieces. */
    boolean isLong() {
        try {
            return isLong(Files.size(source.file().path()));
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isLong(long bytes) throws IOException {
        boolean tooLong = bytes > (long) options.maxFileBytes() * PostFileReader.SEVERAL;
        return tooLong || bytes > PostFileReader.LARGE && hasPlainLines();
    }

    /**
     * Whether all of it is UTF-8 whose lines end as lines do: a piece then reads as it does within the whole. Another encoding is
     * guessed, and a guess wants the whole file; a lone carriage return ends a line, too, which pieces do not see.
     */
    private boolean hasPlainLines() throws IOException {
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader in = new InputStreamReader(Files.newInputStream(source.file().path()), strict)) {
            char[] buffer = new char[1 << 16];
            char last = 0;
            for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
                for (int i = 0; i < length; i++) {
                    if (buffer[i] == 0 || last == '\r' && buffer[i] != '\n') {
                        return false;
                    }
                    last = buffer[i];
                }
            }
            return last != '\r';
        } catch (CharacterCodingException e) {
            return false;
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
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return failed(firstLine, "reader-fault", "the reader failed on these lines: " + e);
        }
    }

    FileReading failed(int line, String code, String message) {
        return new FileReading(source.file().id(), List.of(), List.of(), 1,
                List.of(new Problem(source.file().id(), line, 0, Problem.Severity.ERROR, code, message)));
    }
}
