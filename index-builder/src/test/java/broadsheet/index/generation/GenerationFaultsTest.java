package broadsheet.index.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.IndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationFaultsTest {

    @TempDir
    Path folder;

    /** SQLite's loop: let step 1 fail, then step 2, until a run is so short that its step is never reached. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whicheverStepFailsReadersFindTheOldOrTheNewGeneration(boolean dead) throws IOException {
        Set<String> failed = new TreeSet<>();
        boolean reached = true;
        int n = 0;
        while (reached) {
            n++;
            Path index = folder.resolve("index-" + n);
            GenerationStore whole = GenerationStore.at(index);
            GenerationStoreTest.publish(whole, "old");
            FaultyDisk disk = new FaultyDisk(n, dead);
            boolean published = publishNew(GenerationStore.at(index, disk, InstantSource.system()));
            reached = disk.reached();

            GenerationStore.Opened opened = whole.open().orElseThrow();
            String text = Files.readString(opened.generation().folder().resolve("_0.cfs"));
            assertEquals(false, opened.fallback(), "step " + n);
            assertTrue(text.equals("new") || !published && text.equals("old"), "step " + n + ": " + text);
            // Whoever is told that it is done may cut the power. What is deleted at the end was done before.
            assertEquals(disk.failed().isEmpty() || published && disk.failed().equals("delete"), published,
                    "step " + n + ", " + disk.failed());
            failed.add(disk.failed());
            assertNothingLeftAfterTheNextBuild(index, whole);
        }
        assertTrue(n > 15, "steps: " + n);
        assertTrue(failed.containsAll(List.of("createFolders", "write", "sync", "syncFolder", "rename", "linkOrCopy")),
                failed.toString());
    }

    private static boolean publishNew(GenerationStore store) {
        try (GenerationStore.Build build = store.begin()) {
            build.carryOver();
            Files.delete(build.folder().resolve("_0.cfs"));
            Files.writeString(build.folder().resolve("_0.cfs"), "new");
            Files.writeString(build.folder().resolve("_1.cfs"), "more");
            build.publish(3, 1, Map.of());
            return true;
        } catch (IOException e) {
            assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
            return false;
        }
    }

    private static void assertNothingLeftAfterTheNextBuild(Path index, GenerationStore store) throws IOException {
        GenerationStoreTest.publish(store, "next");
        List<String> names = new Disk().list(index).stream().map(p -> p.getFileName().toString()).toList();
        assertTrue(names.stream().noneMatch(name -> name.contains("tmp")), names.toString());
        assertEquals("next", GenerationStoreTest.text(store));
    }

    @Test
    void aFailedFirstBuildLeavesNoGeneration() throws IOException {
        boolean reached = true;
        for (int n = 1; reached; n++) {
            Path index = folder.resolve("first-" + n);
            FaultyDisk disk = new FaultyDisk(n, false);
            boolean published = true;
            try {
                GenerationStoreTest.publish(GenerationStore.at(index, disk, InstantSource.system()), "new");
            } catch (IOException e) {
                published = false;
            }
            reached = disk.reached();
            boolean current = GenerationStore.at(index).currentNumber().isPresent();
            assertTrue(current || !published, "step " + n);
            assertEquals(current, GenerationStore.at(index).open().isPresent(), "step " + n);
        }
    }

    @Test
    void aFullDiskIsToldWithTheIndexInTheMessage() throws IOException {
        Path index = folder.resolve("index");
        FaultyDisk disk = new FaultyDisk(4, false);
        IOException failure = assertThrows(IOException.class,
                () -> GenerationStoreTest.publish(GenerationStore.at(index, disk, InstantSource.system()), "new"));
        assertTrue(failure.getMessage().startsWith(index + ": the build could not be published: No space left"),
                failure.getMessage());
    }

    @Test
    void everyFlippedBitAndEveryCutIsFound() throws IOException {
        long seed = 20261123;
        System.out.println("GenerationFaultsTest seed " + seed);
        Random random = new Random(seed);
        GenerationStore store = GenerationStore.at(folder.resolve("index"));
        Generation generation;
        byte[] data = new byte[300_000];
        random.nextBytes(data);
        try (GenerationStore.Build build = store.begin()) {
            Files.write(build.folder().resolve("_0.cfs"), data);
            Files.write(build.folder().resolve("segments_1"), Arrays.copyOf(data, 300));
            Files.write(build.folder().resolve("state"), Arrays.copyOf(data, 3000));
            generation = build.publish(3, 1, Map.of("key", "value"));
        }
        for (String name : List.of("_0.cfs", "segments_1", "state", "MANIFEST")) {
            Path file = generation.folder().resolve(name);
            byte[] whole = Files.readAllBytes(file);
            for (int trial = 0; trial < 60; trial++) {
                byte[] bad = trial % 10 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
                if (trial % 10 != 0) {
                    bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
                }
                Files.write(file, bad);
                assertTrue(store.open().isEmpty(), name + " trial " + trial);
            }
            Files.write(file, whole);
            assertTrue(store.open().isPresent());
        }
    }

    @Test
    void aManifestReadsAsItWasWritten() throws IOException {
        byte[] bytes = """
                broadsheet-manifest 1
                schema 3
                posts 1234
                built 2026-11-23T02:36:00Z
                property language en+GB
                file 20480 89abcdef _0.cfs
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] sealed = (new String(bytes, java.nio.charset.StandardCharsets.UTF_8) + "crc "
                + Manifest.hex(Manifest.crc(bytes)) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Manifest manifest = Manifest.parse(sealed);
        assertEquals(Map.of("language", "en GB"), manifest.properties());
        assertEquals(List.of(new Manifest.Entry("_0.cfs", 20480, 0x89abcdef)), manifest.files());
        assertEquals("2026-11-23T02:36:00Z", manifest.built().toString());
        assertArrayEquals(sealed, manifest.toBytes());
        assertThrows(IndexException.Damaged.class, () -> Manifest.parse(bytes));
        assertThrows(IndexException.Damaged.class, () -> Manifest.parse(new byte[0]));
    }
}
