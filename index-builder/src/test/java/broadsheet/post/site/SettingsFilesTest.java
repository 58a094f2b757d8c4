package broadsheet.post.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Room post.site: where a site's settings stand. */
class SettingsFilesTest {

    @TempDir
    Path root;

    private final Problems problems = new Problems("site");

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_config.yml", "_config.yaml", "_config.toml"})
    void jekyllHasOneOfThreeFiles(String name) throws IOException {
        assertFalse(SettingsFiles.areJekylls(root));
        write(name, name.endsWith("toml") ? "title = \"News\"\n" : "title: News\n");
        assertTrue(SettingsFiles.areJekylls(root));
        assertFalse(SettingsFiles.areHugos(root));
        SettingsFiles files = SettingsFiles.ofJekyll(root, problems);
        assertEquals("News", files.fields().text("title"));
        assertEquals(name, files.name());
    }

    @Test
    void ofJekyllsFilesTheFirstCountsAlone() throws IOException {
        write("_config.toml", "title = \"b\"\nlang = \"en\"\n");
        write("_config.yml", "title: a\n");
        SettingsFiles files = SettingsFiles.ofJekyll(root, problems);
        assertEquals("a", files.fields().text("title"));
        assertEquals("", files.fields().text("lang"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.json",
            "config/_default/hugo.toml", "config/_default/config.yaml", "config/production/hugo.yml"})
    void hugoHasOneOfManyFiles(String name) throws IOException {
        assertFalse(SettingsFiles.areHugos(root));
        write(name, switch (name.substring(name.lastIndexOf('.'))) {
            case ".toml" -> "Title = \"News\"\n";
            case ".json" -> "{\"Title\": \"News\"}";
            default -> "Title: News\n";
        });
        assertTrue(SettingsFiles.areHugos(root));
        assertEquals("News", SettingsFiles.ofHugo(root, problems).fields().entries().get("title").texts().getFirst());
    }

    @Test
    void hugosLaterFilesAreLaidOnTheEarlier() throws IOException {
        write("hugo.toml", "title = \"a\"\nbaseURL = \"https://a.example\"\ntimeZone = \"UTC\"\n");
        write("config/_default/hugo.toml", "title = \"b\"\n");
        write("config/production/config.toml", "baseURL = \"https://c.example\"\n");
        SettingsFiles files = SettingsFiles.ofHugo(root, problems);
        assertEquals("b", files.fields().text("title"));
        assertEquals("https://c.example", files.fields().text("baseURL"));
        assertEquals("UTC", files.fields().text("timeZone"));
        assertEquals("hugo.toml", files.name());
        assertEquals("config/_default/hugo.toml", files.name("title"));
        assertEquals("config/production/config.toml", files.name("baseurl"));
        assertEquals("hugo.toml", files.name("theme"));
    }

    @Test
    void aFileOfPermalinksHoldsWhatStandsUnderThemElsewhere() throws IOException {
        write("config/_default/permalinks.toml", "News = \"/:slug/\"\n");
        write("config/_default/languages.toml", "[FR]\nweight = 1\n");
        write("config/_default/menus.toml", "[[main]]\nname = \"Home\"\n");
        SettingsFiles files = SettingsFiles.ofHugo(root, problems);
        assertEquals("/:slug/", files.fields().fields("permalinks").text("news"));
        assertEquals("1", files.fields().fields("languages").fields("fr").text("weight"));
        assertFalse(files.fields().has("menus"));
    }

    @Test
    void aBrokenFileIsAnErrorAndTheOthersHold() throws IOException {
        write("hugo.toml", "title = \"News\"\n");
        write("config/_default/hugo.toml", "title = \n");
        assertEquals("News", SettingsFiles.ofHugo(root, problems).fields().text("title"));
        assertEquals(1, problems.list().size());
        assertTrue(problems.list().getFirst().toString().startsWith("config/_default/hugo.toml:1:9: error: "),
                problems.list().toString());
        assertEquals("settings-syntax", problems.list().getFirst().code());
    }

    @Test
    void aSlipInYamlIsMended() throws IOException {
        write("_config.yml", "title: News: the sea\nlang: en\n");
        assertEquals("News: the sea", SettingsFiles.ofJekyll(root, problems).fields().text("title"));
        assertEquals(List.of("yaml-mended"), problems.list().stream().map(problem -> problem.code()).toList());
    }

    @Test
    void noFileIsNoSettings() throws IOException {
        SettingsFiles files = SettingsFiles.ofJekyll(root, problems);
        assertEquals("", files.name());
        assertEquals("", files.name("title"));
        assertEquals(0, files.bytes().length);
        assertTrue(files.fields().entries().isEmpty());
    }

    @Test
    void theirBytesNameEachFile() throws IOException {
        write("hugo.toml", "title = \"a\"\n");
        write("config/_default/hugo.toml", "title = \"b\"\n");
        assertEquals("hugo.toml\ntitle = \"a\"\nconfig/_default/hugo.toml\ntitle = \"b\"\n",
                new String(SettingsFiles.ofHugo(root, problems).bytes(), StandardCharsets.UTF_8));
    }
}
