package broadsheet.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    private void starve(int rounds) throws IOException, InterruptedException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("OutOfMemoryTest seed " + seed);
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx40m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), StarvedServer.class.getName(),
                folder.resolve("index").toString(), String.valueOf(rounds), String.valueOf(seed))
                .redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), told);
        assertTrue(told.contains("survived "), told);
        System.out.println(told.lines().filter(line -> line.startsWith("survived")).toList() + " in " + rounds
                + " rounds");
    }
}
