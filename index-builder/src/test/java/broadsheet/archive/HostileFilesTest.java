package broadsheet.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.FileReading;
import broadsheet.post.PostFile;
import broadsheet.post.Problem;
import broadsheet.post.ReadOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFilesTest {

    /** Of the reader's own limit, 2 s of processor time, and what a busy machine adds. */
    private static final long SLOWEST_MILLIS = 8_000;

    private static final int GOOD_POSTS = 20;
    private static final List<String> OWN_POSTS = List.of("""
            ---
            layout: post
            title: "Storm: the day after"
            date: 2024-03-01 09:00:00 +0100
            authors: [Ada, {name: Ben}]
            categories: [Sea, "Town Hall"]
            tags:
              - rain
              - wind
            excerpt: >
              It rained
              all day.
            ---

            # It rained {% raw %}{{ x }}{% endraw %}

            | a | b |
            |---|---|
            | [link](http://x.example) | ![alt](y.png) |

            {: .note}
            <div class="x">Here\u00e2\u20ac\u2122s <b>more</b></div>
            """, """
            +++
            title = "Calm"
            date = 2024-03-01
            tags = ["sea"]
            +++
            Some *text* with `code` and {{< figure src="x.png" >}}.
            """, "Title: Plain\nDate: 2024-03-01\n\nText &amp; more.\n",
            "{\"title\": \"J\", \"tags\": [1]}\nText.\n");

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void withoutLinks() throws IOException {
        folder = temp.toRealPath().resolve("archive");
        Files.createDirectories(folder);
    }

    private Archive open() throws IOException {
        return Archive.open(List.of(folder), ReadOptions.defaults());
    }

    /** Reads all and holds the sum: every file is a post, a skip or a failure with an error. */
    private static Map<String, FileReading> readAll(Archive archive) {
        Map<String, FileReading> readings = new LinkedHashMap<>();
        for (PostFile file : archive.files()) {
            FileReading reading = readInTime(archive, file);
            assertEquals(1, reading.posts().size() + reading.skips().size() + reading.failed(), reading.toString());
            boolean error = reading.problems().stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
            assertEquals(reading.failed() > 0, error, reading.problems().toString());
            readings.put(file.id(), reading);
        }
        return readings;
    }

    /** A machine that is busy otherwise may delay any file, but not the same one twice. */
    private static FileReading readInTime(Archive archive, PostFile file) {
        long millis = 0;
        for (int attempt = 0; attempt < 2; attempt++) {
            long start = System.nanoTime();
            FileReading reading = archive.read(file);
            millis = (System.nanoTime() - start) / 1_000_000;
            if (millis < SLOWEST_MILLIS) {
                return reading;
            }
        }
        throw new AssertionError(file.id() + " took " + millis + " ms, twice");
    }

    @Test
    void delimitersInMassesAreReadOrNamed() throws IOException {
        List<String> delimiters = List.of("<", "[", "]", "(", "{", "{%", "{{", "{{<", "{:", "*", "_", "`", "> ", "- ",
                "#", "|", "~", "!", "&", "\\", "---\n", "+++\n", "<!--", "<div>", "<script>", "![", "](", "$$", "[^1]",
                "\"", "'", "\t", "\0", "\u00c3", "\u00e2\u20ac", "\u202e", "\ud83d", "{%comment%}", "{%raw%}");
        int number = 0;
        for (String delimiter : delimiters) {
            String mass = delimiter.repeat(100_000 / delimiter.length());
            Files.writeString(folder.resolve(number + "-body.md"),
                    "---\ntitle: Mass\n---\n\n" + mass.replace("\ud83d", "?"));
            Files.writeString(folder.resolve(number + "-front.md"),
                    "---\ntitle: Mass\nx: " + delimiter.repeat(20_000).replace("\ud83d", "?") + "\n---\nRain.\n");
            number++;
        }
        Map<String, FileReading> readings = readAll(open());
        assertEquals(2 * delimiters.size(), readings.size());
        long bodies = readings.entrySet().stream().filter(entry -> entry.getKey().endsWith("-body.md"))
                .filter(entry -> !entry.getValue().posts().isEmpty()).count();
        assertTrue(bodies >= delimiters.size() - 3, bodies + " bodies were read");
    }

    @Test
    void filesBeyondTheLimitAreNamedWithIt() throws IOException {
        Files.writeString(folder.resolve("big.md"), "word ".repeat(2_000_000));
        Files.writeString(folder.resolve("good.md"), "Rain.");
        Map<String, FileReading> readings = readAll(open());
        assertEquals("big.md: error: longer than 2097152 bytes, the limit for one file [too-long]",
                readings.get("big.md").problems().getFirst().toString());
        assertEquals(1, readings.get("good.md").posts().size());
    }

    @Test
    void longBodiesWithinTheLimitAreRead() throws IOException {
        Files.writeString(folder.resolve("long.md"), "Rain fell on the harbour.\n\n".repeat(60_000));
        assertEquals(1, readAll(open()).get("long.md").posts().size());
    }

    @Test
    void linksOutOfTheTreeAreNamedAndNotFollowed() throws IOException {
        Path outside = temp.toRealPath().resolve("outside");
        Files.createDirectories(outside);
        Files.writeString(outside.resolve("secret.md"), "Secret.");
        Files.writeString(folder.resolve("inside.md"), "Rain.");
        Files.createSymbolicLink(folder.resolve("out.md"), outside.resolve("secret.md"));
        Files.createSymbolicLink(folder.resolve("out"), outside);
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createSymbolicLink(folder.resolve("gone.md"), folder.resolve("absent.md"));
        Files.createSymbolicLink(folder.resolve("twin.md"), folder.resolve("inside.md"));
        Archive archive = open();
        assertEquals(List.of("inside.md", "twin.md"), archive.files().stream().map(PostFile::id).toList());
        assertEquals(List.of("gone.md link-broken", "loop link-loop", "out link-outside", "out.md link-outside"),
                archive.problems().stream().map(p -> p.path() + " " + p.code()).sorted().toList());
    }

    @Test
    void pipesAreNamedAndNotOpened() throws Exception {
        Path pipe = folder.resolve("pipe.md");
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "skipped: there is no mkfifo");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Archive archive = open();
        assertEquals(List.of(), archive.files());
        assertEquals("not-a-file", archive.problems().getFirst().code());
    }

    @Test
    void aFileThatVanishesIsNamed() throws IOException {
        Files.writeString(folder.resolve("a.md"), "Rain.");
        Archive archive = open();
        Files.delete(folder.resolve("a.md"));
        FileReading reading = archive.read(archive.files().getFirst());
        assertEquals("a.md: error: cannot be read: it is gone [unreadable]", reading.problems().getFirst().toString());
        assertEquals(1, reading.failed());
    }

    @Test
    void namesThatAreNotUtf8AreReadAndNamed() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: there is no shell");
        Process shell = new ProcessBuilder("sh", "-c", "printf Rain. > \"$(printf 'caf\\351.md')\"")
                .directory(folder.toFile()).start();
        Assumptions.assumeTrue(shell.waitFor() == 0, "skipped: the file system refuses such names");
        Files.writeString(folder.resolve("good.md"), "Rain.");
        Archive archive = open();
        Map<String, FileReading> readings = readAll(archive);
        assertEquals(2, readings.size());
        assertTrue(readings.values().stream().allMatch(reading -> reading.posts().size() == 1), readings.toString());
        assertEquals("name-not-utf8", archive.problems().getFirst().code());
    }

    @Test
    void aDeviceBehindALinkIsNamedAndNotOpened() throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/zero")), "skipped: there is no /dev/zero");
        Files.createSymbolicLink(folder.resolve("zero.md"), Path.of("/dev/zero"));
        Files.createSymbolicLink(folder.resolve("environment.md"), Path.of("/proc/self/environ"));
        Archive archive = open();
        assertEquals(List.of(), archive.files());
        assertEquals(List.of("environment.md link-outside", "zero.md link-outside"),
                archive.problems().stream().map(p -> p.path() + " " + p.code()).sorted().toList());
    }

    @Test
    void aLongNameIsReadAndAFileThatMayNotBeReadIsNamed() throws IOException {
        String name = "n".repeat(240) + ".md";
        Files.writeString(folder.resolve(name), "Rain.");
        Path locked = Files.writeString(folder.resolve("locked.md"), "Rain.");
        Map<String, FileReading> readings;
        if (locked.toFile().setReadable(false) && !Files.isReadable(locked)) {
            readings = readAll(open());
            assertEquals("unreadable", readings.get("locked.md").problems().getFirst().code());
        } else {
            readings = readAll(open());
        }
        assertEquals(1, readings.get(name).posts().size());
        assertTrue(locked.toFile().setReadable(true));
    }

    @Test
    void mutatedPostsNeverStopTheReader() throws IOException {
        mutated(2_000);
    }

    @Test
    @Tag("torture")
    void fiftyThousandMutatedPostsDoNotEither() throws IOException {
        mutated(50_000);
    }

    /** Of the archives of real sites where they lie beside the checkout, else our own; among them posts that are good. */
    private void mutated(int mutations) throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("HostileFilesTest seed " + seed);
        Random random = new Random(seed);
        List<String> texts = Files.isDirectory(Path.of("../../shared/archives")) ? realPosts(random) : OWN_POSTS;
        for (int i = 0; i < mutations; i++) {
            byte[] bytes = texts.get(random.nextInt(texts.size())).getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes = mutated(bytes, random);
            }
            Files.write(folder.resolve(i + ".md"), bytes);
        }
        for (int i = 0; i < GOOD_POSTS; i++) {
            Files.writeString(folder.resolve("good-" + i + ".md"), "---\ntitle: Good " + i + "\n---\n\nRain.\n");
        }
        Archive archive = open();
        assertEquals(mutations + GOOD_POSTS, archive.files().size());
        for (PostFile file : archive.files()) {
            if (file.id().startsWith("good-")) {
                assertEquals(1, archive.read(file).posts().size(), "seed " + seed + ": " + file.id());
            }
        }
        Map<Boolean, Long> read = archive.files().parallelStream().map(archive::read)
                .peek(reading -> assertReadOrNamed(reading, seed))
                .collect(Collectors.groupingBy(reading -> reading.failed() > 0, Collectors.counting()));
        System.out.println("mutated posts: " + read.get(false) + " read or left out, " + read.getOrDefault(true, 0L)
                + " named as bad");
    }

    private static void assertReadOrNamed(FileReading reading, long seed) {
        String told = "seed " + seed + ": " + reading.problems();
        assertEquals(1, reading.posts().size() + reading.skips().size() + reading.failed(), told);
        List<Problem> errors = reading.problems().stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
        assertEquals(reading.failed() > 0, !errors.isEmpty(), told);
        for (Problem error : errors) {
            assertTrue(error.line() > 0, told);
            assertFalse(List.of("too-slow", "reader-fault", "too-deep").contains(error.code()), told);
        }
    }

    private List<String> realPosts(Random random) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path archive : SharedArchives.unpacked(temp)) {
            try (Stream<Path> files = Files.walk(archive)) {
                List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
                for (int i = 0; i < 40; i++) {
                    texts.add(new String(Files.readAllBytes(all.get(random.nextInt(all.size()))),
                            StandardCharsets.UTF_8));
                }
            }
        }
        return texts.stream().filter(text -> text.length() < 20_000).toList();
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return new byte[]{(byte) random.nextInt(256)};
        }
        int at = random.nextInt(Math.min(bytes.length, random.nextBoolean() ? 300 : bytes.length));
        byte[] before = java.util.Arrays.copyOf(bytes, at);
        byte[] after = java.util.Arrays.copyOfRange(bytes, at, bytes.length);
        byte[] between = switch (random.nextInt(5)) {
            case 0 -> new byte[]{(byte) random.nextInt(256)};
            case 1 -> new byte[0];
            case 2 -> "[]{}:\"'`|>&*!%@-+#\t\0\n".substring(random.nextInt(20)).substring(0, 1)
                    .repeat(1 + random.nextInt(40)).getBytes(StandardCharsets.UTF_8);
            case 3 -> java.util.Arrays.copyOfRange(bytes, 0, Math.min(bytes.length, random.nextInt(200)));
            default -> "\n---\n".getBytes(StandardCharsets.UTF_8);
        };
        boolean cut = random.nextInt(3) == 0;
        byte[] tail = cut && after.length > 0
                ? java.util.Arrays.copyOfRange(after, random.nextInt(after.length), after.length)
                : after;
        byte[] joined = java.util.Arrays.copyOf(before, before.length + between.length + tail.length);
        System.arraycopy(between, 0, joined, before.length, between.length);
        System.arraycopy(tail, 0, joined, before.length + between.length, tail.length);
        return joined;
    }
}
