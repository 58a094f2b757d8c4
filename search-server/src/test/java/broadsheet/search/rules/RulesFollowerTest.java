package broadsheet.search.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadsheet.owner.OwnerFile;
import broadsheet.owner.OwnerFiles;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchException;
import broadsheet.search.SearchRequest;
import broadsheet.search.lucene.LuceneSearchEngine;
import broadsheet.search.lucene.SmallArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesFollowerTest {

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
    void aRunningEngineTakesUpNewRulesByItselfAndRefusesCursorsOfOldOnes() throws Exception {
        SmallArchive.of(folder.resolve("index"), List.of(SmallArchive.post("a.md", "Wall one", "A wall.").build(),
                SmallArchive.post("b.md", "Wall two", "A wall.").build())).close();
        OwnerFiles files = new OwnerFiles(Optional.empty(), Optional.of(new OwnerFile(pins(), false)));
        try (SearchEngine engine = LuceneSearchEngine.open(folder.resolve("index"), files, Ranking.DEFAULT,
                () -> SmallArchive.NOW)) {
            Optional<String> cursor = engine.search(first(Optional.empty())).nextCursor();
            assertEquals(0, engine.index().rules());
            Files.writeString(pins(), "wall => b.md");
            Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
            while (engine.index().rules() == 0 && Instant.now().isBefore(deadline)) {
                Thread.onSpinWait();
            }
            assertEquals("b.md", engine.search(first(Optional.empty())).hits().get(0).post().id());
            assertThrows(SearchException.BadCursor.class, () -> engine.search(first(cursor)));
        }
    }

    private static SearchRequest first(Optional<String> cursor) {
        SearchRequest first = SearchRequest.of("wall").counting();
        return cursor.map(first::withCursor).orElse(first);
    }
}
