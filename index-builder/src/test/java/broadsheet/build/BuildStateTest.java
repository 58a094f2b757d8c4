package broadsheet.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.FileReading.Skip;
import broadsheet.post.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class BuildStateTest {

    private static BuildState sample() {
        SequencedMap<String, FileState> files = new LinkedHashMap<>();
        files.put("_posts/b.md",
                new FileState(Stamp.UNKNOWN, "POST", new Digest(1, -2), 812, 1, List.of(), Instant.MAX,
                        Map.of(), 0, List.of(), List.of(new PostLanguage("en", "en es40 /80"))));
        files.put("feed–ü.xml",
                new FileState(new Stamp(5, 90_000, 1_700_000_000_000_000_001L), "POST", new Digest(3, 4), 90_000, 30,
                        List.of(Instant.parse("2030-01-02T03:04:05Z")), Instant.parse("2031-01-02T03:04:05Z"),
                        Map.of(Skip.Reason.NO_INDEX, 2), 1,
                        List.of(new Problem("feed–ü.xml", 7, 3, Problem.Severity.WARNING, "date", "no month is 13")),
                        List.of(new PostLanguage("pt", "pt"), new PostLanguage("und", ""))));
        return new BuildState("settings", files);
    }

    @Test
    void aStateReadsAsItWasWritten() {
        BuildState state = BuildState.parse(sample().toBytes()).orElseThrow();
        assertEquals(sample(), state);
        assertEquals(List.of("_posts/b.md", "feed–ü.xml"), List.copyOf(state.files().keySet()));
        assertEquals(31, state.posts());
    }

    @Test
    void aFileTakesSixtyBytesAtMost() {
        SequencedMap<String, FileState> files = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            files.put("_posts/2024-05-01-story-number-" + i + ".md",
                    new FileState(new Stamp(70_000 + i, 800 + i % 97, 1_700_000_000_000_000_000L + i * 4_000_000L),
                            "POST", new Digest(i * 0x9E3779B97F4A7C15L, i * 0xC4CEB9FE1A85EC53L), 800 + i % 97, 1,
                            List.of(), Instant.MAX, Map.of(), 0, List.of(), List.of(new PostLanguage("en", "en"))));
        }
        BuildState state = new BuildState("settings", files);
        byte[] bytes = state.toBytes();
        assertTrue(bytes.length < 60 * files.size(), bytes.length + " bytes");
        assertEquals(Optional.of(state), BuildState.parse(bytes));
    }

    @Test
    void theSameStateIsTheSameBytes() {
        assertEquals(Arrays.toString(sample().toBytes()), Arrays.toString(sample().toBytes()));
    }

    @Test
    void everyFlippedBitAndEveryCutMakesItUnreadable() {
        byte[] bytes = sample().toBytes();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] bad = bytes.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(Optional.empty(), BuildState.parse(bad), "bit " + bit);
        }
        for (int length = 0; length < bytes.length; length++) {
            assertEquals(Optional.empty(), BuildState.parse(Arrays.copyOf(bytes, length)), "length " + length);
        }
    }
}
