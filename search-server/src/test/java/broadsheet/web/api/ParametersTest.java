package broadsheet.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchRequest.Syntax;
import broadsheet.web.http.Fault.ParameterFault;
import broadsheet.web.http.QueryString;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private static SearchParameters.Given read(String query) {
        return SearchParameters.read(QueryString.parse(query), Sort.RELEVANCE);
    }

    private static String fault(String query) {
        List<ParameterFault> faults = read(query).faults();
        assertEquals(1, faults.size(), faults::toString);
        return faults.getFirst().detail();
    }

    @Test
    void nothingGivenIsTheFirstPageOfTenWithAllCounts() {
        assertEquals(SearchRequest.of(""), read("").request());
        assertEquals(List.of(), read("").faults());
    }

    @Test
    void everyParameterIsRead() {
        SearchRequest request = read("q=sea+wall%21&category=a&category=-b&author=Ann&tag=x&tag=y&lang=en&from=2023"
                + "&to=2024-02&sort=oldest&page=3&size=20&copies=all&facets=tag,year&syntax=lucene").request();
        Filters filters = new Filters(
                Map.of(Filters.Name.CATEGORY, List.of("a"), Filters.Name.AUTHOR, List.of("Ann"), Filters.Name.TAG,
                        List.of("x", "y"), Filters.Name.LANG, List.of("en")),
                Map.of(Filters.Name.CATEGORY, List.of("b")), Optional.of(LocalDate.of(2023, 1, 1)),
                Optional.of(LocalDate.of(2024, 2, 29)));
        assertEquals(SearchRequest.of("sea wall!").withSyntax(Syntax.LUCENE).withFilters(filters).withSort(Sort.OLDEST)
                .withPage(3).withSize(20).withFoldCopies(false).withFacets(Set.of(FacetName.TAG, FacetName.YEAR)),
                request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"category=&from=&to=&sort=&page=&size=&cursor=&copies=&facets=&syntax=", "q=", "&&&", "="})
    void emptyFieldsOfAFormAreAsGoodAsNone(String query) {
        SearchParameters.Given reading = read(query);
        assertEquals(SearchRequest.of(""), reading.request());
        assertEquals(query.equals("=") ? 1 : 0, reading.faults().size());
    }

    @Test
    void noFacetsMeansNoTimelineEither() {
        SearchRequest request = read("facets=none").request();
        assertEquals(Set.of(), request.facets());
        assertEquals(false, request.timeline());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            page=0                 | page must be a whole number from 1, was "0"
            page=x                 | page must be a whole number from 1, was "x"
            page=99999999999       | page must be a whole number from 1, was "99999999999"
            size=500               | size must be between 1 and 100, was "500"
            size=-1                | size must be between 1 and 100, was "-1"
            size=10.5              | size must be between 1 and 100, was "10.5"
            sort=new               | sort must be one of relevance, newest, oldest, was "new"
            copies=none            | copies must be one of fold, all, was "none"
            syntax=sql             | syntax must be one of box, lucene, was "sql"
            explain=yes            | explain must be one of false, true, was "yes"
            facets=color           | facets must be none, or names out of category, author, tag, lang, year, was "color"
            facets=none,tag        | facets must be none, or names out of category, author, tag, lang, year, was "none"
            from=yesterday         | from must be a day (2024-03-05), a month (2024-03) or a year (2024), was "yesterday"
            to=2024-02-30          | to must be a day (2024-03-05), a month (2024-03) or a year (2024), was "2024-02-30"
            to=2024-13             | to must be a day (2024-03-05), a month (2024-03) or a year (2024), was "2024-13"
            from=2025&to=2024      | from must be no later than to (2024), was "2025"
            tag=-                  | tag must be a name, or a hyphen and a name, was "-"
            sort=newest&sort=oldest| sort must be given once, was "newest, oldest"
            cursor=c1&page=2       | page must be left out where a cursor is given, was "2"
            """)
    void aBadValueIsNamedWithWhatWouldDo(String query, String expected) {
        assertEquals(expected, fault(query));
    }

    @Test
    void pagesEndAtAThousandHits() {
        assertEquals(List.of(), read("page=100").faults());
        assertEquals(List.of(), read("page=10&size=100").faults());
        assertEquals(
                "page must be at most 100 at size 10 (for hits beyond the first 1000 use the cursor of links.next),"
                        + " was \"101\"",
                fault("page=101"));
        assertEquals(1, read("page=101").request().page());
    }

    @Test
    void anUnknownNameIsNamedWithTheKnownOnes() {
        assertEquals("unknown parameter \"limit\", expected one of author, category, copies, cursor, explain,"
                + " facets, from, lang, page, q, size, sort, syntax, tag, to", fault("q=a&limit=3"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            q=a%2Bb+c      | a+b c
            q=100%         | 100%
            q=%zz%4        | %zz%4
            q=%C3%BC       | ü
            q=a=b          | a=b
            q=first&q=two  | first
            """)
    void anyTextIsReadAsItIs(String query, String text) {
        assertEquals(text, read(query).request().text());
        assertTrue(read(query).faults().isEmpty());
    }

    @Test
    void bytesThatAreNoUtf8AreReadAsWindows1252() {
        assertEquals("ÿþ", read("q=%ff%fe").request().text());
        assertEquals("a\u0000b", read("q=a%00b").request().text());
    }
}
