package broadsheet.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What headers say, and what of them is logged. */
class HeadersTest {

    @Test
    void logLinesStayOneLine() {
        assertEquals("a??b?c?", Edge.printable("a\r\nb\u001Bc\u2028"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip                 | true
            br, GZIP;q=0.5       | true
            *                    | true
            ''                   | false
            gzip;q=0             | false
            gzip; q=0.0, *       | false
            br                   | false
            """)
    void compressionFollowsTheHeader(String header, boolean gzip) {
        assertEquals(gzip, Edge.takesGzip(header));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            W/"a"             | true
            "a"               | true
            "x", W/"a"        | true
            *                 | true
            "b"               | false
            a                 | false
            ''                | false
            """)
    void validatorsAreComparedWeakly(String header, boolean matches) {
        assertEquals(matches, EntityTag.matches(header, "W/\"a\""));
    }
}
