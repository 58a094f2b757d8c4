package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Syntax;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaysOutTest {

    private final List<String> asked = new ArrayList<>();

    /** Each wider search finds seven posts. */
    private static String ways(SearchRequest request) {
        return WaysOut.of(request, wider -> 7).stream()
                .map(way -> way.dropped() + " " + way.text() + " -> " + SearchAddress.query(way.request()))
                .collect(Collectors.joining("\n"));
    }

    private List<WayOut> nothing(SearchRequest request) {
        return WaysOut.of(request, wider -> {
            asked.add(SearchAddress.query(wider));
            return 0;
        });
    }

    @Test
    void filtersThenDaysThenPartsAreDropped() {
        Filters filters = new Filters(Map.of(Filters.Name.TAG, List.of("ships")),
                Map.of(Filters.Name.AUTHOR, List.of("Ann")), Optional.of(LocalDate.of(2024, 1, 1)), Optional.empty());
        assertEquals("""
                FILTER ships -> q=sea+wall&author=-Ann&from=2024
                FILTER Ann -> q=sea+wall&tag=ships&from=2024
                DAYS  -> q=sea+wall&author=-Ann&tag=ships
                PART sea -> q=wall&author=-Ann&tag=ships&from=2024
                PART wall -> q=sea&author=-Ann&tag=ships&from=2024""",
                ways(SearchRequest.of("sea wall").withFilters(filters).withPage(3)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sea "old wall"  | PART sea -> q=%22old+wall%22; PART "old wall" -> q=sea; QUOTES  -> q=sea+old+wall
            "old wall"      | QUOTES  -> q=old+wall
            sea -wall       | PART sea -> q=-wall; PART -wall -> q=sea
            sea             | ''
            ''              | ''
            """)
    void aQueryLosesOnePartOrItsQuotationMarks(String text, String expected) {
        assertEquals(expected, ways(SearchRequest.of(text)).replace("\n", "; "));
    }

    @Test
    void whatFindsNothingIsNotOffered() {
        List<WayOut> ways = WaysOut.of(SearchRequest.of("sea wall"), wider -> wider.text().equals("sea") ? 3 : 0);
        assertEquals(1, ways.size());
        assertEquals("wall", ways.getFirst().text());
        assertEquals(3, ways.getFirst().count());
    }

    @Test
    void whereNothingHelpsTenSearchesAreTheMost() {
        assertEquals(List.of(), nothing(SearchRequest.of("a1 b2 c3 d4 e5 f6 g7")));
        assertEquals(List.of("q=b2+c3+d4+e5+f6+g7", "q=a1+c3+d4+e5+f6+g7", "q=a1+b2+d4+e5+f6+g7",
                "q=a1+b2+c3+e5+f6+g7", "q=a1+b2+c3+d4+f6+g7", "q=a1", "q=b2", "q=c3", "q=d4", "q=e5"), asked);
    }

    @Test
    void allFiltersAtOnceAreTriedBeforeSinglePartsAndExclusionsAreNoPartAlone() {
        assertEquals(List.of(), nothing(NextRequest.including(SearchRequest.of("sea -wall"), Filters.Name.TAG, "a")));
        assertEquals(List.of("q=sea+-wall", "q=-wall&tag=a", "q=sea&tag=a", "q=sea+-wall", "q=sea"), asked);
    }

    @Test
    void lucenesSyntaxIsLeftAsItIs() {
        SearchRequest lucene = SearchRequest.of("sea wall").withSyntax(Syntax.LUCENE);
        assertEquals(List.of(), nothing(lucene));
        assertEquals(List.of(), asked);
        assertEquals("FILTER a -> q=sea+wall&syntax=lucene",
                ways(NextRequest.including(lucene, Filters.Name.TAG, "a")));
    }
}
