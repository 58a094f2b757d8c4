package broadsheet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryTextsTest {

    @TempDir
    private Path folder;

    @Test
    void largeFilesGiveWhatSmallOnesLackAtEqualDistances() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n");
        Files.writeString(folder.resolve("b.txt"), "World\tone\n\n");
        Files.writeString(folder.resolve("README.md"), "no query\n");
        assertEquals(List.of("one", "1", "3", "6", "8"), QueryTexts.spread(folder, 5));
    }

    @Test
    void noQueryIsTakenTwice() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "1\n2\n3\n");
        assertEquals(List.of("1", "2", "3"), QueryTexts.spread(folder, 100));
    }
}
