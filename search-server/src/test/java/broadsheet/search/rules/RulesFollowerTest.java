package broadsheet.search.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.owner.OwnerFile;
import broadsheet.owner.OwnerFiles;
import broadsheet.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owner's rules as the files have them, without an engine. */
class RulesFollowerTest {

    private static final TextAnalysis ENGLISH = new TextAnalysis(Language.of("en"));

    @TempDir
    Path folder;

    private Path pins() {
        return folder.resolve("pins.txt");
    }

    private RulesFollower follower(boolean named) {
        return new RulesFollower(
                new OwnerFiles(Optional.empty(), Optional.of(new OwnerFile(pins(), named))));
    }

    private static List<String> pinned(RulesFollower rules) {
        return rules.rules().pins().posts(SearchRequest.of("wall"));
    }

    @Test
    void aFileIsFollowedAsItComesChangesAndGoes() throws IOException {
        try (RulesFollower rules = follower(false)) {
            assertEquals(List.of(), pinned(rules));
            assertEquals(0, rules.rules().edition());
            Files.writeString(pins(), "wall => a.md");
            rules.follow();
            assertEquals(List.of("a.md"), pinned(rules));
            long edition = rules.rules().edition();
            Files.writeString(pins(), "wall => b.md, a.md");
            rules.follow();
            assertEquals(List.of("b.md", "a.md"), pinned(rules));
            assertNotEquals(edition, rules.rules().edition());
            Files.delete(pins());
            rules.follow();
            assertEquals(List.of(), pinned(rules));
        }
    }

    @Test
    void aBrokenFileKeepsTheLastGoodOne() throws IOException {
        Files.writeString(pins(), "wall => a.md");
        try (RulesFollower rules = follower(true)) {
            Files.writeString(pins(), "wall => b.md\nharbour");
            rules.follow();
            assertEquals(List.of("a.md"), pinned(rules));
            Files.delete(pins());
            rules.follow();
            assertEquals(List.of("a.md"), pinned(rules));
            Files.writeString(pins(), "wall => c.md");
            rules.follow();
            assertEquals(List.of("c.md"), pinned(rules));
        }
    }

    @Test
    void theSoundLinesOfAFileThatIsBrokenFromTheStartCount() throws IOException {
        Files.writeString(pins(), "wall => b.md\nharbour");
        try (RulesFollower rules = follower(true)) {
            assertEquals(List.of("b.md"), pinned(rules));
        }
    }

    @Test
    void synonymsAreFollowedBesidePins() throws IOException {
        Path synonyms = folder.resolve("synonyms.txt");
        Files.writeString(synonyms, "car, automobile");
        Files.writeString(pins(), "wall => a.md");
        try (RulesFollower rules = new RulesFollower(new OwnerFiles(Optional.of(new OwnerFile(synonyms, true)),
                Optional.of(new OwnerFile(pins(), true))))) {
            assertTrue(rules.rules().synonyms().knows("cars", ENGLISH));
            long edition = rules.rules().edition();
            Files.writeString(synonyms, "ferry, boat, ship");
            rules.follow();
            assertFalse(rules.rules().synonyms().knows("cars", ENGLISH));
            assertTrue(rules.rules().synonyms().knows("ferries", ENGLISH));
            assertEquals(List.of("a.md"), pinned(rules));
            assertNotEquals(edition, rules.rules().edition());
        }
    }

    @Test
    void theSameTextAgainIsTheSameEdition() throws IOException {
        Files.writeString(pins(), "wall => a.md");
        try (RulesFollower rules = follower(true)) {
            long edition = rules.rules().edition();
            Files.writeString(pins(), "wall => b.md, a.md");
            rules.follow();
            Files.writeString(pins(), "wall => a.md");
            rules.follow();
            assertEquals(edition, rules.rules().edition());
            assertNotEquals(0, edition);
        }
    }

    @Test
    void withoutFilesThereAreNoRules() {
        try (RulesFollower rules = new RulesFollower(OwnerFiles.NONE)) {
            assertEquals(0, rules.rules().edition());
            assertEquals(List.of(), pinned(rules));
        }
    }

    /**
     * Each change comes right after the one before it was taken up, so that it waits for the whole time between two
     * looks. The shortest of three waits counts, as the machine may have other things to do.
     */
    @Test
    void aChangeIsTakenUpWithinASecond() throws IOException {
        try (RulesFollower rules = follower(false)) {
            Duration shortest = Duration.ofMinutes(1);
            for (int i = 0; i < 3; i++) {
                List<String> next = List.of("a.md", "b".repeat(i + 1) + ".md");
                Instant written = Instant.now();
                Files.writeString(pins(), "wall => " + String.join(", ", next));
                while (!pinned(rules).equals(next)) {
                    assertTrue(Duration.between(written, Instant.now()).toSeconds() < 30, "not taken up at all");
                    LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
                }
                Duration waited = Duration.between(written, Instant.now());
                shortest = waited.compareTo(shortest) < 0 ? waited : shortest;
            }
            assertTrue(shortest.toMillis() < 1_000, shortest + " for the quickest of three changes");
        }
    }

    private static SearchRequest first(Optional<String> cursor) {
        SearchRequest first = SearchRequest.of("wall").counting();
        return cursor.map(first::withCursor).orElse(first);
    }
}
