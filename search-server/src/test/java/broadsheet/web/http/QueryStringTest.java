package broadsheet.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryStringTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            q=sea+wall                | q=sea%20wall
            q=sea%20wall              | q=sea%20wall
            q=a%2Bb                   | q=a%2Bb
            q                         | q=
            q=                        | q=
            q=a=b                     | q=a%3Db
            =x                        | =x
            tag=a&tag=b               | tag=a&tag=b
            b=1&a=2                   | b=1&a=2
            &&q=a&                    | q=a
            ''                        | ''
            q=100%                    | q=100%25
            q=%C3%BC                  | q=%C3%BC
            q=%ff                     | q=%C3%BF
            na%20me=v                 | na%20me=v
            q=a;b                     | q=a%3Bb
            """)
    void anAddressIsReadWhateverItHolds(String raw, String read) {
        assertEquals(read, QueryString.parse(raw).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            q=a&q=b      | a
            q=&q=b       | ''
            q            | ''
            Q=a          | none
            x=a          | none
            ''           | none
            """)
    void theFirstValueOfANameCounts(String raw, String first) {
        assertEquals(first, QueryString.parse(raw).first("q").orElse("none"));
    }

    @Test
    void emptyFieldsOfAFormHaveNoValues() {
        QueryString query = QueryString.parse("tag=a&tag=&tag=+&tag=b&lang=");
        assertEquals(List.of("a", "b"), query.all("tag"));
        assertEquals(List.of(), query.all("lang"));
        assertEquals(List.of(), query.all("author"));
        assertEquals(Optional.of(""), query.first("lang"));
    }

    @Test
    void eachNameIsGivenOnceInItsOrder() {
        assertEquals(List.of("tag", "q", "lang"), List.copyOf(QueryString.parse("tag=a&q=x&tag=b&lang=&q=y").names()));
        assertEquals(List.of(), List.copyOf(QueryString.EMPTY.names()));
    }

    @Test
    void ofTooManyParametersOneMoreThanTheMostIsRead() {
        assertEquals(1001, QueryString.parse("a&".repeat(30_000)).parameters().size());
        assertEquals(1000, QueryString.parse("a=b&&".repeat(1000)).parameters().size());
    }
}
