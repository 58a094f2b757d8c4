package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Post;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchException;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneSyntaxTest {

    @TempDir
    private static Path folder;
    private static SearchEngine engine;

    @BeforeAll
    static void open() throws IOException {
        try (LucenePostIndexer indexer = LucenePostIndexer.open(folder, false)) {
            indexer.put("a", List.of(Post.builder("a").title("Floods in Dover").body("The sea wall held.").lang("en")
                    .authors(List.of("Ann Lee")).date(Instant.parse("2024-03-01T10:00:00Z")).build()));
            indexer.put("b", List.of(Post.builder("b").title("Hochwasser").body("Die Mauern hielten. Flood.")
                    .lang("de").date(Instant.parse("2023-01-01T10:00:00Z")).build()));
            indexer.publish(new byte[0]);
        }
        engine = LuceneSearchEngine.open(folder);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static SearchResponse search(String text) {
        return engine
                .search(SearchRequest.of(text).withSyntax(SearchRequest.Syntax.LUCENE).plain().withFoldCopies(false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            flood                 | a b
            flooding              | a
            title:flood           | a
            +flood -dover         | b
            "sea wall"            | a
            "wall sea"~3          | a
            mauer                 | b
            author:lee            | a
            author:"ann lee"      | a
            lang:de               | b
            date:[2024-01-01 TO 2024-12-31] | a
            flo*                  | a b
            dovet~1               | a
            flood^2 OR wall       | a b
            *:*                   | a b
            """)
    void findsPosts(String query, String ids) {
        List<String> found = search(query).hits().stream().map(hit -> hit.post().id()).toList();
        assertEquals(Set.of(ids.split(" ")), Set.copyOf(found));
    }

    @Test
    void marksWhatMatched() {
        assertEquals(List.of(new broadsheet.search.Hit.Mark(4, 12)),
                search("\"sea wall\"").hits().get(0).snippets().get(0).marks());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a{2000000000}/", "flood AND (", "\"open", "fn:maxgaps(1 a b)", "*ing", "a:b:c", "[1 TO",
            "flood~~~", "((((((((((((((((((a))))))))))))))))))", "a* b* c* d* e* f* g* h* i* j* k* l* m* n* o* p* q*",
            "title:/x/", "AND", "date:[x TO y]"})
    void refusesWithoutHarm(String query) {
        SearchException.BadSyntax e = assertThrows(SearchException.BadSyntax.class, () -> search(query), query);
        org.junit.jupiter.api.Assertions.assertTrue(e.position() >= 0 && e.position() <= query.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            flood /x/                      | 6  | regular expressions are not answered; write \\/ for a slash
            foo bar) baz                   | 7  | ")" cannot stand here
            é😀 )                          | 4  | ")" cannot stand here
            x AND AND y                    | 6  | "AND" cannot stand here
            a:b:c                          | 3  | ":" cannot stand here
            flood AND (                    | 11 | the text ends too early
            flood "open                    | 6  | this quote is not closed
            flood\\                         | 5  | nothing follows the backslash
            sea *ing                       | 4  | a pattern may not begin with *
            x AND date:[x TO 2024-01-01]   | 12 | expected a day like 2024-03-01, came "x"
            """)
    void namesTheSpot(String query, int position, String message) {
        SearchException.BadSyntax e = assertThrows(SearchException.BadSyntax.class, () -> search(query), query);
        assertEquals(position, e.position());
        assertEquals(message, e.getMessage());
        assertEquals(query, e.text());
    }

    @Test
    void countsOffsetsAcrossLines() {
        assertEquals(3, assertThrows(SearchException.BadSyntax.class, () -> search("a\nb) c")).position());
    }
}
