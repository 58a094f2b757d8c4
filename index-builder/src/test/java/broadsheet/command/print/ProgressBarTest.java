package broadsheet.command.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The line on a terminal while a build reads. */
class ProgressBarTest {

    private final StringWriter screen = new StringWriter();
    private long now = 5;

    private ProgressBar bar(int width) {
        return new ProgressBar(new Console(new PrintWriter(screen), new PrintWriter(screen), true, width), () -> now);
    }

    private List<String> drawn() {
        return List.of(screen.toString().split("\r")).stream().map(String::strip).filter(line -> !line.isEmpty())
                .toList();
    }

    @Test
    void saysHowManyFilesAreReadHowFastAndHowLongItTakes() {
        try (ProgressBar bar = bar(100)) {
            bar.started(1_600);
            for (int i = 0; i < 400; i++) {
                bar.read(2);
                now += Duration.ofMillis(10).toNanos();
            }
            bar.publishing();
        }
        assertEquals("Reading [                    ] 0 of 1,600 files, 0 a second, 0:00 left, 0 posts", drawn().get(0));
        assertEquals("Reading [====                ] 381 of 1,600 files, 100 a second, 0:12 left, 762 posts",
                drawn().get(19));
        assertEquals("Publishing 800 posts", drawn().get(20));
        assertEquals(21, drawn().size(), "once at the start, each 200 ms, once at the end");
    }

    @Test
    void nothingStaysOfIt() {
        bar(40).close();
        assertEquals("\r" + " ".repeat(39) + "\r", screen.toString());
    }

    @Test
    void isCutToTheWidthOfTheTerminal() {
        bar(20).started(7);
        assertEquals("\rReading [          ", screen.toString());
        bar(0).started(0);
    }
}
