package broadsheet.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.index.lucene.LucenePostIndexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckRulesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void posts() throws IOException {
        Path posts = Files.createDirectories(folder.resolve("site/_posts"));
        Files.writeString(posts.resolve("2024-05-01-wall.md"), "---\ntitle: Wall\n---\nA wall.\n");
        Files.writeString(posts.resolve("2024-05-02-gone.md"), "---\ntitle: G\npublished: false\n---\nGone.\n");
    }

    @Test
    void checkReportsWhatIsWrongInSynonymsAndPins() throws IOException {
        Path synonyms = Files.writeString(folder.resolve("words.txt"), "car, auto\nWHO =>\n");
        Path pins = Files.writeString(folder.resolve("pins.txt"),
                "wall => _posts/2024-05-01-wall.md, _posts/2024-05-02-gone.md\nWALL => x.md\n");
        Ran ran = Ran.command("check", "--posts", folder.resolve("site"), "--synonyms", synonyms, "--pins", pins);
        assertEquals(0, ran.code(), ran.err());
        assertEquals(List.of(synonyms + ":2:7: error: expected a word behind the => [empty-side]",
                pins + ":1:36: error: no published post of the archive has the path \"_posts/2024-05-02-gone.md\""
                        + " [unknown-post]",
                pins + ":2:1: warning: line 1 pins posts for the same query, and it alone counts [repeated-query]"),
                ran.out().lines().toList());
        assertEquals(1, Ran.command("check", "--strict", "--posts", folder.resolve("site"), "--pins", pins).code());
    }

    @Test
    void filesBesideTheSettingsAreFound() throws IOException {
        Path settings = Files.writeString(folder.resolve("broadsheet.yml"), "jobs: 1\n");
        Files.writeString(folder.resolve("synonyms.txt"), "alone\n");
        Ran ran = Ran.with(LucenePostIndexer::open, Map.of("BROADSHEET_CONFIG", settings.toString()), "check",
                "--posts",
                folder.resolve("site"));
        assertEquals(folder.resolve("synonyms.txt")
                + ":1:1: warning: expected two different words, as a rule of one changes nothing [no-effect]",
                ran.out().strip());
    }

    @Test
    void aNamedFileThatIsNotThereIsABadSetting() {
        Ran ran = Ran.command("check", "--posts", folder.resolve("site"), "--pins", folder.resolve("none.txt"));
        assertEquals(78, ran.code());
        assertEquals("index-builder check: --pins: " + folder.resolve("none.txt") + " is no file", ran.err().strip());
    }
}
