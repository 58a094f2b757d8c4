package broadsheet.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.build.Published;
import broadsheet.build.SampleSite;
import broadsheet.index.generation.GenerationStore;
import broadsheet.index.lucene.LucenePostIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the real program: readers find the last acknowledged build or the newer one, whole. */
class KilledBuilderTest {

    /** Few, since each kill reads and writes all of them. */
    private static final int POSTS = 30;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern VERSION = Pattern.compile("Version-(\\d+)");

    @TempDir
    Path folder;
    private Path index;
    private Process process;

    @AfterEach
    void endProcess() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void noKillLosesOrTearsAnIndex() throws Exception {
        killOften(20, LIMIT);
    }

    @Test
    @Tag("torture")
    void fiveHundredKillsLoseNothing() throws Exception {
        killOften(Integer.getInteger("kills", 500), Duration.ofDays(1));
    }

    /** @param longest fewer builders are killed on a machine so slow that it takes longer */
    private void killOften(int kills, Duration longest) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("KilledBuilderTest seed " + seed);
        Random random = new Random(seed);
        SampleSite site = SampleSite.in(folder);
        index = folder.resolve("index");
        write(site, 0);
        long start = System.nanoTime();
        assertEquals(0, Ran.command("index", "--posts", site.root(), "--index", index).code());
        process = BuilderProcess.start(site.root(), index, "--full");
        assertTrue(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS));
        long wholeMillis = Duration.ofNanos(System.nanoTime() - start).toMillis();

        int acknowledged = 0;
        int unpublished = 0;
        int version = 0;
        while (version < kills && System.nanoTime() - start < longest.toNanos()) {
            version++;
            write(site, version);
            process = BuilderProcess.start(site.root(), index, version % 2 == 0 ? "--full" : "--quiet");
            boolean nearTheEnd = version % 2 == 0 && BuilderProcess.readUntil(process, "Publishing");
            process.waitFor(random.nextLong(nearTheEnd ? 60 : wholeMillis), TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            assertTrue(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS));
            acknowledged = process.exitValue() == 0 ? version : acknowledged;
            unpublished += process.exitValue() == 0 ? 0 : 1;
            assertWhole(acknowledged, version);
        }
        System.out.println("builders: " + version + ", killed before they had published: " + unpublished);
        write(site, version + 1);
        assertEquals(0, Ran.command("index", "--posts", site.root(), "--index", index).code());
        assertWhole(version + 1, version + 1);
        assertNoBuildLeft();
    }

    private void assertNoBuildLeft() throws IOException {
        try (Stream<Path> children = Files.list(index)) {
            List<String> left = children.map(child -> child.getFileName().toString())
                    .filter(name -> name.contains("tmp")).toList();
            assertEquals(List.of(), left);
        }
    }

    private static void write(SampleSite site, int version) {
        for (int i = 1; i <= POSTS; i++) {
            site.post(SampleSite.name(i), "Pier " + i + " Version-" + version, "Timetable of the ferry.");
        }
    }

    private void assertWhole(int acknowledged, int newest) throws IOException {
        assertFalse(GenerationStore.at(index).open().orElseThrow().fallback());
        Set<Integer> versions = new TreeSet<>();
        var stored = Published.stored(index);
        assertEquals(POSTS, stored.size());
        for (String post : stored.values()) {
            Matcher matcher = VERSION.matcher(post);
            assertTrue(matcher.find(), post);
            versions.add(Integer.valueOf(matcher.group(1)));
        }
        assertEquals(1, versions.size(), "torn: " + versions);
        int found = versions.iterator().next();
        assertTrue(found >= acknowledged && found <= newest, found + " of " + acknowledged + " to " + newest);
    }

    @Test
    void aBuilderOfAnotherProcessIsRefusedAtOnce() throws Exception {
        SampleSite site = SampleSite.in(folder).withPosts(2);
        index = folder.resolve("index");
        try (LucenePostIndexer first = LucenePostIndexer.open(index, true)) {
            process = BuilderProcess.start(site.root(), index, "--quiet");
            String told = BuilderProcess.rest(process);
            assertTrue(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS));
            assertEquals(75, process.exitValue(), told);
            assertTrue(told.contains("another build is writing this index"), told);
            long start = System.nanoTime();
            assertEquals(75, Ran.command("index", "--posts", site.root(), "--index", index).code());
            assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 5000);
            assertTrue(first.previousState().isEmpty());
        }
        assertEquals(0, Ran.command("index", "--posts", site.root(), "--index", index).code());
    }

    @Test
    @Tag("torture")
    void ofTwoBuildersAtOnceOneIsLetIn() throws Exception {
        SampleSite site = SampleSite.in(folder).withPosts(200);
        index = folder.resolve("index");
        int refused = 0;
        for (int i = 0; i < Integer.getInteger("pairs", 50); i++) {
            process = BuilderProcess.start(site.root(), index, "--full", "--quiet");
            Process other = BuilderProcess.start(site.root(), index, "--full", "--quiet");
            List<Integer> codes = Stream.of(process.waitFor(), other.waitFor()).sorted().toList();
            assertTrue(codes.equals(List.of(0, 75)) || codes.equals(List.of(0, 0)), codes.toString());
            refused += codes.getLast() == 75 ? 1 : 0;
            assertFalse(GenerationStore.at(index).open().orElseThrow().fallback());
        }
        System.out.println("pairs of which one was refused: " + refused);
        assertTrue(refused > 0);
    }

    @Test
    void aDiskThatRefusesIsToldAndTheOldIndexStays() throws Exception {
        SampleSite site = SampleSite.in(folder).withPosts(3);
        index = folder.resolve("index");
        assertEquals(0, Ran.command("index", "--posts", site.root(), "--index", index).code());
        site.withPosts(400);
        process = BuilderProcess.startOnBadDisk(16, site.root(), index, "--quiet", "--full");
        String told = BuilderProcess.rest(process);
        assertTrue(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS));
        assertEquals(74, process.exitValue(), told);
        assertTrue(told.contains(index + ": the index could not be written and stays as it was: File too large"), told);
        assertEquals(3, Published.stored(index).size());
        assertNoBuildLeft();
    }

    @Test
    void aWatchedBuildFollowsThePostsAndEndsCleanlyWhenTold() throws Exception {
        SampleSite site = SampleSite.in(folder).withPosts(2);
        index = folder.resolve("index");
        process = BuilderProcess.start(site.root(), index, "--watch");
        assertTrue(BuilderProcess.readUntil(process, "generation 1"));
        site.post("2024-03-01-new.md", "New", "A new pier opens.");
        assertTrue(BuilderProcess.readUntil(process, "generation 2"));
        assertEquals(3, Published.stored(index).size());
        process.toHandle().destroy();
        assertTrue(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS));
        assertEquals(143, process.exitValue());
        assertEquals("", BuilderProcess.rest(process).strip().replaceFirst("^, \\d.*", ""));
        assertFalse(GenerationStore.at(index).open().orElseThrow().fallback());
    }
}
