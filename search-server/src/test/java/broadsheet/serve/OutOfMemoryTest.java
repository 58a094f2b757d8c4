package broadsheet.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Memory that has run out wherever it likes: afterwards searches, completions and following work. */
@Isolated("what it measures is wrong beside other tests")
class OutOfMemoryTest {

    @TempDir
    private Path folder;

    @Test
    @Timeout(180)
    void theServerWorksAgainAfterMemoryRanOut() throws Exception {
        starve(4);
    }

    @Test
    @Tag("torture")
    void itWorksAgainAHundredTimes() throws Exception {
        starve(Integer.getInteger("rounds", 100));
    }

    @Test
    @Timeout(180)
    void aTaskIsRepeatedAfterMemoryRanOutInItsPause() throws Exception {
        String told = told(24, StarvedTask.class);
        assertTrue(told.contains("survived "), told);
    }

    private void starve(int rounds) throws IOException, InterruptedException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("OutOfMemoryTest seed " + seed);
        String told = told(40, StarvedServer.class, folder.resolve("index").toString(), String.valueOf(rounds),
                String.valueOf(seed));
        assertTrue(told.contains("survived "), told);
        System.out.println(told.lines().filter(line -> line.startsWith("survived")).toList() + " in " + rounds
                + " rounds");
    }

    /** What a process of so many megabytes of heap says until it ends well. */
    private static String told(int megabytes, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), told);
        return told;
    }
}
