package broadsheet.index.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.IndexException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts that a store of generations is made of: manifest, names and pointer, files, lock. */
class GenerationPartsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"g-000000000042, 42", "g-000000000000, 0", "g-123456789012, 123456789012", "g-42, -1",
            "g-00000000004x, -1", "tmp-000000000042, -1", "g-0000000000420, -1", "CURRENT, -1"})
    void aFoldersNameIsANumber(String name, long number) {
        assertEquals(number, Generations.number(Path.of("index", name)).orElse(-1));
    }

    private Generations generations() {
        return new Generations(folder, new Disk());
    }

    private Generation generation(long number, String... files) throws IOException {
        Generations generations = generations();
        Path place = Files.createDirectories(generations.folder(number));
        for (String file : files) {
            Files.writeString(place.resolve(file), "text of " + file);
        }
        List<Manifest.Entry> entries = List.of(files).stream().map(place::resolve).map(GenerationPartsTest::entry)
                .toList();
        Files.write(place.resolve(Generations.MANIFEST),
                new Manifest(6, 1, Instant.EPOCH, Map.of(), entries).toBytes());
        return generations.read(number);
    }

    private static Manifest.Entry entry(Path file) {
        try {
            return new Disk().entry(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void thePointerNamesTheCurrentGeneration() throws IOException {
        assertEquals(OptionalLong.empty(), generations().current());
        generations().point(42);
        assertEquals(OptionalLong.of(42), generations().current());
        assertTrue(Files.readString(folder.resolve("CURRENT")).matches("g-000000000042 [0-9a-f]{8}\n"));
        generations().point(43);
        assertEquals(OptionalLong.of(43), generations().current());
        assertFalse(Files.exists(folder.resolve("CURRENT.tmp")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "g-000000000042", "g-000000000042 00000000\n", "g-000000000042 12345678", "nonsense",
            "g-1 "})
    void aDamagedPointerPointsNowhere(String text) throws IOException {
        Files.writeString(folder.resolve("CURRENT"), text);
        assertEquals(OptionalLong.empty(), generations().current());
    }

    @Test
    void generationsAreCountedWholeOrNot() throws IOException {
        generation(3, "a");
        generation(1, "a");
        Files.createDirectories(folder.resolve("g-000000000002"));
        Files.createDirectories(folder.resolve("tmp-4"));
        assertEquals(List.of(1L, 2L, 3L), generations().numbers());
    }

    @Test
    void aGenerationWithoutAManifestIsDamaged() throws IOException {
        Path place = Files.createDirectories(generations().folder(7));
        assertEquals(place + ": no MANIFEST",
                assertThrows(IndexException.Damaged.class, () -> generations().read(7)).getMessage());
        Files.writeString(place.resolve("MANIFEST"), "x");
        assertEquals(place + ": MANIFEST does not begin and end as one does",
                assertThrows(IndexException.Damaged.class, () -> generations().read(7)).getMessage());
    }

    @Test
    void eachKindOfDamageIsNamed() throws IOException {
        Generation whole = generation(1, "a", "b");
        generations().verify(whole);
        Path a = whole.folder().resolve("a");

        Files.writeString(a, "text of x");
        assertEquals(a + ": expected 9 bytes with checksum " + crc("text of a") + ", found 9 bytes with checksum "
                + crc("text of x"), damage(whole));
        generations().verify(whole, file -> true);
        Files.writeString(a, "text of a");
        Files.writeString(whole.folder().resolve("c"), "");
        assertEquals(whole.folder().resolve("c") + ": not a file of this generation", damage(whole));
        Files.delete(whole.folder().resolve("c"));
        Files.delete(whole.folder().resolve("b"));
        assertEquals(whole.folder() + ": missing [b]", damage(whole));
        Files.writeString(whole.folder().resolve("b"), "text of b");
        Files.writeString(whole.folder().resolve("write.lock"), "");
        generations().verify(whole);
    }

    private static String crc(String text) {
        return Manifest.hex(Manifest.crc(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String damage(Generation generation) {
        return assertThrows(IndexException.Damaged.class, () -> generations().verify(generation)).getMessage();
    }

    @Test
    void aSweepTakesWhatWasNeverPublished() throws IOException {
        generation(1, "a");
        generation(2, "a");
        generation(3, "a");
        generations().point(2);
        Files.createDirectories(folder.resolve("tmp-9/deep"));
        Files.writeString(folder.resolve("CURRENT.tmp"), "");
        generations().sweep();
        assertEquals(List.of("CURRENT", "g-000000000001", "g-000000000002"), names());
    }

    @Test
    void withoutAPointerASweepTakesNoGeneration() throws IOException {
        generation(1, "a");
        generations().sweep();
        assertEquals(List.of("g-000000000001"), names());
    }

    private List<String> names() throws IOException {
        return new Disk().list(folder).stream().map(path -> path.getFileName().toString()).toList();
    }

    @Test
    void aGenerationIsWithdrawnUnlessItMayBeTheCurrentOne() throws IOException {
        generation(1, "a");
        generation(2, "a");
        generations().point(2);
        generations().withdraw(2);
        assertEquals(List.of(1L, 2L), generations().numbers());
        generations().withdraw(1);
        assertEquals(List.of(2L), generations().numbers());
        Files.writeString(folder.resolve("CURRENT"), "damaged");
        generations().withdraw(2);
        assertEquals(List.of(2L), generations().numbers());
        Files.delete(folder.resolve("CURRENT"));
        generations().withdraw(2);
        assertEquals(List.of(), generations().numbers());
    }

    @Test
    void threeGenerationsStayHoweverQuicklyTheyCame() throws IOException {
        for (int i = 1; i <= 6; i++) {
            generation(i, "a");
        }
        generations().point(6);
        generations().removeOld();
        assertEquals(List.of(4L, 5L, 6L), generations().numbers());
    }

    @Test
    void theCurrentGenerationStaysHoweverOldItIs() throws IOException {
        for (int i = 1; i <= 6; i++) {
            generation(i, "a");
        }
        generations().point(2);
        generations().removeOld();
        assertEquals(List.of(2L, 4L, 5L, 6L), generations().numbers());
        Files.delete(folder.resolve("CURRENT"));
        generations().removeOld();
        assertEquals(List.of(2L, 4L, 5L, 6L), generations().numbers(), "any may be the current one");
    }

    @Test
    void oneThatCannotBeDeletedKeepsNobodyFromTheOthers() throws IOException {
        for (int i = 1; i <= 6; i++) {
            generation(i, "a");
        }
        generations().point(6);
        new Generations(folder, new Disk() {
            @Override
            void before(String operation, Path path) throws IOException {
                if (path.toString().contains("g-000000000002")) {
                    throw new IOException("in use, as Windows says");
                }
            }
        }).removeOld();
        assertEquals(List.of(2L, 4L, 5L, 6L), generations().numbers());
    }

    /** A disk of 100 bytes; a generation is one file of 11. */
    private Generations onSmallDisk() {
        return new Generations(folder, new Disk() {
            @Override
            long freeBytes(Path place) throws IOException {
                return 100 - 11L * generations().numbers().size();
            }
        });
    }

    @Test
    void onAFullDiskOldGenerationsMakeRoomTheOldestFirst() throws IOException {
        for (int i = 1; i <= 4; i++) {
            generation(i, "1");
        }
        generations().point(4);
        onSmallDisk().makeRoom(56);
        assertEquals(List.of(1L, 2L, 3L, 4L), generations().numbers(), "56 are free");
        onSmallDisk().makeRoom(60);
        assertEquals(List.of(2L, 3L, 4L), generations().numbers());
        onSmallDisk().makeRoom(1_000);
        assertEquals(List.of(4L), generations().numbers(), "never the current one");
    }

    @Test
    void aFilesLengthAndChecksumAreRead() throws IOException {
        Path file = folder.resolve("f");
        Files.write(file, new byte[600_000]);
        assertEquals(new Manifest.Entry("f", 600_000, Manifest.crc(new byte[600_000])), new Disk().entry(file));
        Files.write(file, "123456789".getBytes(StandardCharsets.US_ASCII));
        assertEquals(new Manifest.Entry("f", 9, 0xE3069283), new Disk().entry(file), "CRC32C's test value");
    }

    @Test
    void filesAreWrittenLinkedRenamedAndDeleted() throws IOException {
        Disk disk = new Disk();
        disk.createFolders(folder.resolve("x/y"));
        disk.write(folder.resolve("x/y/f"), new byte[]{1});
        disk.sync(folder.resolve("x/y/f"));
        disk.syncFolder(folder.resolve("x/y"));
        disk.linkOrCopy(folder.resolve("x/y/f"), folder.resolve("x/g"));
        disk.copy(folder.resolve("x/g"), folder.resolve("x/h"));
        disk.rename(folder.resolve("x/h"), folder.resolve("x/i"));
        assertEquals(List.of(folder.resolve("x/g"), folder.resolve("x/i"), folder.resolve("x/y")),
                disk.list(folder.resolve("x")));
        assertEquals(List.of(), disk.list(folder.resolve("nowhere")));
        assertThrows(NoSuchFileException.class, () -> disk.sync(folder.resolve("nowhere")));
        disk.deleteTree(folder.resolve("x"));
        assertFalse(Files.exists(folder.resolve("x")));
        disk.deleteTree(folder.resolve("x"));
    }

    @Test
    void aLinkedFolderIsNotFollowedWhenDeleting() throws IOException {
        Path kept = Files.createDirectories(folder.resolve("kept"));
        Files.writeString(kept.resolve("f"), "x");
        Path deleted = Files.createDirectories(folder.resolve("deleted"));
        Files.createSymbolicLink(deleted.resolve("link"), kept);
        new Disk().deleteTree(deleted);
        assertTrue(Files.exists(kept.resolve("f")));
    }

    @Test
    void oneBuilderAtATimeIsLetIn() throws IOException {
        try (BuildLock first = BuildLock.acquire(folder)) {
            String message = assertThrows(IndexException.Locked.class, () -> BuildLock.acquire(folder)).getMessage();
            assertEquals(folder + ": another build is writing this index; try again when it has ended", message);
            assertThrows(IndexException.Locked.class, () -> BuildLock.acquire(folder.resolve(".")), "the same folder");
            assertTrue(first != null);
        }
        try (BuildLock next = BuildLock.acquire(folder)) {
            assertTrue(Files.exists(folder.resolve("LOCK")), "the file stays; " + next);
        }
        assertThrows(NoSuchFileException.class, () -> BuildLock.acquire(folder.resolve("nowhere")));
    }

    @Test
    void otherFoldersHaveOtherLocks() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        try (BuildLock one = BuildLock.acquire(folder); BuildLock two = BuildLock.acquire(other)) {
            assertTrue(one != two);
        }
    }
}
