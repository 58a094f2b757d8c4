package broadsheet.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.build.Published;
import broadsheet.build.SampleSite;
import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.IndexBuild;
import broadsheet.index.generation.GenerationStore;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.index.lucene.PostSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code index --verify} and {@code rollback}. */
class VerifyAndRollbackTest {

    @TempDir
    private Path folder;
    private Path index;
    private SampleSite site;

    @BeforeEach
    void place() throws IOException {
        index = folder.resolve("index");
        site = SampleSite.in(folder);
    }

    private void build(int posts) {
        site.withPosts(posts);
        assertEquals(0, Ran.command("index", "--posts", site.root(), "--index", index).code());
    }

    private Ran verify() {
        return Ran.command("index", "--verify", "--index", index);
    }

    @Test
    void aWholeIndexIsSaidToBeWhole() {
        build(2);
        Ran ran = verify();
        assertEquals(0, ran.code(), ran.err());
        assertTrue(
                ran.out().matches("\\Q" + index + "\\E is whole: generation 1, 2 posts, built \\S+Z, \\d+\\.\\d MB\\R"),
                ran.out());
    }

    @Test
    void eachDamagedFileIsNamed() throws IOException {
        build(2);
        build(3);
        try (Stream<Path> files = Files.list(index.resolve("g-000000000001"))) {
            for (Path file : files.toList()) {
                byte[] whole = Files.readAllBytes(file);
                byte[] bad = whole.clone();
                bad[bad.length / 2] ^= 1;
                Files.write(file, bad);
                Ran ran = verify();
                assertEquals(65, ran.code(), ran.out());
                String named = file.endsWith("MANIFEST") ? file.getParent() + ": MANIFEST" : file + ": ";
                assertTrue(ran.err().contains(named), ran.err());
                Files.write(file, whole);
            }
        }
        assertEquals(0, verify().code());
    }

    @Test
    void noIndexEndsWith66() {
        Ran ran = verify();
        assertEquals(66, ran.code());
        assertEquals("index-builder index: " + index + ": no index is there\n", ran.err());
        assertEquals(66, Ran.command("rollback", "--index", index).code());
        assertEquals(2, Ran.command("rollback").code());
        assertEquals(2, Ran.command("index", "--verify", "--watch", "--index", index).code());
    }

    @Test
    void anotherSchemaIsTold() throws IOException {
        try (GenerationStore.Build build = GenerationStore.at(index).begin()) {
            Files.writeString(build.folder().resolve("_0.cfs"), "x");
            build.publish(PostSchema.VERSION - 1, 1, Map.of());
        }
        Ran ran = verify();
        assertEquals(65, ran.code());
        assertTrue(ran.err().contains("no file is damaged, but the index has schema " + (PostSchema.VERSION - 1)),
                ran.err());
    }

    @Test
    void rollbackGoesToTheGenerationBeforeAndTheNextBuildGoesOnFromIt() throws IOException {
        build(2);
        build(3);
        Ran ran = Ran.command("rollback", "--index", index);
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().startsWith("Current again: generation 1, 2 posts, built "), ran.out());
        assertEquals(OptionalLong.of(1), GenerationStore.at(index).currentNumber());
        assertEquals(2, Published.stored(index).size());
        Ran more = Ran.command("rollback", "--index", index);
        assertEquals(66, more.code());
        assertTrue(more.err().contains("there is no earlier generation"), more.err());
        build(4);
        assertEquals(OptionalLong.of(3), GenerationStore.at(index).currentNumber());
        assertEquals(4, Published.stored(index).size());
        assertTrue(Files.notExists(index.resolve("g-000000000002")), "what was left is gone");
    }

    @Test
    void rollbackPassesOverDamage() throws IOException {
        build(2);
        build(3);
        build(4);
        Files.delete(index.resolve("g-000000000002/MANIFEST"));
        assertTrue(Ran.command("rollback", "--index", index).out().startsWith("Current again: generation 1,"));
    }

    @Test
    void rollbackWaitsForNoBuild() throws IOException {
        build(2);
        build(3);
        try (LucenePostIndexer other = LucenePostIndexer.open(index, true)) {
            assertTrue(other.previousState().isPresent());
            assertEquals(75, Ran.command("rollback", "--index", index).code());
        }
        assertEquals(OptionalLong.of(2), GenerationStore.at(index).currentNumber());
    }

    @Test
    void aNewSchemaIsToldByTheBuildThatReadsEverythingAnew() throws IOException {
        build(2);
        try (GenerationStore.Build build = GenerationStore.at(index).begin()) {
            Files.writeString(build.folder().resolve("_0.cfs"), "x");
            build.publish(PostSchema.VERSION - 1, 1, Map.of());
        }
        Ran told = Ran.command("index", "--posts", site.root(), "--index", index);
        assertEquals(0, told.code(), told.err());
        String line = "The index has schema " + (PostSchema.VERSION - 1) + ", this version writes schema "
                + PostSchema.VERSION + ": every post is read anew.\n";
        assertTrue(told.err().startsWith(line), told.err());
        Ran again = Ran.command("index", "--posts", site.root(), "--index", index);
        assertFalse(again.err().contains("read anew"), again.err());
    }

    @Test
    void aBuildThatIsGivenUpAtItsLastChanceLeavesTheOldIndex() throws IOException {
        build(2);
        site.withPosts(3);
        BuildListener tired = new BuildListener() {
            @Override
            public void committing() {
                throw new CancellationException("told to stop");
            }
        };
        assertThrows(CancellationException.class, () -> new IndexBuild(LucenePostIndexer::open)
                .run(BuildOptions.of(List.of(site.root()), index), tired));
        assertEquals(1, GenerationStore.at(index).currentNumber().orElseThrow());
        try (Stream<Path> left = Files.list(index)) {
            assertEquals(List.of("CURRENT", "LOCK", "g-000000000001"),
                    left.map(file -> file.getFileName().toString()).sorted().toList());
        }
        build(3);
        assertEquals(2, GenerationStore.at(index).currentNumber().orElseThrow());
    }
}
