package broadsheet.post.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Room post.site: what the name of a post file says. */
class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            _posts/2024-03-01-sea-wall.md | 2024-03-01-sea-wall | 2024-03-01 | sea-wall      | .md   | Sea Wall
            2024-3-1-a.md                 | 2024-3-1-a          | 2024-3-1   | a             | .md   | A
            24-03-01-a.md                 | 24-03-01-a          | 24-03-01   | a             | .md   | A
            4-03-01-a.md                  | 4-03-01-a           | ''         | 4-03-01-a     | .md   | 4 03 01 A
            20240-03-01-a.md              | 20240-03-01-a       | ''         | 20240-03-01-a | .md   | 20240 03 01 A
            2024-003-01-a.md              | 2024-003-01-a       | ''         | 2024-003-01-a | .md   | 2024 003 01 A
            2024-03-01.md                 | 2024-03-01          | ''         | 2024-03-01    | .md   | 2024 03 01
            2024-03-01-.md                | 2024-03-01-         | 2024-03-01 | ''            | .md   | ''
            2024-03-01-a...md             | 2024-03-01-a..      | 2024-03-01 | a             | .md   | A
            sea_wall                      | sea_wall            | ''         | sea_wall      | ''    | Sea Wall
            .hidden                       | .hidden             | ''         | .hidden       | ''    | .hidden
            a.                            | a.                  | ''         | a             | ''    | A
            a.fr.html                     | a.fr                | ''         | a.fr          | .html | A.fr
            x/éa b.md                     | éa b                | ''         | éa b          | .md   | Éa B
            """)
    void aNameIsADateASlugAndAnExtension(String path, String base, String date, String slug, String extension,
            String words) {
        FileName name = FileName.of(path);
        assertEquals(new FileName(base, date, slug, extension), name);
        assertEquals(words, name.words());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a.md | MARKDOWN", "a.MD | MARKDOWN", "a.mdx | MARKDOWN", "a.htm | HTML",
            "a.rst | TEXT", "a.txt | TEXT", "a.jsonl | LINES", "a.ndjson | LINES", "a.xml | FEED", "a.atom | FEED"})
    void theExtensionIsTheFormat(String path, PostFormat format) {
        assertEquals(format, PostFormat.of(path).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"a.jpg", "a.css", "a", "md", ".md", "a.md.", "a.json"})
    void otherFilesHoldNoPost(String path) {
        assertEquals(java.util.Optional.empty(), PostFormat.of(path));
    }
}
