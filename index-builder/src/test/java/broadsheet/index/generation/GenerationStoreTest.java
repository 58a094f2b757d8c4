package broadsheet.index.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.IndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationStoreTest {

    @TempDir
    Path folder;
    Path index;
    GenerationStore store;

    @BeforeEach
    void store() {
        index = folder.resolve("index");
        store = GenerationStore.at(index);
    }

    static Generation publish(GenerationStore store, String text) throws IOException {
        try (GenerationStore.Build build = store.begin()) {
            Files.writeString(build.folder().resolve("_0.cfs"), text);
            return build.publish(3, text.length(), Map.of("made of", "words & ünïts"));
        }
    }

    static String text(GenerationStore store) throws IOException {
        return Files.readString(store.open().orElseThrow().generation().folder().resolve("_0.cfs"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> children = Files.list(index)) {
            return children.map(child -> child.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void anEmptyFolderHasNoGeneration() throws IOException {
        assertEquals(OptionalLong.empty(), store.currentNumber());
        assertEquals(Optional.empty(), store.open());
        assertFalse(Files.exists(index));
    }

    @Test
    void whatIsPublishedIsOpenedAsItWas() throws IOException {
        publish(store, "first");
        Generation generation = publish(store, "second");

        assertEquals(OptionalLong.of(2), store.currentNumber());
        GenerationStore.Opened opened = store.open().orElseThrow();
        assertEquals(new GenerationStore.Opened(generation, false, List.of()), opened);
        assertEquals("second", text(store));
        assertEquals(2, opened.generation().number());
        assertEquals(index.toAbsolutePath().resolve("g-000000000002"), opened.generation().folder());
        assertEquals(3, opened.generation().manifest().schemaVersion());
        assertEquals(6, opened.generation().manifest().posts());
        assertEquals(6, opened.generation().manifest().bytes());
        assertEquals(Map.of("made of", "words & ünïts"), opened.generation().manifest().properties());
        assertEquals(List.of("CURRENT", "LOCK", "g-000000000001", "g-000000000002"), names());
        assertEquals("g-000000000002 ", Files.readString(index.resolve("CURRENT")).substring(0, 15));
    }

    @Test
    void aBuildThatIsNotPublishedLeavesNothing() throws IOException {
        try (GenerationStore.Build build = store.begin()) {
            Files.writeString(build.folder().resolve("_0.cfs"), "half");
            assertEquals(3, names().size() + 1);
        }
        assertEquals(List.of("LOCK"), names());
    }

    @Test
    void theNextBuildSweepsWhatAKilledOneLeft() throws IOException {
        publish(store, "first");
        Files.createDirectories(index.resolve("tmp-2-77/deep"));
        Files.writeString(index.resolve("tmp-2-77/deep/_0.cfs"), "half");
        Files.writeString(index.resolve("CURRENT.tmp"), "g-0000");
        Files.createDirectories(index.resolve("g-000000000002"));

        publish(store, "second");

        assertEquals(List.of("CURRENT", "LOCK", "g-000000000001", "g-000000000003"), names());
    }

    @Test
    void aSecondBuilderIsRefusedAtOnceAndTheFirstGoesOn() throws IOException {
        try (GenerationStore.Build build = store.begin()) {
            IndexException.Locked refused = assertThrows(IndexException.Locked.class,
                    () -> GenerationStore.at(index).begin());
            assertTrue(refused.getMessage().startsWith(index.toString()), refused.getMessage());
            Files.writeString(build.folder().resolve("_0.cfs"), "first");
            build.publish(1, 1, Map.of());
        }
        assertEquals(2, publish(store, "second").number());
    }

    @Test
    void carryingOverLeavesTheOldGenerationAsItIs() throws IOException {
        publish(store, "first");
        try (GenerationStore.Build build = store.begin()) {
            assertEquals(3, build.carryOver().orElseThrow().schemaVersion());
            assertEquals("first", Files.readString(build.folder().resolve("_0.cfs")));
            Files.writeString(build.folder().resolve("state"), "one");
            build.publish(3, 1, Map.of());
        }
        try (GenerationStore.Build build = store.begin()) {
            build.carryOver();
            Files.delete(build.folder().resolve("_0.cfs"));
            Files.writeString(build.folder().resolve("state"), "two");
            build.publish(3, 1, Map.of());
        }
        Generations generations = new Generations(index, new Disk());
        for (long number : List.of(1L, 2L, 3L)) {
            generations.verify(generations.read(number));
        }
        assertEquals("one", Files.readString(index.resolve("g-000000000002/state")));
    }

    @Test
    void thereIsNothingToCarryOverIntoTheFirstBuild() throws IOException {
        try (GenerationStore.Build build = store.begin()) {
            assertEquals(Optional.empty(), build.carryOver());
        }
    }

    @Test
    void aDamagedGenerationIsPassedOverForTheNewestWholeOne() throws IOException {
        publish(store, "first");
        publish(store, "second");
        publish(store, "third");
        Files.writeString(index.resolve("g-000000000003/_0.cfs"), "thirD");

        GenerationStore.Opened opened = store.open().orElseThrow();

        assertEquals(2, opened.generation().number());
        assertTrue(opened.fallback());
        assertEquals(1, opened.damage().size());
        assertTrue(opened.damage().getFirst().contains("g-000000000003/_0.cfs: expected 5 bytes with checksum"),
                opened.damage().getFirst());
        try (GenerationStore.Build build = store.begin()) {
            build.carryOver();
            assertEquals("second", Files.readString(build.folder().resolve("_0.cfs")));
            assertEquals(4, build.publish(3, 1, Map.of()).number());
        }
        assertFalse(store.open().orElseThrow().fallback());
    }

    @Test
    void aDamagedPointerFallsBackToTheNewestGeneration() throws IOException {
        publish(store, "first");
        publish(store, "second");
        for (String pointer : List.of("", "g-000000000001 00000000\n", "g-1", "\u0000\u0000", "../../etc x\n")) {
            Files.writeString(index.resolve("CURRENT"), pointer);
            assertEquals(OptionalLong.empty(), store.currentNumber());
            assertTrue(store.open().orElseThrow().fallback());
            assertEquals("second", text(store));
        }
        Files.delete(index.resolve("CURRENT"));
        assertEquals("second", text(store));
        assertEquals(3, publish(store, "third").number());
    }

    @Test
    void missingAndAddedFilesAreFound() throws IOException {
        Generation generation = publish(store, "first");
        Files.writeString(generation.folder().resolve("segments_9"), "");
        assertThrows(IndexException.Damaged.class, () -> store.verify(generation));
        Files.delete(generation.folder().resolve("segments_9"));
        store.verify(generation);
        Files.delete(generation.folder().resolve("_0.cfs"));
        assertThrows(IndexException.Damaged.class, () -> store.verify(generation));
        assertEquals(Optional.empty(), store.open());
    }

    @Test
    void threeGenerationsStay() throws IOException {
        for (int i = 1; i <= 5; i++) {
            publish(store, "text " + i);
        }
        assertEquals(List.of(3L, 4L, 5L), new Generations(index, new Disk()).numbers());
    }

    /** The mark of an index that was deleted and built anew is another, though the number is the same. */
    @Test
    void aMarkTellsIndexesOfOneNumberApart() throws IOException {
        assertEquals("", store.mark());
        publish(store, "first");
        String first = store.mark();
        assertTrue(first.matches("1 [0-9a-f]{8}"), first);
        assertEquals(first, store.mark());
        new Disk().deleteTree(index);
        assertEquals("", store.mark());
        publish(store, "second");
        assertTrue(store.mark().matches("1 [0-9a-f]{8}"));
        assertNotEquals(first, store.mark());
        Files.delete(index.resolve("g-000000000001/MANIFEST"));
        assertEquals("1 -", store.mark());
    }

    @Test
    void aReaderOfOneSchemaPassesOverOthers() throws IOException {
        assertThrows(IndexException.Damaged.class, () -> store.open(3));
        publish(store, "of schema 3");
        try (GenerationStore.Build build = store.begin()) {
            Files.writeString(build.folder().resolve("_0.cfs"), "of schema 4");
            build.publish(4, 1, Map.of());
        }
        GenerationStore.Opened opened = store.open(3);
        assertEquals(1, opened.generation().number());
        assertTrue(opened.fallback());
        assertEquals(List.of(index.resolve("g-000000000002") + ": schema 4, this program reads schema 3"),
                opened.damage());
        assertEquals(2, store.open(4).generation().number());
        assertThrows(IndexException.WrongSchema.class, () -> store.open(5));
    }

    /** The owner has gone back from it, or it was never made current. */
    @Test
    void aGenerationNewerThanTheCurrentOneIsTheLastToBeTaken() throws IOException {
        publish(store, "first");
        publish(store, "second");
        publish(store, "third");
        new Generations(index, new Disk()).point(2);
        Files.writeString(index.resolve("g-000000000002/_0.cfs"), "damaged");
        assertEquals("first", text(store));
        Files.writeString(index.resolve("g-000000000001/_0.cfs"), "damaged");
        assertEquals("third", text(store));
    }
}
