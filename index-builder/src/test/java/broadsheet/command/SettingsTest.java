package broadsheet.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.build.BuildFailure;
import broadsheet.build.SampleSite;
import broadsheet.index.lucene.LucenePostIndexer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder;
    SampleSite site;

    @BeforeEach
    void site() throws IOException {
        site = SampleSite.in(folder).withPosts(2).unpublished("2024-02-01-a.md");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("broadsheet.yml"), text);
    }

    private static Ran run(Map<String, String> environment, Object... arguments) {
        return Ran.with(LucenePostIndexer::open, environment, arguments);
    }

    @Test
    void theFileNamesWhatTheCommandLineLeavesOut() throws IOException {
        Path file = file("posts: [" + site.root() + "]\nindex: " + folder.resolve("i") + "\nunpublished: yes\n");
        Ran ran = run(Map.of("BROADSHEET_CONFIG", file.toString()), "index", "--json");
        assertEquals(0, ran.code(), ran.err());
        assertEquals(3, ran.json().get("posts").asInt());
        assertTrue(Files.exists(folder.resolve("i/CURRENT")));
    }

    @Test
    void theEnvironmentGoesBeforeTheFileAndAFlagBeforeBoth() throws IOException {
        Path file = file("unpublished: true\n");
        Map<String, String> environment = Map.of("BROADSHEET_CONFIG", file.toString(), "BROADSHEET_UNPUBLISHED", "no");
        assertEquals(2, posts(run(environment, "check", "--json", "--posts", site.root())));
        assertEquals(3, posts(run(environment, "check", "--json", "--posts", site.root(), "--unpublished")));
        Map<String, String> on = Map.of("BROADSHEET_CONFIG", file.toString());
        assertEquals(3, posts(run(on, "check", "--json", "--posts", site.root())));
        assertEquals(3, posts(run(on, "check", "--json", "--posts", site.root(), "--unpublished")));
        assertEquals(2, posts(run(on, "check", "--json", "--posts", site.root(), "--unpublished=false")));
    }

    private static int posts(Ran ran) {
        assertEquals(0, ran.code(), ran.err());
        return ran.json().get("posts").asInt();
    }

    @Test
    void theEnvironmentMayNameSeveralFolders() {
        Map<String, String> environment = Map.of("BROADSHEET_POSTS",
                site.posts().resolve(SampleSite.name(1)) + File.pathSeparator
                        + site.posts().resolve(SampleSite.name(2)));
        assertEquals(2, posts(run(environment, "check", "--json")));
    }

    @Test
    void aBadSettingIs78AndNamesItsPlace() throws IOException {
        for (String bad : List.of("jobs: many\n", "pots: x\n", "a: [b\n", "- a\n", "time-zone: Mars/North\n",
                "unpublished: perhaps\n")) {
            Path file = file(bad);
            Ran ran = run(Map.of("BROADSHEET_CONFIG", file.toString()), "check", "--posts", site.root());
            assertEquals(78, ran.code(), bad + ran.err());
            assertEquals(1, ran.err().lines().count(), ran.err());
        }
        Ran variable = run(Map.of("BROADSHEET_JOBS", "many"), "check", "--posts", site.root());
        assertEquals(78, variable.code());
        assertTrue(variable.err().contains("'many'"), variable.err());
        assertEquals(2, run(Map.of("BROADSHEET_JOBS", "1"), "check", "--posts", site.root(), "--jobs", "many").code());
    }

    @Test
    void aBrokenFileIsToldWithLineAndColumn() throws IOException {
        Path file = file("index: a\nposts: b: c\n");
        BuildFailure failure = assertThrows(BuildFailure.class,
                () -> Settings.read(Map.of("BROADSHEET_CONFIG", file.toString()), folder));
        assertTrue(failure.getMessage().startsWith(file + ":2:9: "), failure.getMessage());
        BuildFailure missing = assertThrows(BuildFailure.class,
                () -> Settings.read(Map.of("BROADSHEET_CONFIG", "gone.yml"), folder));
        assertEquals(78, missing.exitCode());
    }

    @Test
    void anEmptyFileAndNoFileSetNothing() throws IOException {
        file("# nothing yet\n");
        assertEquals(List.of(), Settings.read(Map.of(), folder).list("posts"));
        assertEquals(List.of(), Settings.read(Map.of(), folder.resolve("elsewhere")).list("posts"));
    }
}
