package broadsheet.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.FileReading;
import broadsheet.post.Post;
import broadsheet.post.PostFile;
import broadsheet.post.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder for the files of a test, opened as an archive. */
abstract class ArchiveFolder {

    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    Path temp;

    Path folder;

    @BeforeEach
    void withoutLinks() throws IOException {
        folder = temp.toRealPath();
    }

    static ReadOptions options() {
        return ReadOptions.defaults().withClock(InstantSource.fixed(NOW));
    }

    void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static String post(String... lines) {
        return "---\n" + String.join("\n", lines) + "\n---\nRain fell on the harbour.\n";
    }

    Archive open(String... inputs) throws IOException {
        return Archive.open(List.of(inputs).stream().map(folder::resolve).toList(), options());
    }

    static List<String> ids(Archive archive) {
        return archive.files().stream().map(PostFile::id).toList();
    }

    static FileReading only(Archive archive) {
        assertEquals(1, archive.files().size(), ids(archive).toString());
        return archive.read(archive.files().getFirst());
    }

    Post onlyPost(String path, String text) throws IOException {
        write(path, text);
        FileReading reading = only(open(""));
        assertEquals(1, reading.posts().size(), reading.toString());
        return reading.posts().getFirst();
    }
}
