package broadsheet.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.build.FailingIndexer;
import broadsheet.build.SampleSite;
import broadsheet.index.IndexException;
import broadsheet.index.generation.GenerationStore;
import broadsheet.index.lucene.LucenePostIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CommandsTest {

    @TempDir
    Path folder;
    SampleSite site;
    Path index;

    @BeforeEach
    void site() throws IOException {
        site = SampleSite.in(folder);
        index = folder.resolve("index");
    }

    private Ran index(Object... more) {
        List<Object> arguments = new java.util.ArrayList<>(
                List.of("index", "--posts", site.root(), "--index", index));
        arguments.addAll(List.of(more));
        return Ran.command(arguments.toArray());
    }

    @Test
    void indexEndsWithASummaryOnStdoutAndProgressOnStderr() {
        site.withPosts(3).unpublished("2024-02-01-a.md");
        Ran ran = index();
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().matches("Indexed 3 posts in \\d+\\.\\d s: 4 entries in 4 files, 1 left out \\(1 "
                + "unpublished\\), 0 failed; generation 1, \\d+\\.\\d kB\\R"), ran.out());
        assertTrue(ran.err().startsWith("Reading 4 files"), ran.err());
        assertTrue(ran.err().contains("Read 4 of 4 files (100 %), 3 posts"), ran.err());
    }

    @Test
    void jsonIsOneDocumentWhoseSumHolds() {
        site.withPosts(3).unpublished("2024-02-01-a.md").scheduled("2999-01-01-b.md", "2999-01-01T00:00:00Z")
                .broken("2024-02-03-c.md");
        Ran ran = index("--json");
        assertEquals(0, ran.code());
        assertEquals(1, ran.out().lines().count());
        JsonNode json = ran.json();
        assertEquals(3, json.get("posts").asInt());
        assertEquals(2, json.get("skipped").asInt());
        assertEquals(1, json.get("failed").asInt());
        assertEquals(6, json.get("entries").asInt());
        assertEquals(6, json.get("files").asInt());
        assertEquals(1, json.get("scheduled").asInt());
        assertEquals(0, json.get("reused").asInt());
        assertEquals("{\"future\":1,\"unpublished\":1}", json.get("skippedBy").toString());
        assertEquals(1, json.get("generation").asInt());
        assertTrue(json.get("bytes").asLong() > 0);
        assertTrue(json.get("bytesRead").asLong() > 0);
        assertTrue(json.get("millis").asLong() >= 0);
        JsonNode problem = json.get("problems").get(0);
        assertEquals("_posts/2024-02-03-c.md", problem.get("path").asString());
        assertTrue(problem.get("line").asInt() > 0 && problem.get("column").asInt() > 0);
        assertEquals("error", problem.get("severity").asString());
        assertFalse(problem.get("code").asString().isEmpty());
        assertFalse(problem.get("message").asString().isEmpty());
    }

    @Test
    void badPostsEndWithOneOnlyWhenStrict() {
        site.withPosts(2).broken("2024-02-03-c.md");
        Ran lenient = index();
        assertEquals(0, lenient.code());
        assertTrue(lenient.err().contains("_posts/2024-02-03-c.md:"), lenient.err());
        assertTrue(lenient.err().contains(": error: "), lenient.err());
        assertEquals(1, index("--strict").code());
        assertEquals(OptionalLong.of(2), GenerationStore.at(index).currentNumber());
    }

    @Test
    void strictPassesWhereAllPostsAreGood() {
        site.withPosts(2);
        assertEquals(0, index("--strict").code());
    }

    @Test
    void misuseIsOneLineAndTwo() {
        for (List<Object> wrong : List.<List<Object>>of(List.of("index"), List.of("index", "--posts", site.root()),
                List.of("index", "--index", index), List.of("index", "--nonsense"), List.of("indx"),
                List.of("index", "--posts", site.root(), "--index", index, "--jobs", "0"),
                List.of("index", "--posts", site.root(), "--index", index, "--jobs", "many"),
                List.of("index", "--posts", site.root(), "--index", index, "--time-zone", "Mars/North"),
                List.of("index", "--posts", site.root(), "--index", index, "--lang", "?"),
                List.of("index", "--posts", site.root(), "--index", index, "--json", "--format", "github"),
                List.of("index", "--posts", site.root(), "--index", index, "--watch", "--dry-run"),
                List.of("check", "--posts", site.root(), "--format", "xml"), List.of("url"))) {
            Ran ran = Ran.command(wrong.toArray());
            assertEquals(2, ran.code(), wrong + ": " + ran.err());
            assertEquals(1, ran.err().lines().count(), ran.err());
            assertTrue(ran.err().startsWith("index-builder"), ran.err());
            assertEquals("", ran.out());
        }
        assertFalse(Files.exists(index));
    }

    @Test
    void helpAndVersionAreResults() {
        Ran help = Ran.command("index", "--help");
        assertEquals(0, help.code());
        assertTrue(help.out().contains("--allow-shrink") && help.out().contains("Exit codes"), help.out());
        assertFalse(help.out().contains("\u001b["), help.out());
        assertEquals(0, Ran.command("check", "-h").code());
        assertTrue(Ran.command("url", "--version").out().startsWith("Broadsheet "));
        assertTrue(Ran.command("--version").out().startsWith("Broadsheet "));
    }

    @Test
    void aCommandMustBeNamed() {
        Ran ran = Ran.command();
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("Missing required subcommand"), ran.err());
    }

    @Test
    void missingPostsAre66() {
        Ran ran = Ran.command("index", "--posts", folder.resolve("nowhere"), "--index", index);
        assertEquals(66, ran.code());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().contains("nowhere"), ran.err());
        assertEquals(66, Ran.command("check", "--posts", folder.resolve("nowhere")).code());
        assertEquals(66, Ran.command("url", "--posts", folder.resolve("nowhere")).code());
    }

    @Test
    void aShrinkingArchiveIs65() throws IOException {
        site.withPosts(5);
        index();
        for (int i = 1; i <= 5; i++) {
            site.delete(SampleSite.name(i));
        }
        Ran ran = index();
        assertEquals(65, ran.code());
        assertTrue(ran.err().contains("--allow-shrink"), ran.err());
        assertEquals(0, index("--allow-shrink").code());
    }

    @Test
    void anIndexThatCannotBeMadeIs73() throws IOException {
        Files.writeString(index, "a file");
        Ran ran = index();
        assertEquals(73, ran.code(), ran.err());
        assertTrue(ran.err().contains(index.toString()), ran.err());
    }

    @Test
    void aFailingDiskIs74AndAFaultOfOursIs70WithItsTrace() {
        site.withPosts(1);
        Ran full = Ran.with((path, incremental) -> new FailingIndexer(new IOException("No space left on device")),
                Map.of(), "index", "--posts", site.root(), "--index", index);
        assertEquals(74, full.code());
        assertTrue(full.err().endsWith("index-builder index: " + index
                + ": the index could not be written and stays as it was: No space left on device\n"), full.err());

        Ran ours = Ran.with((path, incremental) -> new FailingIndexer(new IOException("x")) {
            @Override
            public java.util.Optional<byte[]> previousState() {
                throw new IllegalStateException("impossible");
            }
        }, Map.of(), "index", "--posts", site.root(), "--index", index);
        assertEquals(70, ours.code());
        assertTrue(ours.err().contains("IllegalStateException: impossible"), ours.err());
        assertTrue(ours.err().contains("at broadsheet.build.IndexBuild"), ours.err());
    }

    @Test
    void damageIs65() {
        site.withPosts(1);
        Ran ran = Ran.with((path, incremental) -> new FailingIndexer(new IndexException.Damaged("bits are wrong")),
                Map.of(), "index", "--posts", site.root(), "--index", index);
        assertEquals(65, ran.code());
    }

    @Test
    void aLockedIndexIs75() throws IOException {
        site.withPosts(1);
        try (LucenePostIndexer first = LucenePostIndexer.open(index, true)) {
            Ran ran = index();
            assertEquals(75, ran.code(), first.previousState() + ran.err());
            assertTrue(ran.err().contains("another build"), ran.err());
        }
    }

    @Test
    void aDryRunReportsAndPublishesNothing() {
        site.withPosts(3);
        Ran ran = Ran.command("index", "--posts", site.root(), "--dry-run", "--json");
        assertEquals(0, ran.code());
        assertTrue(ran.json().get("generation").isNull());
        assertEquals(3, ran.json().get("posts").asInt());
        assertEquals(0, index("--dry-run").code());
        assertFalse(Files.exists(index));
    }

    @Test
    void quietLeavesOnlyLostPosts() {
        site.withPosts(2).broken("2024-02-03-c.md");
        Ran ran = index("--quiet");
        assertEquals("", ran.out());
        assertEquals(1, ran.err().lines().count(), ran.err());
    }
}
