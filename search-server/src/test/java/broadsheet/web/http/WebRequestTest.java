package broadsheet.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebRequestTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/posts/_posts/a.md      | _posts/a.md
            /api/v1/posts/_posts%2Fa.md    | _posts/a.md
            /api/v1/posts/a+b%20c.md       | a+b c.md
            /api/v1/posts/%C3%BC.md        | ü.md
            /api/v1/posts/100%.md          | 100%.md
            /api/v1/posts/                 | ''
            /api/v1/posts                  | ''
            """)
    void theRestOfAPathIsDecoded(String path, String rest) {
        assertEquals(rest, Requests.get(path).pathAfter("/api/v1/posts/"));
    }

    @Test
    void aHeaderThatIsNotThereIsEmpty() {
        assertEquals("de", Requests.get("/", "Accept-Language", "de").header("Accept-Language"));
        assertEquals("", Requests.get("/").header("Accept-Language"));
    }

    @Test
    void aLongTextIsCutForTheLogAtWholeCharacters() {
        assertEquals("a".repeat(200), Edge.printable("a".repeat(201)));
        assertEquals("\uD83D\uDE00".repeat(200), Edge.printable("\uD83D\uDE00".repeat(300)));
        assertEquals("?".repeat(200), Edge.printable("\n".repeat(200)));
    }
}
