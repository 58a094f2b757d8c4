package broadsheet.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import broadsheet.post.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that stand for authors' names, wherever a site says whose they are. */
class AuthorKeysTest {

    @TempDir
    private Path site;

    private Archive withPost(String front) throws IOException {
        Files.createDirectories(site.resolve("_posts"));
        Files.writeString(site.resolve("_posts/2024-01-01-a.md"), "---\n" + front + "\n---\nRain.\n");
        return Archive.open(List.of(site), ReadOptions.defaults());
    }

    private void write(String file, String text) throws IOException {
        Path path = site.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            _data/authors.yml  | jtarn:\\n  name: Jane Tarnwood\\nmhill:\\n  name: Max Hill   | author: jtarn            | Jane Tarnwood
            _data/authors.yml  | jtarn:\\n  name: Jane Tarnwood\\nmhill:\\n  name: Max Hill   | authors: [mhill, jtarn]  | Max Hill+Jane Tarnwood
            _data/authors.yml  | jtarn:\\n  name: Jane Tarnwood\\nmhill:\\n  name: Max Hill   | author: jtarn, mhill     | Jane Tarnwood+Max Hill
            _data/authors.yml  | jtarn:\\n  name: Jane Tarnwood                              | author: nobody           | nobody
            _data/authors.yml  | jtarn:\\n  name: Jane Tarnwood                              | author: Jane Tarnwood    | Jane Tarnwood
            _data/authors.yml  | jtarn:\\n  name: Jane Tarnwood                              | authors: [jtarn, Jane Tarnwood] | Jane Tarnwood
            _data/authors.yml  | jtarn: Jane Tarnwood                                        | author: jtarn            | Jane Tarnwood
            _data/authors.yaml | ---\\njtarn:\\n  display_name: Jane Tarnwood                | author: jtarn            | Jane Tarnwood
            _data/authors.yml  | - key: jtarn\\n  name: Jane Tarnwood                         | author: jtarn            | Jane Tarnwood
            _data/authors.yml  | - username: jtarn\\n  first_name: Jane\\n  last_name: Tarnwood | author: jtarn          | Jane Tarnwood
            _data/authors.json | {"jtarn": {"name": "Jane Tarnwood"}}                        | author: jtarn            | Jane Tarnwood
            _data/authors.json | [{"id": "jtarn", "name": "Jane Tarnwood"}]                  | author: jtarn            | Jane Tarnwood
            _data/authors.csv  | id,name,web\\njtarn,"Tarnwood, Jane",x\\nmhill,Max Hill,y     | authors: [jtarn, mhill]  | Tarnwood, Jane+Max Hill
            _data/authors/jtarn.yml | name: Jane Tarnwood                                    | author: jtarn            | Jane Tarnwood
            _authors/jane.md   | ---\\nshort_name: jtarn\\nname: Jane Tarnwood\\n---\\nWrites. | author: jtarn            | Jane Tarnwood
            _config.yml        | authors:\\n  jtarn:\\n    name: Jane Tarnwood                | author: jtarn            | Jane Tarnwood
            _data/authors.yml  | jtarn:\\n  mail: jane@news.example                           | author: jtarn            | jtarn
            _data/authors.yml  | jtarn: [                                                    | author: jtarn            | jtarn
            _data/towns.yml    | jtarn:\\n  name: Jane Tarnwood                              | author: jtarn            | jtarn
            """)
    void aKeyBecomesTheName(String file, String text, String front, String authors) throws IOException {
        write(file, text);
        Archive archive = withPost(front);
        assertEquals(List.of(authors.split("\\+")),
                archive.read(archive.files().getFirst()).posts().getFirst().authors());
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        write("_data/authors.json", "{\"jtarn\": ");
        assertEquals("author-names", withPost("author: jtarn").problems().getFirst().code());
    }

    @Test
    void anotherNameMeansThatPostsAreReadAgain() throws IOException {
        write("_data/authors.yml", "jtarn: Jane Tarnwood");
        String before = withPost("author: jtarn").settingsDigest();
        assertEquals(before, withPost("author: jtarn").settingsDigest());
        write("_data/authors.yml", "jtarn: Jane Tarnwood-Hill");
        assertNotEquals(before, withPost("author: jtarn").settingsDigest());
    }
}
