package broadsheet.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.FileReading;
import broadsheet.post.Post;
import broadsheet.post.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Front matter beyond the limit costs its longest key, not the post. */
class LongFrontMatterTest {

    @TempDir
    private Path folder;

    /** @param front a line of it, what is repeated, how often, and a line after that */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --- | gallery:       | `\n  - image: /img/regatta/0001.jpg\n    caption: The boats at the pier` | 1300   | ''             | gallery
            --- | gallery:       | `\n- image: /img/regatta/0001.jpg\n  caption: The boats at the pier`   | 1300   | ''             | gallery
            --- | `image: data:image/png;base64,` | iVBORw0KGgo                                      | 40000  | ''             | image
            --- | `image: "data:image/png;base64,` | iVBORw0KGgo                                     | 40000  | `"`            | image
            --- | `header:\n  image: data:image/png;base64,` | iVBORw0KGgo                           | 40000  | ''             | header
            --- | `css: >`       | `\n  p { color: red }`                                           | 5000   | ''             | css
            +++ | `picture = "data:image/png;base64,` | iVBORw0KGgo                                  | 40000  | `"`            | picture
            +++ | `more = 1`     | `\n[[gallery]]\nimage = "/img/0001.jpg"\ncaption = "The boats at the pier"` | 1300 | '' | gallery
            """)
    void theLongestKeyIsPassedOverWithAWarning(String fence, String key, String repeated, int times, String end,
            String named) throws IOException {
        String is = fence.equals("---") ? ": " : " = ";
        String quote = fence.equals("---") ? "" : "\"";
        String text = fence + "\ntitle" + is + quote + "Regatta" + quote + "\ndate" + is + "2024-03-01T09:00:00Z\n"
                + key.replace("\\n", "\n") + repeated.replace("\\n", "\n").repeat(times) + end.replace("''", "") + "\n"
                + (fence.equals("---") ? "author: Jane Tarnwood\n" : "") + fence + "\nThe boats came in.\n";
        Files.writeString(folder.resolve("2024-02-02-regatta.md"), text);
        Archive archive = Archive.open(List.of(folder), ReadOptions.defaults());
        FileReading reading = archive.read(archive.files().getFirst());
        assertEquals(1, reading.posts().size(), reading.problems().toString());
        Post post = reading.posts().getFirst();
        assertEquals("Regatta", post.title());
        assertEquals("The boats came in.", post.body());
        assertEquals(Optional.of(Instant.parse("2024-03-01T09:00:00Z")), post.date());
        assertEquals(fence.equals("---") ? List.of("Jane Tarnwood") : List.of(), post.authors());
        assertEquals(1, reading.problems().size(), reading.problems().toString());
        assertEquals("front-matter-too-long", reading.problems().getFirst().code());
        assertEquals(true, reading.problems().getFirst().message().contains("'" + named + "'"),
                reading.problems().toString());
    }
}
