package broadsheet.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.archive.Archive;
import broadsheet.build.ReadOrReuse.Read;
import broadsheet.post.PostFile;
import broadsheet.post.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadOrReuseTest {

    private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");

    @TempDir
    Path folder;
    private SampleSite site;
    private BuildOptions options;

    @BeforeEach
    void site() throws IOException {
        site = SampleSite.in(folder);
        options = BuildOptions.of(List.of(site.root()), folder.resolve("index"))
                .withReading(ReadOptions.defaults().withClock(() -> NOW));
    }

    @Test
    void aFileWithTheSameStampIsNotOpened() throws Exception {
        site.withPosts(1);
        Archive archive = Archive.open(options.posts(), options.reading());
        PostFile file = archive.files().getFirst();
        FileState old = known(new Digest(1, 2), settled(file.path()));
        Read read = ReadOrReuse.of(archive, Map.of(file.id(), old), NOW, ReadOrReuseTest::settled).known(file)
                .orElseThrow();
        assertTrue(read.unchanged());
        assertSame(old, read.state());
    }

    @Test
    void aFileThatWasTouchedIsKnownByItsBytesAndHasItsNewStamp() throws Exception {
        site.withPosts(1);
        Archive archive = Archive.open(options.posts(), options.reading());
        PostFile file = archive.files().getFirst();
        FileState old = known(Digest.of(file.path()).digest(), new Stamp(1, 2, 3));
        Stamp stamp = settled(file.path());
        ReadOrReuse work = ReadOrReuse.of(archive, Map.of(file.id(), old), NOW, ReadOrReuseTest::settled);
        assertEquals(Optional.empty(), work.known(file));
        Read read = work.on(file);
        assertTrue(read.unchanged());
        assertEquals(old.under(stamp), read.state());
    }

    @Test
    void aDraftThatWasTouchedIsReadAgain() throws Exception {
        Path draft = Files.createDirectories(site.root().resolve("_drafts")).resolve("idea.md");
        Files.writeString(draft, "Rain.");
        Files.setLastModifiedTime(draft, FileTime.from(Instant.parse("2022-02-03T04:05:06Z")));
        Archive archive = Archive.open(options.posts(), options.reading().withDrafts(true));
        PostFile file = archive.files().getFirst();
        FileState old = known(Digest.of(draft).digest(), new Stamp(1, 2, 3));
        Read read = ReadOrReuse.of(archive, Map.of(file.id(), old), NOW, ReadOrReuseTest::settled).on(file);
        assertEquals("/2022/02/03/idea.html", read.posts().getFirst().url());
    }

    /** As if the file was looked at long after its last change. */
    private static Stamp settled(Path file) {
        Stamp stamp = Stamp.of(file, Instant.MAX);
        assumeTrue(stamp.isKnown(), "this system does not say when a file changed");
        return stamp;
    }

    private static FileState known(Digest digest, Stamp stamp) {
        return new FileState(stamp, "POST", digest, 9, 1, List.of(), Instant.MAX, Map.of(), 0, List.of(), List.of());
    }
}
