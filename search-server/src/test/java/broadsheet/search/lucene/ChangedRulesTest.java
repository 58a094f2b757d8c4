package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadsheet.owner.OwnerFile;
import broadsheet.owner.OwnerFiles;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchException;
import broadsheet.search.SearchRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owner changes the rules while the engine runs. */
class ChangedRulesTest {

    @TempDir
    private Path folder;

    @Test
    void aRunningEngineTakesUpNewRulesByItselfAndRefusesCursorsOfOldOnes() throws Exception {
        Path pins = folder.resolve("pins.txt");
        SmallArchive.of(folder.resolve("index"), List.of(SmallArchive.post("a.md", "Wall one", "A wall.").build(),
                SmallArchive.post("b.md", "Wall two", "A wall.").build())).close();
        OwnerFiles files = new OwnerFiles(Optional.empty(), Optional.of(new OwnerFile(pins, false)));
        try (SearchEngine engine = LuceneSearchEngine.open(folder.resolve("index"), files, Ranking.DEFAULT,
                () -> SmallArchive.NOW)) {
            Optional<String> cursor = engine.search(first(Optional.empty())).nextCursor();
            assertEquals(0, engine.index().rules());
            Files.writeString(pins, "wall => b.md");
            Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
            while (engine.index().rules() == 0 && Instant.now().isBefore(deadline)) {
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
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
