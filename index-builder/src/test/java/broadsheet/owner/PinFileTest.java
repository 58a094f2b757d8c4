package broadsheet.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinFileTest {

    private static PinFile read(String text) {
        return PinFile.read("pins.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPinNamesPostsInTheirOrder() {
        PinFile file = read("# first things\nwalls, towers => _posts/b.md, _posts/a\\, b.md");
        assertEquals(List.of(new Pin("walls, towers",
                List.of(new Pin.Post("_posts/b.md", 2, 18), new Pin.Post("_posts/a, b.md", 2, 31)))), file.pins());
        assertEquals(List.of(), file.problems());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sea wall         | 1:1: error: expected query => post [no-arrow]
            => _posts/a.md   | 1:1: error: expected a query before the => [empty-side]
            sea =>           | 1:7: error: expected a post behind the => [empty-side]
            sea => a.md,     | 1:13: error: expected a post beside the comma [empty-post]
            sea => a.md,a.md | 1:13: warning: this post stands in the line before [repeated-post]
            sea => a => b    | 1:10: error: expected one => in a line [second-arrow]
            """)
    void aFaultIsNamedWithItsPlace(String line, String problem) {
        assertEquals(List.of("pins.txt:" + problem), read(line).problems().stream().map(Problem::toString).toList());
    }

    @Test
    void theSameQueryPinnedTwiceCountsOnce() {
        PinFile file = read("Sea  wall => a.md\nséa WALL => b.md");
        assertEquals(
                "[pins.txt:2:1: warning: line 1 pins posts for the same query, and it alone counts [repeated-query]]",
                file.problems().toString());
        assertEquals(1, file.pins().size());
        assertEquals("a.md", file.pins().get(0).posts().get(0).id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `  Séa\tWALL `  | sea wall
            O’Neill         | o'neill
            “sea wall”      | "sea wall"
            Київ            | киів
            ｓｅａ　ｗａｌｌ | sea wall
            flood -sport    | flood -sport
            """)
    void queriesAreComparedWithoutCaseAccentsAndSpareSpace(String query, String form) {
        assertEquals(form, QueryForm.of(query));
    }
}
