package broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs the launcher itself with {@code /bin/sh}, in a project folder with a space in its name, with a Java and a Maven
 * that are small scripts: the Java prints its arguments one a line, the Maven writes a jar and leaves a line in
 * {@code builds}.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a script for a POSIX shell")
class LauncherTest {

    /** Newer than any JDK that the machine may have. */
    private static final String NEWEST = "900.0.2";
    private static final List<String> TOOLS = List.of("awk", "cat", "dirname", "find", "grep", "ln", "mkdir",
            "mv",
            "readlink", "rm", "sed", "sleep", "touch");

    @TempDir
    Path folder;
    private Path project;
    private Path path;
    private Path jar;

    /** What one run of the launcher left behind. */
    private record Outcome(int exit, String out, String err) {}

    @BeforeEach
    void layOutAProject() throws IOException {
        project = Files.createDirectories(folder.resolve("my project"));
        jar = project.resolve("search-server/target/broadsheet.jar");
        Files.copy(Path.of("../broadsheet"), project.resolve("broadsheet"));
        assertTrue(project.resolve("broadsheet").toFile().setExecutable(true));
        for (String source : List.of("pom.xml", ".mvn/x", "search-server/pom.xml", "search-server/src/main/A.java")) {
            Files.createDirectories(project.resolve(source).getParent());
            Files.writeString(project.resolve(source), "");
        }
        path = Files.createDirectories(folder.resolve("bin"));
        for (String tool : TOOLS) {
            Path real = Stream.of("/usr/bin", "/bin").map(place -> Path.of(place, tool)).filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            script(path.resolve(tool), "exec " + real + " \"$@\"\n");
        }
        script(path.resolve("mvn"), """
                echo "$@" >>builds
                mkdir -p search-server/target
                echo jar >search-server/target/broadsheet.jar
                """);
        age(project, Instant.now().minusSeconds(60));
    }

    @Test
    void picksTheNewestJdk() throws Exception {
        jdk("jdk-900", NEWEST);
        jdk("jdk-9", "9.0.4");
        jdk("jdk-899", "899.999.999");
        builtJar();

        Outcome outcome = launch("serve", "--port", "0");

        assertEquals(0, outcome.exit, outcome.err);
        assertTrue(outcome.out.startsWith("I am " + NEWEST + "\n"), outcome.out);
        assertTrue(outcome.out.endsWith("-jar\n" + jar.toRealPath() + "\nserve\n--port\n0\n"), outcome.out);
    }

    @Test
    void handsEveryArgumentOnUnchanged() throws Exception {
        jdk("jdk-900", NEWEST);
        builtJar();

        Outcome outcome = launch("query", "sea  wall", "*", "", "--json");

        assertTrue(outcome.out.endsWith("\nquery\nsea  wall\n*\n\n--json\n"), outcome.out);
    }

    @Test
    void worksThroughASymlinkFromAnotherFolder() throws Exception {
        jdk("jdk-900", NEWEST);
        builtJar();
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("my project/broadsheet"));
        Path linkToLink = Files.createSymbolicLink(folder.resolve("bin/broadsheet"), link);

        Outcome outcome = run(linkToLink, Path.of("/"), "--version");

