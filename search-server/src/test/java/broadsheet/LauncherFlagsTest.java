package broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which flags the launcher gives the JVM: memory, safety, the cache for quick starts. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a script for a POSIX shell")
class LauncherFlagsTest extends LaunchedProject {

    @Test
    void ownFlagsOfTheJvmStandLastAndMayChooseTheCollector() throws Exception {
        jdk("jdk-900", NEWEST);
        builtJar();

        String flags = launch("serve").out();
        String own = run(project.resolve("broadsheet"), folder, "BROADSHEET_JAVA_OPTS=-Xmx1g -XX:+UseG1GC",
                "serve").out();

        assertTrue(flags.contains("-XX:+UseSerialGC\n"), flags);
        assertFalse(own.contains("-XX:+UseSerialGC\n"), own);
        assertTrue(own.contains("\n-Xmx1g\n-XX:+UseG1GC\n-jar\n"), own);
    }

    @Test
    void nobodyMayAttachToTheProcessOrHaveItReadJavaObjects() throws Exception {
        jdk("jdk-900", NEWEST);
        builtJar();

        for (String command : List.of("serve", "index", "query")) {
            String flags = launch(command).out();
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

    /** The small Java here never makes a cache. */
    @Test
    void aCacheThatCouldNotBeMadeIsTriedOnce() throws Exception {
        jdk("jdk-900", NEWEST);
        builtJar();
        Outcome first = launch("serve", "--port", "0");
        assertTrue(first.out().endsWith("\nserve\n--port\n0\n"), first.out());
        assertEquals("broadsheet: preparing quick starts\n", first.err());
        assertEquals("", launch("serve", "--port", "0").err());
        assertEquals("", launch("query", "x").err());
        touch(jar, Instant.now().plusSeconds(5));
        assertEquals("broadsheet: preparing quick starts\n", launch("serve", "--port", "0").err(), "another jar");
    }

    @Test
    void aServerStartsWhereNoLockCanBeTaken() throws Exception {
        jdk("jdk-900", NEWEST);
        builtJar();
        script(path.resolve("ln"), "exit 1\n");
        Outcome outcome = launch("serve", "--port", "0");
        assertEquals(0, outcome.exit(), outcome.err());
        assertTrue(outcome.out().endsWith("\nserve\n--port\n0\n"), outcome.out());
        assertEquals("", outcome.err());
    }

    @Test
    void aCacheIsUsedUntilTheJarIsAnother() throws Exception {
        jdk("jdk-900", NEWEST);
        builtJar();
        touch(jar, Instant.now().minusSeconds(30));
        Path cache = Files.writeString(jar.resolveSibling("broadsheet-900000002.aot"), "cache");
        assertTrue(launch("serve").out().contains("\n-XX:AOTCache=" + cache.toRealPath() + "\n"));
        assertFalse(launch("BROADSHEET_AOT=off", "serve").out().contains("AOTCache"));
        touch(jar, Instant.now().plusSeconds(5));
        Outcome other = launch("serve");
        assertFalse(other.out().contains("AOTCache="), other.out());
        assertFalse(Files.exists(cache), "of another jar");
    }

    private static String heap(Outcome outcome) {
        assertEquals(0, outcome.exit(), outcome.err());
        return String.join(" ", outcome.out().lines().filter(line -> line.startsWith("-Xmx")).toList());
    }
}
