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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
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
 * The state that a build leaves to the next one, kept with the index.
 *
 * <p>As bytes: the version (4), the CRC32C of the rest (4), then deflated: settings, each file with its parts in the order
 * of {@link FileState}, some hundred bytes. Numbers are big-endian; texts are their length in bytes and UTF-8. The
 * fastest level makes a quarter of it, in a microsecond a file: posts of a few lines each had an eighth of the index here.
 *
 * @param settings digest of all that changes how every post is read
 * @param files by id, in the order of the archive
 */
record BuildState(String settings, SequencedMap<String, FileState> files) {

    /** Rises when this form changes, or when the same bytes of a post are read otherwise than before. */
    private static final int VERSION = 6;
    private static final int HEADER_BYTES = 8;
    /** Bytes that one file mostly takes. */
    private static final int EXPECTED_BYTES = 32;
    private static final int BUFFER_BYTES = 1 << 13;
    private static final int MAX_TEXT_BYTES = 1 << 24;

    /** Posts of all files, those of the future included. */
    long posts() {
        return files.values().stream().mapToLong(FileState::posts).sum();
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(files.size() * EXPECTED_BYTES);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DeflaterOutputStream(bytes, deflater, BUFFER_BYTES), BUFFER_BYTES))) {
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
        byte[] body = bytes.toByteArray();
        return ByteBuffer.allocate(HEADER_BYTES + body.length).putInt(VERSION).putInt(crc(body)).put(body).array();
    }

    /** Empty when the bytes are of another version or damaged: the next build then reads everything. */
    static Optional<BuildState> parse(byte[] bytes) {
        if (bytes.length < HEADER_BYTES) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        byte[] body = Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length);
        if (header.getInt() != VERSION || header.getInt() != crc(body)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(body)), BUFFER_BYTES))) {
            String settings = readText(in);
            int count = in.readInt();
            SequencedMap<String, FileState> files = new LinkedHashMap<>();
            Map<String, PostLanguage> known = new HashMap<>();
            for (int i = 0; i < count; i++) {
                files.put(readText(in), readFile(in, known));
            }
            return Optional.of(new BuildState(settings, files));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static void write(FileState file, DataOutputStream out) throws IOException {
        out.writeLong(file.stamp().inode());
        out.writeLong(file.stamp().bytes());
        out.writeLong(file.stamp().changed());
        write(file.role(), out);
        out.writeLong(file.digest().high());
        out.writeLong(file.digest().low());
        out.writeLong(file.bytes());
        out.writeInt(file.posts());
        out.writeInt(file.scheduled().size());
        for (Instant time : file.scheduled()) {
            write(time.toString(), out);
        }
        out.writeLong(file.expires().getEpochSecond());
        out.writeInt(file.expires().getNano());
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
        out.writeInt(file.languages().size());
        for (PostLanguage language : file.languages()) {
            write(language.toString(), out);
        }
    }

    private static FileState readFile(DataInputStream in, Map<String, PostLanguage> known) throws IOException {
        Stamp stamp = new Stamp(in.readLong(), in.readLong(), in.readLong());
        String role = readText(in);
        Digest digest = new Digest(in.readLong(), in.readLong());
        long bytes = in.readLong();
        int posts = in.readInt();
        List<Instant> scheduled = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            scheduled.add(Instant.parse(readText(in)));
        }
        Instant expires = Instant.ofEpochSecond(in.readLong(), in.readInt());
        Map<Skip.Reason, Integer> skips = new EnumMap<>(Skip.Reason.class);
        for (int i = in.readInt(); i > 0; i--) {
            skips.put(Skip.Reason.valueOf(readText(in)), in.readInt());
        }
        int failed = in.readInt();
        List<Problem> problems = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            problems.add(readProblem(in));
        }
        List<PostLanguage> languages = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            languages.add(known.computeIfAbsent(readText(in), PostLanguage::of));
        }
        return new FileState(stamp, role, digest, bytes, posts, scheduled, expires, skips, failed, problems,
                languages);
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