        assertTrue(outcome.out.contains("-Dbroadsheet.home=" + project.toRealPath() + "\n"), outcome.out + outcome.err);
    }

    @Test
    void withoutAJdkSaysInOneLineWhatToInstallAndExits69() throws Exception {
        Path launcher = project.resolve("broadsheet");
        Files.writeString(launcher, Files.readString(launcher).replace("OLDEST=21", "OLDEST=901"));
        jdk("jdk-900", NEWEST);

        Outcome outcome = launch("serve");

        assertEquals(69, outcome.exit);
        assertEquals("", outcome.out);
        assertEquals(1, outcome.err.lines().count(), outcome.err);
        assertTrue(outcome.err.contains("install a JDK"), outcome.err);
    }

    @Test
    void withoutABuildToolSaysInOneLineWhatToInstallAndExits69() throws Exception {
        jdk("jdk-900", NEWEST);
        Files.delete(path.resolve("mvn"));

        Outcome outcome = launch("serve");

        assertEquals(69, outcome.exit);
        assertEquals("", outcome.out);
        assertEquals(1, outcome.err.lines().count(), outcome.err);
        assertTrue(outcome.err.contains("Maven"), outcome.err);
    }

    @Test
    void buildsOnceAndNotAgainWhileNoSourceIsNewer() throws Exception {
        jdk("jdk-900", NEWEST);

        launch("serve");
        Outcome second = launch("serve");

        assertEquals(1, builds());
        assertEquals("", second.err);
    }

    @Test
    void theNodesOfAClusterAreBuiltOnceAndForNobodyElse() throws Exception {
        jdk("jdk-900", NEWEST);

        launch("serve");
        assertFalse(Files.readString(project.resolve("builds")).contains("index-builder/node"));
        launch("cluster");
        assertTrue(Files.readAllLines(project.resolve("builds")).getLast().endsWith("-pl index-builder/node package"));
        Files.createDirectories(project.resolve("index-builder/node/target/lib"));
        launch("cluster");
        assertEquals(2, builds());
    }

    @Test
    void buildsAgainWhenASourceIsNewerThanTheJar() throws Exception {
        jdk("jdk-900", NEWEST);
        builtJar();
        touch(project.resolve("search-server/src/main/A.java"), Instant.now().plusSeconds(1));

        launch("serve");

        assertEquals(1, builds());
    }

    @Test
    void buildsAgainWhenASourceWasRemoved() throws Exception {
        jdk("jdk-900", NEWEST);
        builtJar();
        touch(jar, Instant.now().minusSeconds(30));
        Files.delete(project.resolve("search-server/src/main/A.java"));

        launch("serve");

        assertEquals(1, builds());
    }

    @Test
    void whatMavenPrintsNeverReachesStdout() throws Exception {
        jdk("jdk-900", NEWEST);
        script(path.resolve("mvn"), """
                echo chatter
                mkdir -p search-server/target
                echo jar >search-server/target/broadsheet.jar
                """);

        Outcome outcome = launch("query", "x");

        assertFalse(outcome.out.contains("chatter"), outcome.out);
        assertTrue(outcome.err.contains("chatter"), outcome.err);
    }

    @Test
    void aFailedBuildExits70AndLeavesNoLock() throws Exception {
        jdk("jdk-900", NEWEST);
        script(path.resolve("mvn"), "exit 1\n");

        assertEquals(70, launch("serve").exit);
        assertFalse(Files.exists(jar.resolveSibling("build.lock"), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void twoLaunchersAtOnceBuildOnce() throws Exception {
        jdk("jdk-900", NEWEST);
        script(path.resolve("mvn"), """
                echo build >>builds
                sleep 1
                mkdir -p search-server/target
                echo jar >search-server/target/broadsheet.jar
                """);

        Process first = start(project.resolve("broadsheet"), folder, "first", "serve");
        Process second = start(project.resolve("broadsheet"), folder, "second", "serve");

        assertTrue(first.waitFor(30, TimeUnit.SECONDS) && second.waitFor(30, TimeUnit.SECONDS));
        assertEquals(List.of(0, 0), List.of(first.exitValue(), second.exitValue()));
        assertEquals(1, builds());
    }

    @Test
    void aLockWhoseOwnerIsGoneIsTakenOver() throws Exception {
        jdk("jdk-900", NEWEST);
        Process gone = new ProcessBuilder("/bin/sh", "-c", "exit").start();
        gone.waitFor();
        Files.createDirectories(jar.getParent());
        Files.createSymbolicLink(jar.resolveSibling("build.lock"), Path.of(Long.toString(gone.pid())));

        assertEquals(0, launch("serve").exit);
        assertEquals(1, builds());
    }

    @Test
    void ownFlagsOfTheJvmStandLastAndMayChooseTheCollector() throws Exception {
        jdk("jdk-900", NEWEST);
        builtJar();

        String flags = launch("serve").out;
        String own = run(project.resolve("broadsheet"), folder, "BROADSHEET_JAVA_OPTS=-Xmx1g -XX:+UseG1GC",
                "serve").out;

        assertTrue(flags.contains("-XX:+UseSerialGC\n"), flags);
        assertFalse(own.contains("-XX:+UseSerialGC\n"), own);
        assertTrue(own.contains("\n-Xmx1g\n-XX:+UseG1GC\n-jar\n"), own);
    }

    @Test
    void nobodyMayAttachToTheProcessOrHaveItReadJavaObjects() throws Exception {
        jdk("jdk-900", NEWEST);
        builtJar();

        for (String command : List.of("serve", "index", "query")) {
            String flags = launch(command).out;
            assertTrue(flags.contains("\n-Djdk.serialFilter=!*\n-XX:+DisableAttachMechanism\n"), flags);
        }
    }

    /** Half a gigabyte and 8 KB a post; a heap of more than half of the memory is none of the launcher's. */
    @ParameterizedTest
    @CsvSource({"0, -Xmx512m", "1000, -Xmx519m", "1000000000, ''", "-5, ''", "x, ''"})
    void aServersHeapIsThatOfItsPosts(String posts, String flag) throws Exception {
        jdk("jdk-900", NEWEST);
        builtJar();
        Path generation = Files.createDirectories(folder.resolve("an index/g-000000000007"));
        Files.writeString(folder.resolve("an index/CURRENT"), "g-000000000007 55c4d751\n");
        Files.writeString(generation.resolve("MANIFEST"), "broadsheet-manifest 1\nschema 7\nposts " + posts + "\n");

        assertEquals(flag, heap(launch("serve", "--port", "0", "--index", "an index")));
        assertEquals(flag, heap(launch("serve", "--index=an index", "--port", "0")));
        assertEquals("", heap(launch("index", "--index", "an index")));
        assertEquals("", heap(launch("serve", "--index", "nowhere")));
        assertEquals("", heap(launch("serve", "--port", "--index")));
        assertEquals("-Xmx9g", heap(launch("BROADSHEET_JAVA_OPTS=-Xmx9g", "serve", "--index", "an index")));
        assertEquals("", heap(launch("BROADSHEET_JAVA_OPTS=-XX:MaxRAMPercentage=9", "serve", "--index", "an index")));
    }

    private static String heap(Outcome outcome) {
        assertEquals(0, outcome.exit, outcome.err);
        return String.join(" ", outcome.out.lines().filter(line -> line.startsWith("-Xmx")).toList());
    }

    private void jdk(String name, String version) throws IOException {
        Path home = folder.resolve("home/.jdks").resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), "echo I am " + version + "\nfor word in \"$@\"; do echo \"$word\"; done\n");
        script(home.resolve("bin/javac"), "");
    }

    private void builtJar() throws IOException {
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "jar");
    }

    private long builds() throws IOException {
        return Files.readAllLines(project.resolve("builds")).size();
    }

    private Outcome launch(String... arguments) throws Exception {
        return run(project.resolve("broadsheet"), folder, arguments);
    }

    private Outcome run(Path launcher, Path from, String... arguments) throws Exception {
        Process process = start(launcher, from, "run", arguments);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Outcome(process.exitValue(), Files.readString(folder.resolve("run.out")),
                Files.readString(folder.resolve("run.err")));
    }

    /** A first argument with `=` in it is a variable of the environment. */
    private Process start(Path launcher, Path from, String name, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString()).directory(from.toFile())
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", path.toString());
        builder.environment().put("HOME", folder.resolve("home").toString());
        for (String argument : arguments) {
            if (argument.startsWith("BROADSHEET_")) {
                int equals = argument.indexOf('=');
                builder.environment().put(argument.substring(0, equals), argument.substring(equals + 1));
            } else {
                builder.command().add(argument);
            }
        }
        return builder.start();
    }

    private static void script(Path file, String body) throws IOException {
        Files.write(file, ("#!/bin/sh\n" + body).getBytes(StandardCharsets.UTF_8));
        assertTrue(file.toFile().setExecutable(true));
    }

    private static void age(Path tree, Instant time) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.toList()) {
                touch(file, time);
            }
        }
    }

    private static void touch(Path file, Instant time) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
