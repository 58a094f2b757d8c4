package broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Which Java the launcher takes, how it hands arguments on, and when it builds. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a script for a POSIX shell")
class LauncherTest extends LaunchedProject {

    @Test
    void picksTheNewestJdk() throws Exception {
        jdk("jdk-900", NEWEST);
        jdk("jdk-9", "9.0.4");
        jdk("jdk-899", "899.999.999");
        builtJar();

        Outcome outcome = launch("serve", "--port", "0");

        assertEquals(0, outcome.exit(), outcome.err());
        assertTrue(outcome.out().startsWith("I am " + NEWEST + "\n"), outcome.out());
        assertTrue(outcome.out().endsWith("-jar\n" + jar.toRealPath() + "\nserve\n--port\n0\n"), outcome.out());
    }

    @Test
    void handsEveryArgumentOnUnchanged() throws Exception {
        jdk("jdk-900", NEWEST);
        builtJar();

        Outcome outcome = launch("query", "sea  wall", "*", "", "--json");

        assertTrue(outcome.out().endsWith("\nquery\nsea  wall\n*\n\n--json\n"), outcome.out());
    }

    @Test
    void worksThroughASymlinkFromAnotherFolder() throws Exception {
        jdk("jdk-900", NEWEST);
        builtJar();
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("my project/broadsheet"));
        Path linkToLink = Files.createSymbolicLink(folder.resolve("bin/broadsheet"), link);

        Outcome outcome = run(linkToLink, Path.of("/"), "--version");

        assertTrue(outcome.out().contains("-Dbroadsheet.home=" + project.toRealPath() + "\n"),
                outcome.out() + outcome.err());
    }

    @Test
    void withoutAJdkSaysInOneLineWhatToInstallAndExits69() throws Exception {
        Path launcher = project.resolve("broadsheet");
        Files.writeString(launcher, Files.readString(launcher).replace("OLDEST=21", "OLDEST=901"));
        jdk("jdk-900", NEWEST);

        Outcome outcome = launch("serve");

        assertEquals(69, outcome.exit());
        assertEquals("", outcome.out());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().contains("install a JDK"), outcome.err());
    }

    @Test
    void withoutABuildToolSaysInOneLineWhatToInstallAndExits69() throws Exception {
        jdk("jdk-900", NEWEST);
        Files.delete(path.resolve("mvn"));

        Outcome outcome = launch("serve");

        assertEquals(69, outcome.exit());
        assertEquals("", outcome.out());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().contains("Maven"), outcome.err());
    }

    @Test
    void buildsOnceAndNotAgainWhileNoSourceIsNewer() throws Exception {
        jdk("jdk-900", NEWEST);

        launch("serve");
        Outcome second = launch("serve");

        assertEquals(1, builds());
        assertEquals("", second.err());
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

        assertFalse(outcome.out().contains("chatter"), outcome.out());
        assertTrue(outcome.err().contains("chatter"), outcome.err());
    }

    @Test
    void aFailedBuildExits70AndLeavesNoLock() throws Exception {
        jdk("jdk-900", NEWEST);
        script(path.resolve("mvn"), "exit 1\n");

        assertEquals(70, launch("serve").exit());
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

        assertEquals(0, launch("serve").exit());
        assertEquals(1, builds());
    }
}
