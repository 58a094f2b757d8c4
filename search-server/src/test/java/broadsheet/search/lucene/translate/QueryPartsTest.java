package broadsheet.search.lucene.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.query.QueryNode;
import broadsheet.query.QueryReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryPartsTest {

    @TempDir
    private static Path folder;
    private static Newsrooms newsrooms;
    private static TypedWords english;

    @BeforeAll
    static void open() throws IOException {
        newsrooms = new Newsrooms(folder);
        english = Translated.typed(newsrooms.of("en"), "en");
    }

    @AfterAll
    static void close() {
        newsrooms.close();
    }

    private static String read(List<QueryNode> parts) {
        return parts.stream().map(QueryReading::of).collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            harbour tram                 | harbour, tram |      |                            |             | ''
            the harbour                  | harbour       |      |                            |             | the
            who is it                    | who, is, it   |      |                            |             | ''
            tram WHO                     | tram          |      |                            |             | WHO
            the author:lee               | ''            |      | author:lee                 |             | the
            the +tram                    | ''            | tram |                            |             | the
            tram -strike                 | tram          |      |                            | strike      | ''
            -strike                      | ''            |      |                            | strike      | ''
            tram -author:lee             | tram          |      |                            | author:lee  | ''
            +tram ferry                  | ferry         | tram |                            |             | ''
            +author:lee tram             | tram          |      | author:lee                 |             | ''
            tram author:lee tag:x lang:en| tram          |      | author:lee, tag:x, lang:en |             | ''
            tram after:2024-03-01        | tram          |      | after:2024-03-01           |             | ''
            title:tram lead:x body:y     | title:tram, lead:x, body:y |  |                   |             | ''
            a (harbour tram) the         | harbour, tram |      |                            |             | a, the
            tram OR the                  | tram OR the   |      |                            |             | ''
            "the who"                    | "the who"     |      |                            |             | ''
            the*                         | the*          |      |                            |             | ''
            C++ and                      | C++           |      |                            |             | and
            """)
    void sortsByWhatAPartDoes(String typed, String content, String required, String filters, String excluded,
            String stopWords) {
        QueryParts parts = QueryParts.of(Translated.tree(typed), english);

        assertEquals(content, read(parts.content()), "content");
        assertEquals(orNothing(required), read(parts.required()), "required");
        assertEquals(orNothing(filters), read(parts.filters()), "filters");
        assertEquals(orNothing(excluded), read(parts.excluded()), "excluded");
        assertEquals(orNothing(stopWords), read(parts.stopWords()), "stop words");
    }

    private static String orNothing(String cell) {
        return Optional.ofNullable(cell).orElse("");
    }

    @Test
    void nothingTypedHasNoParts() {
        QueryParts parts = QueryParts.of(new QueryNode.Everything(), english);

        assertEquals(new QueryParts(List.of(), List.of(), List.of(), List.of(), List.of()), parts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            (tram ferry) NEAR/5 strike         | tram NEAR/5 strike, ferry NEAR/5 strike
            strike NEAR/5 (tram ferry)         | strike NEAR/5 tram, strike NEAR/5 ferry
            (tram AND ferry) NEAR/5 strike     | tram NEAR/5 strike, ferry NEAR/5 strike
            (a b) PRE/2 (c d)                  | a PRE/2 c, a PRE/2 d, b PRE/2 c, b PRE/2 d
            (tram ferry) /s strike             | tram /s strike, ferry /s strike
            (tram "harbour bus") /p strike     | tram /p strike, "harbour bus" /p strike
            """)
    void aGroupNearAWordIsOneQuestionForEachOfItsParts(String typed, String spread) {
        assertEquals(spread, read(spread(typed).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"tram NEAR/5 strike", "(tram OR ferry) NEAR/5 strike", "tram /s strike", "tram /p (ferry OR bus)"})
    void twoPartsOrAlternativesAreOneQuestion(String typed) {
        assertEquals(Optional.empty(), spread(typed));
    }

    private static Optional<List<QueryNode>> spread(String typed) {
        return QueryParts.spread((QueryNode.Close) Translated.tree(typed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tram          | tram
            "harbour tram"| harbour tram
            elect*        | elect*
            """)
    void theTextOfALeafHasNoSigns(String typed, String text) {
        assertEquals(text, QueryParts.text(Translated.tree(typed)));
    }
}
