package broadsheet.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.index.IndexException;
import broadsheet.index.generation.GenerationStore;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexBuildTest {

    private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");

    @TempDir
    Path folder;
    SampleSite site;
    Path index;
    BuildOptions options;

    @BeforeEach
    void site() throws IOException {
        site = SampleSite.in(folder);
        index = folder.resolve("index");
        options = BuildOptions.of(List.of(site.root()), index)
                .withReading(ReadOptions.defaults().withClock(() -> NOW));
    }

    private static BuildReport build(BuildOptions options) throws IOException {
        return new IndexBuild(LucenePostIndexer::open).run(options, BuildListener.NONE);
    }

    private BuildReport full(Path elsewhere) throws IOException {
        return build(new BuildOptions(options.posts(), elsewhere, options.reading(), true, false, false, 1));
    }

    @Test
    void everyEntryIsCountedInOnePlace() throws IOException {
        site.withPosts(3).unpublished("2024-02-01-a.md").unpublished("2024-02-02-b.md")
                .scheduled("2024-07-01-c.md", "2024-07-01T00:00:00Z").broken("2024-02-03-d.md");

        BuildReport report = build(options);

        assertEquals(7, report.files());
        assertEquals(7, report.entries());
        assertEquals(3, report.posts());
        assertEquals(3, report.skipped());
        assertEquals(Map.of("unpublished", 2L, "future", 1L), report.skippedBy());
        assertEquals(1, report.scheduled());
        assertEquals(1, report.failed());
        assertEquals(1, report.problems().size());
        assertEquals("_posts/2024-02-03-d.md", report.problems().getFirst().path());
        assertTrue(report.hasBadPosts());
        assertEquals(0, report.reused());
        assertEquals(OptionalLong.of(1), report.generation());
        assertTrue(report.bytes() > 0 && report.bytesRead() > 0);
        assertEquals(4, Published.stored(index).size());
    }

    @Test
    void aScheduledPostOfAnUnchangedFileIsCountedWhenItsTimeHasCome() throws IOException {
        site.withPosts(1).scheduled("2024-07-01-c.md", "2024-07-01T00:00:00Z");
        assertEquals(1, build(options).posts());

        BuildReport later = build(options
                .withReading(ReadOptions.defaults().withClock(() -> Instant.parse("2024-07-01T00:00:00Z"))));

        assertEquals(2, later.reused());
        assertEquals(2, later.posts());
        assertEquals(0, later.skipped());
    }

    @Test
    void unchangedFilesAreNotReadAgainAndTheirProblemsAreReportedAgain() throws IOException {
        site.withPosts(5).unpublished("2024-02-01-a.md").broken("2024-02-03-d.md");
        BuildReport first = build(options);

        BuildReport second = build(options);

        assertEquals(7, second.reused());
        assertEquals(first.problems(), second.problems());
        assertEquals(first.entries(), second.entries());
        assertEquals(first.posts(), second.posts());
        assertEquals(first.skippedBy(), second.skippedBy());
        assertEquals(first.bytesRead(), second.bytesRead());
        assertEquals(OptionalLong.of(2), second.generation());
    }

    @Test
    void aPostThatExpiresIsLeftOutOfTheNextBuild() throws IOException {
        site.withPosts(2).file("2024-02-01-sale.md", "---\ntitle: Sale\nexpiryDate: 2024-06-02\n---\nCheap.\n");
        assertEquals(3, build(options).posts());

        BuildReport later = build(options.withReading(
                ReadOptions.defaults().withClock(() -> Instant.parse("2024-06-03T00:00:00Z"))));

        assertEquals(2, later.reused());
        assertEquals(2, later.posts());
        assertEquals(Map.of("unpublished", 1L), later.skippedBy());
        assertEquals(2, Published.stored(index).size());
    }

    @Test
    void aPostBecomesPartOfABundleAndAPostAgainWithoutAChangeOfItsOwn() throws IOException {
        Path hugo = Files.createDirectories(folder.resolve("hugo/content/storm"));
        Files.writeString(folder.resolve("hugo/hugo.toml"), "title = \"Gazette\"\n");
        Files.writeString(hugo.resolve("a.md"), "---\ntitle: A\n---\nAlpha.\n");
        Files.writeString(hugo.resolve("../b.md"), "---\ntitle: B\n---\nBeta.\n");
        BuildOptions ofHugo = BuildOptions.of(List.of(folder.resolve("hugo")), index);
        assertEquals(2, build(ofHugo).posts());
        Files.writeString(hugo.resolve("index.md"), "---\ntitle: Storm\n---\nWind.\n");
        BuildReport bundled = build(ofHugo);
        assertEquals(2, bundled.posts());
        assertEquals(Map.of("not-a-post", 1L), bundled.skippedBy());
        Files.delete(hugo.resolve("index.md"));
        BuildReport apart = build(ofHugo);
        assertEquals(2, apart.posts());
        assertEquals(0, apart.skipped());
    }

    /** A file has no stamp within 100 ms of its last change: only the system sets that time, so this must wait. */
    private static void awaitStamp(Path file) throws InterruptedException {
        for (int i = 0; i < 300 && !Stamp.of(file).isKnown(); i++) {
            Thread.sleep(10);
        }
        assumeTrue(Stamp.of(file).isKnown(), "this system does not say when a file changed");
    }

    @Test
    void aPostOfTheSameLengthAndTimeOfModificationIsReadAgain() throws Exception {
        site.withPosts(3);
        Path post = site.posts().resolve(SampleSite.name(1));
        awaitStamp(site.posts().resolve(SampleSite.name(3)));
        build(options);
        FileTime modified = Files.getLastModifiedTime(post);
        Files.writeString(post, Files.readString(post).replace("ferry", "barge"));
        Files.setLastModifiedTime(post, modified);

        BuildReport again = build(options);

        assertEquals(2, again.reused());
        full(folder.resolve("fresh"));
        assertEquals(Published.stored(folder.resolve("fresh")), Published.stored(index));
    }

    @Test
    void changedNewAndRemovedFilesMakeTheIndexThatAFullBuildMakes() throws IOException {
        long seed = 42;
        System.out.println("IndexBuildTest seed " + seed);
        Random random = new Random(seed);
        site.withPosts(40);
        build(options);
        for (int round = 0; round < 4; round++) {
            for (int change = 0; change < 5; change++) {
                String name = SampleSite.name(1 + random.nextInt(60));
                if (random.nextInt(3) == 0 && Files.exists(site.posts().resolve(name))) {
                    site.delete(name);
                } else {
                    site.post(name, "Round " + round, "The tide came in " + random.nextInt(1000) + " times.");
                }
            }
            BuildReport incremental = build(options);
            Path fresh = folder.resolve("full-" + round);
            BuildReport full = full(fresh);

            assertTrue(incremental.reused() >= 25, "reused " + incremental.reused());
            assertEquals(full.posts(), incremental.posts());
            assertEquals(Published.stored(fresh), Published.stored(index));
            assertEquals(Published.postings(fresh), Published.postings(index));
            assertEquals(state(fresh), state(index));
        }
    }

    /** But for the stamps: a full build finds some old enough that were too new for the last. */
    private static BuildState state(Path index) throws IOException {
        try (LucenePostIndexer indexer = LucenePostIndexer.open(index, true)) {
            BuildState state = BuildState.parse(indexer.previousState().orElseThrow()).orElseThrow();
            SequencedMap<String, FileState> files = new LinkedHashMap<>(state.files());
            files.replaceAll((id, file) -> file.under(Stamp.UNKNOWN));
            return new BuildState(state.settings(), files);
        }
    }

    @Test
    void aFullBuildReadsAllAndNumbersOn() throws IOException {
        site.withPosts(3);
        build(options);
        BuildReport full = build(options.withFull(true));
        assertEquals(0, full.reused());
        assertEquals(OptionalLong.of(2), full.generation());
        assertEquals(3, Published.stored(index).size());
    }

    @Test
    void changedSettingsReadAll() throws IOException {
        site.withPosts(3);
        build(options);
        Files.writeString(site.root().resolve("_config.yml"), "title: Harbour Gazette\npermalink: /:title/\n");
        assertEquals(0, build(options).reused());
        assertEquals(3, build(options).reused());
        assertEquals(0, build(options.withReading(options.reading().withDrafts(true))).reused());
    }

    @Test
    void manyThreadsGiveTheSameIndexAsOne() throws IOException {
        site.withPosts(200);
        build(options.withJobs(8));
        full(folder.resolve("one"));
        assertEquals(Published.stored(folder.resolve("one")), Published.stored(index));
        assertEquals(Published.postings(folder.resolve("one")), Published.postings(index));
    }

    @Test
    void aBuildThatWouldLoseMostPostsIsRefused() throws IOException {
        site.withPosts(10);
        build(options);
        for (int i = 1; i <= 6; i++) {
            site.delete(SampleSite.name(i));
        }
        for (BuildOptions refused : List.of(options, options.withFull(true))) {
            BuildFailure failure = assertThrows(BuildFailure.class, () -> build(refused));
            assertEquals(65, failure.exitCode());
            assertTrue(failure.getMessage().startsWith("the index holds 10 posts and would be left with 4"),
                    failure.getMessage());
        }
        assertEquals(OptionalLong.of(1), GenerationStore.at(index).currentNumber());
        assertEquals(10, Published.stored(index).size());
        assertEquals(4, build(options.withAllowShrink(true)).posts());
        assertEquals(4, Published.stored(index).size());
    }

    @Test
    void halfOfThePostsMayGo() throws IOException {
        site.withPosts(10);
        build(options);
        for (int i = 1; i <= 5; i++) {
            site.delete(SampleSite.name(i));
        }
        assertEquals(5, build(options).posts());
    }

    @Test
    void aDryRunTouchesNoIndex() throws IOException {
        site.withPosts(3);
        BuildReport report = build(options.withDryRun(true));
        assertEquals(3, report.posts());
        assertEquals(OptionalLong.empty(), report.generation());
        assertFalse(Files.exists(index));
    }

    @Test
    void anArchiveThatIsNotThereIsNoInput() {
        BuildFailure failure = assertThrows(BuildFailure.class,
                () -> build(BuildOptions.of(List.of(folder.resolve("nowhere")), index)));
        assertEquals(66, failure.exitCode());
        assertTrue(failure.getMessage().contains("nowhere"), failure.getMessage());
        assertFalse(Files.exists(index));
    }

    @Test
    void anIndexThatCannotBeMadeIsToldSo() throws IOException {
        site.withPosts(1);
        Files.writeString(folder.resolve("file"), "");
        BuildFailure failure = assertThrows(BuildFailure.class,
                () -> build(BuildOptions.of(options.posts(), folder.resolve("file"))));
        assertEquals(73, failure.exitCode());
    }

    @Test
    void aSecondBuildIsRefusedWhileOneIsUnderWay() throws IOException {
        site.withPosts(1);
        try (LucenePostIndexer first = LucenePostIndexer.open(index, true)) {
            assertThrows(IndexException.Locked.class, () -> build(options));
            assertEquals(true, first.previousState().isEmpty());
        }
        assertEquals(1, build(options).posts());
    }

    @Test
    void aStateThatCannotBeReadMeansThatAllIsRead() throws IOException {
        site.withPosts(2);
        build(options);
        try (LucenePostIndexer other = LucenePostIndexer.open(index, true)) {
            other.publish("something else".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        BuildReport report = build(options);
        assertEquals(0, report.reused());
        assertEquals(2, Published.stored(index).size());
        assertEquals(2, build(options).reused());
    }

    @Test
    void nothingIsLeftOfABuildThatFails() throws IOException {
        site.withPosts(10);
        build(options);
        site.post(SampleSite.name(3), "Changed", "Changed.");
        BuildListener failing = new BuildListener() {
            @Override
            public void publishing() {
                throw new IllegalStateException("on purpose");
            }
        };
        assertThrows(IllegalStateException.class,
                () -> new IndexBuild(LucenePostIndexer::open).run(options, failing));
        try (Stream<Path> children = Files.list(index)) {
            assertEquals(List.of("CURRENT", "LOCK", "g-000000000001"),
                    children.map(child -> child.getFileName().toString()).sorted().toList());
        }
        assertEquals(9, build(options).reused());
    }

    @Test
    void anArchiveThatLostMostOfItsPostsIsRefusedAfterAChangeOfSchemaToo() throws IOException {
        site.withPosts(9);
        build(options);
        Published.asOfSchema(1, index);
        for (int i = 1; i <= 5; i++) {
            site.delete(SampleSite.name(i));
        }

        BuildFailure failure = assertThrows(BuildFailure.class, () -> build(options));

        assertTrue(failure.getMessage().startsWith("the index holds 9 posts and would be left with 4"),
                failure.getMessage());
        assertEquals(4, build(options.withAllowShrink(true)).posts());
    }
}
