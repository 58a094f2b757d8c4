package broadsheet.build;

import broadsheet.post.FileReading.Skip;
import broadsheet.post.Problem;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What a build leaves to the next one, kept with the index.
 *
 * <p>As bytes: the version (4), the CRC32C of the rest (4), the rest deflated: settings, then each file with its parts
 * in the order of {@link FileState}. Numbers are big-endian; texts are their length in bytes and UTF-8.
 *
 * @param settings digest of all that changes how every post is read
 * @param files by id, in the order of the archive
 */
record BuildState(String settings, SequencedMap<String, FileState> files) {

    /** Rises when this form changes, or when the same bytes of a post are read otherwise than before. */
    private static final int VERSION = 2;
    private static final int HEADER_BYTES = 8;
    /** Deflating or inflating a few bytes at a time took a tenth of an incremental build. */
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAX_TEXT_BYTES = 1 << 24;

    /** Posts of all files, those of the future included. */
    long posts() {
        return files.values().stream().mapToLong(FileState::posts).sum();
    }

    byte[] toBytes() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DeflaterOutputStream(packed, deflater), BUFFER_BYTES))) {
            write(settings, out);
            out.writeInt(files.size());
            for (Map.Entry<String, FileState> file : files.entrySet()) {
                write(file.getKey(), out);
                write(file.getValue(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail so", e);
        } finally {
            deflater.end();
        }
        byte[] body = packed.toByteArray();
        return ByteBuffer.allocate(HEADER_BYTES + body.length).putInt(VERSION).putInt(crc(body)).put(body).array();
    }

    /** Empty when the bytes are of another version or damaged: the next build then reads everything. */
    static Optional<BuildState> parse(byte[] bytes) {
        if (bytes.length < HEADER_BYTES) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        byte[] body = java.util.Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length);
        if (header.getInt() != VERSION || header.getInt() != crc(body)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(body)), BUFFER_BYTES))) {
            String settings = readText(in);
            int count = in.readInt();
            SequencedMap<String, FileState> files = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                files.put(readText(in), readFile(in));
            }
            return Optional.of(new BuildState(settings, files));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static void write(FileState file, DataOutputStream out) throws IOException {
        out.writeLong(file.digest().high());
        out.writeLong(file.digest().low());
        out.writeLong(file.bytes());
        out.writeInt(file.posts());
        out.writeInt(file.scheduled().size());
        for (Instant time : file.scheduled()) {
            write(time.toString(), out);
        }
        out.writeInt(file.skips().size());
        for (Map.Entry<Skip.Reason, Integer> skip : file.skips().entrySet()) {
            write(skip.getKey().name(), out);
            out.writeInt(skip.getValue());
        }
        out.writeInt(file.failed());
        out.writeInt(file.problems().size());
        for (Problem problem : file.problems()) {
            write(problem, out);
        }
    }

    private static FileState readFile(DataInputStream in) throws IOException {
        Digest digest = new Digest(in.readLong(), in.readLong());
        long bytes = in.readLong();
        int posts = in.readInt();
        List<Instant> scheduled = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            scheduled.add(Instant.parse(readText(in)));
        }
        Map<Skip.Reason, Integer> skips = new EnumMap<>(Skip.Reason.class);
        for (int i = in.readInt(); i > 0; i--) {
            skips.put(Skip.Reason.valueOf(readText(in)), in.readInt());
        }
        int failed = in.readInt();
        List<Problem> problems = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            problems.add(readProblem(in));
        }
        return new FileState(digest, bytes, posts, scheduled, skips, failed, problems);
    }

    private static void write(Problem problem, DataOutputStream out) throws IOException {
        write(problem.path(), out);
        out.writeInt(problem.line());
        out.writeInt(problem.column());
        write(problem.severity().name(), out);
        write(problem.code(), out);
        write(problem.message(), out);
    }

    private static Problem readProblem(DataInputStream in) throws IOException {
        return new Problem(readText(in), in.readInt(), in.readInt(), Problem.Severity.valueOf(readText(in)),
                readText(in), readText(in));
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_TEXT_BYTES) {
            throw new EOFException("no text is " + length + " bytes long");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
