package broadsheet.archive;

import broadsheet.post.FileReading.Skip.Reason;
import broadsheet.post.FileReading.Skip;
import broadsheet.post.FileReading;
import broadsheet.post.Problem;
import broadsheet.post.Problems;
import broadsheet.post.ReadOptions;
import broadsheet.post.SyntaxException;
import broadsheet.post.encoding.Decoded;
import broadsheet.post.encoding.TextDecoder;
import broadsheet.post.encoding.TextReports;
import broadsheet.post.encoding.XmlEncoding;
import broadsheet.post.reading.FeedReader;
import broadsheet.post.reading.JsonLines;
import broadsheet.post.reading.PostReader;
import broadsheet.post.reading.ReadTask;
import broadsheet.post.site.Generator;
import broadsheet.post.site.PostFormat;
import broadsheet.post.site.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Reads one file of an archive under limits of length and time; whatever goes wrong becomes a problem. */
final class PostFileReader {

    /** Processor time for one post. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** A file that holds many posts may be this many times as long as one post, and take this many times as long. */
    static final int SEVERAL = 32;
    /** Bytes. */
    static final long LARGE = 8 << 20;

    private final Source source;
    private final ReadOptions options;
    private final String id;
    private final PostFormat format;

    PostFileReader(Source source, ReadOptions options) {
        this.source = source;
        this.options = options;
        this.id = source.file().id();
        this.format = PostFormat.of(source.path()).orElse(PostFormat.MARKDOWN);
    }

    /** Opens the file and reads it; gives up when its time is over. */
    FileReading read() {
        return reading(() -> {
            Optional<FileReading> reading = TimeLimit.run(() -> parse(bytes()), limit());
            return reading.orElseGet(this::tooSlow);
        });
    }

    /** Reads these bytes, which are all that the file holds; takes its time, and the stack of the caller's thread. */
    FileReading read(byte[] content) {
        return reading(() -> parse(content));
    }

    /** All that the file holds; empty when it cannot be read or is too long: {@link #read()} then says why. */
    Optional<byte[]> content() {
        try {
            return Optional.of(bytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    boolean isOfDraft() {
        return source.kind() == Generator.Kind.DRAFT;
    }

    /** Whether it holds many posts and is long. */
    boolean isLarge() {
        try {
            return !format.isOnePost() && Files.size(source.file().path()) > LARGE;
        } catch (IOException e) {
            return false;
        }
    }

    Duration limit() {
        return LIMIT.multipliedBy(format.isOnePost() ? 1 : SEVERAL);
    }

    FileReading tooSlow() {
        return failed(0, 0, "too-slow", "not read within " + limit().toSeconds() + " s");
    }

    private FileReading reading(Callable<FileReading> work) {
        if (source.kind() == Generator.Kind.EXCLUDED) {
            return skipped(Reason.EXCLUDED);
        }
        if (source.kind() == Generator.Kind.NOT_A_POST) {
            return skipped(Reason.NOT_A_POST);
        }
        try {
            return work.call();
        } catch (SyntaxException e) {
            return failed(e.line(), e.column(), e.code(), e.getMessage());
        } catch (FileBytes.TooLongException e) {
            return failed(0, 0, "too-long", e.getMessage());
        } catch (IOException e) {
            return failed(0, 0, "unreadable", "cannot be read: " + FileFault.message(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(0, 0, "interrupted", "reading was interrupted");
        } catch (TimeLimit.StackLimitException | StackOverflowError | OutOfMemoryError e) {
            return failed(0, 0, "too-deep", "nested too deeply to be read");
        } catch (Exception e) {
            return failed(0, 0, "reader-fault", "the reader failed on it: " + e);
        }
    }

    private FileReading parse(byte[] bytes) throws SyntaxException {
        Problems problems = new Problems(id);
        Decoded decoded = TextDecoder.decode(bytes,
                format == PostFormat.FEED ? XmlEncoding.declared(bytes) : Optional.empty());
        TextReports.encoding(decoded, problems);
        ReadTask task = new ReadTask(source, options, problems);
        return switch (format) {
            case LINES -> new JsonLines(task).read(decoded.text());
            case FEED -> new FeedReader(task).read(decoded.text());
            default -> new PostReader(task).read(decoded.text());
        };
    }

    private byte[] bytes() throws IOException {
        return FileBytes.read(source.file().path(), format.isOnePost()
                ? options.maxFileBytes()
                : (int) Math.min(Integer.MAX_VALUE - 8L, (long) options.maxFileBytes() * SEVERAL));
    }

    private FileReading skipped(Reason reason) {
        return new FileReading(id, List.of(), List.of(new Skip(id, reason)), 0, List.of());
    }

    private FileReading failed(int line, int column, String code, String message) {
        return new FileReading(id, List.of(), List.of(), 1,
                List.of(new Problem(id, line, column, Problem.Severity.ERROR, code, message)));
    }
}
