package broadsheet.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.PostFile;
import broadsheet.post.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links to folders: what is read by them, what is read where it lies, and what is only named. */
class LinksTest {

    @TempDir
    private Path temp;
    private Path folder;

    @BeforeEach
    void withoutLinks() throws IOException {
        folder = Files.createDirectories(temp.toRealPath().resolve("site"));
        Files.createDirectories(temp.resolve("outside"));
        Files.writeString(temp.resolve("outside/2024-01-09-far.md"), "Far.");
    }

    /**
     * @param files paths of the posts
     * @param links each a path, an arrow and what stands in the link
     * @param input which part of the site is named
     * @param ids of the posts that are found
     * @param problems each a path and a code
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            _config.yml notes/2024-01-01-a.md             | _posts>notes                  | .      | _posts/2024-01-01-a.md | -
            notes/2024-01-01-a.md                         | _posts>notes                  | .      | _posts/2024-01-01-a.md | -
            _config.yml notes/2024-01-01-a.md             | _posts>notes                  | _posts | _posts/2024-01-01-a.md | -
            _config.yml notes/x/2024-01-01-a.md           | _posts>notes                  | .      | _posts/x/2024-01-01-a.md | -
            _config.yml _posts/2024-01-01-a.md 2023/2023-01-01-b.md | _posts/old>../2023  | .      | _posts/2024-01-01-a.md _posts/old/2023-01-01-b.md | -
            _config.yml a/2024-01-01-a.md                 | _posts>b b>a                  | .      | _posts/2024-01-01-a.md | b link-to-folder
            _config.yml a/2024-01-01-a.md                 | _posts>a sports/_posts>../a   | .      | _posts/2024-01-01-a.md | sports/_posts link-to-folder
            a/x.md                                        | b>a                           | .      | a/x.md | b link-to-folder
            a/x.md b/y.md                                 | a/l>../b b/l>../a             | .      | a/x.md b/y.md | a/l link-to-folder b/l link-to-folder
            _posts/2024-01-01-a.md                        | _posts/all>.                  | .      | _posts/2024-01-01-a.md | _posts/all link-loop
            _posts/2024-01-01-a.md                        | _posts/all>..                 | .      | _posts/2024-01-01-a.md | _posts/all link-loop
            x.md                                          | far>../outside                | .      | x.md | far link-outside
            _config.yml                                   | _posts>../outside             | .      | -    | _posts link-outside
            _config.yml                                   | _posts>nowhere                | .      | -    | _posts link-broken
            x.md                                          | one>one                       | .      | x.md | one link-broken
            content/post/x.md hugo.toml more/y.md         | content/more>../more          | .      | content/more/y.md content/post/x.md | -
            """)
    void aLinkToAFolderIsReadOrNamed(String files, String links, String input, String ids, String problems)
            throws IOException {
        for (String file : files.split(" ")) {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.endsWith(".md") ? "Rain." : "");
        }
        for (String link : links.split(" ")) {
            Path path = folder.resolve(link.substring(0, link.indexOf('>')));
            Files.createDirectories(path.getParent());
            Files.createSymbolicLink(path, Path.of(link.substring(link.indexOf('>') + 1)));
        }
        Archive archive = Archive.open(List.of(folder.resolve(input)), ReadOptions.defaults());
        assertEquals(ids == null ? "" : ids, String.join(" ", archive.files().stream().map(PostFile::id).toList()));
        assertEquals(problems == null ? "" : problems, String.join(" ",
                archive.problems().stream().map(each -> each.path() + " " + each.code()).sorted().toList()));
        for (PostFile file : archive.files()) {
            assertEquals(1, archive.read(file).posts().size(), file.id());
        }
    }
}
