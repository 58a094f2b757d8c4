package broadsheet.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
            ;                    | false
            ,;,                  | false
            ;q=1                 | false
            gzip;                | true
            gzip;Q=0             | false
            gzip ; q=0.000       | false
            gzip;q=0.001         | true
            """)
    void compressionFollowsTheHeader(String header, boolean gzip) {
        assertEquals(gzip, Sending.takesGzip(header));
    }

    /** A regular expression took 14 s for the first of these, and the square of the length for each. */
    @Test
    @Timeout(10)
    void sixtyThousandCharactersOfAnyKindAreReadOnce() {
        for (String part : List.of(" ", ";", ",", "\t", ";q=", "gzip ;", "q=0", "*")) {
            assertFalse(Sending.takesGzip("gzip" + part.repeat(60_000) + "x") && part.isBlank());
            EntityTag.matches("W/" + part.repeat(60_000), "W/\"a\"");
        }
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
