package broadsheet.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("post.md"), "The ferry calls.");
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("unix"),
                "this system does not say when a file changed");
    }

    /** As if looked at long after the last change. */
    private Stamp later() {
        return Stamp.of(file, Instant.now().plusSeconds(60));
    }

    /** Waits until the system's clock, which goes in steps of at most 10 ms, has moved on. */
    private void wait(Instant change) throws IOException {
        Path other = folder.resolve("clock");
        Instant now = change;
        while (!now.isAfter(change)) {
            Files.writeString(other, "tick");
            now = changed(other);
        }
    }

    private static Instant changed(Path file) throws IOException {
        return ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
    }

    @Test
    void aFileThatNobodyTouchedKeepsItsStamp() {
        assertTrue(later().isKnown());
        assertEquals(later(), later());
    }

    @Test
    void oneOfTheSameLengthAndTimeOfModificationHasAnother() throws IOException {
        Stamp before = later();
        FileTime modified = Files.getLastModifiedTime(file);
        wait(changed(file));
        Files.writeString(file, "The ferry sails.");
        Files.setLastModifiedTime(file, modified);
        assertEquals(modified, Files.getLastModifiedTime(file));
        assertNotEquals(before, later());
    }

    @Test
    void oneThatWasMovedIntoItsPlaceHasAnother() throws IOException {
        Stamp before = later();
        Path other = Files.writeString(folder.resolve("other.md"), "The ferry sails.");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertNotEquals(before, later());
    }

    @Test
    void aFileThatChangedJustNowHasNone() throws IOException {
        assertEquals(Stamp.UNKNOWN, Stamp.of(file, changed(file)));
        assertEquals(Stamp.UNKNOWN, Stamp.of(file, changed(file).minusSeconds(3600)));
    }

    @Test
    void aFileThatIsGoneHasNone() throws IOException {
        Files.delete(file);
        assertEquals(Stamp.UNKNOWN, later());
    }
}
