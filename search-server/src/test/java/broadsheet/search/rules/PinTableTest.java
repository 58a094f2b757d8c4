package broadsheet.search.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.owner.PinFile;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchRequest.Syntax;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which posts the owner puts first for a query. */
class PinTableTest {

    private static final PinTable PINS = new PinTable(PinFile.read("pins.txt", """
            sea wall => a.md, b.md
            Sea  Wall => c.md
            "old bridge" => d.md
            Élections => e.md
            """.getBytes(StandardCharsets.UTF_8)).pins());

    private static List<String> posts(String text, Syntax syntax, Sort sort) {
        return PINS.posts(SearchRequest.of(text).withSyntax(syntax).withSort(sort));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sea wall         | [a.md, b.md]
            ` SEA   wall `   | [a.md, b.md]
            séa wall         | [a.md, b.md]
            "old bridge"     | [d.md]
            “old bridge”     | [d.md]
            elections        | [e.md]
            old bridge       | []
            sea walls        | []
            wall sea         | []
            sea              | []
            ``               | []
            """)
    void aQueryHasThePostsOfItsFirstPin(String text, String posts) {
        assertEquals(posts, posts(text, Syntax.BOX, Sort.RELEVANCE).toString());
    }

    @ParameterizedTest
    @CsvSource({"BOX, NEWEST", "BOX, OLDEST", "LUCENE, RELEVANCE", "LUCENE, NEWEST"})
    void nothingIsPinnedByDateOrForPrograms(Syntax syntax, Sort sort) {
        assertEquals(List.of(), posts("sea wall", syntax, sort));
    }
}
