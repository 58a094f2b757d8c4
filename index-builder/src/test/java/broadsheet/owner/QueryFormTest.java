package broadsheet.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which queries are the same to the owner. */
class QueryFormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sea wall          | sea wall
            ` sea\t\n wall  ` | sea wall
            SEA Wall          | sea wall
            Séà wàll          | sea wall
            sea　wall          | sea wall
            ｓｅａ wall          | sea wall
            ﬁsh               | fish
            “sea” ‘wall’      | "sea" 'wall'
            „sea“ «wall»      | "sea" "wall"
            don’t             | don't
            Ångström          | angstrom
            Đà Nẵng           | đa nang
            title:sea         | title:sea
            sea OR wall       | sea or wall
            中秋                | 中秋
            ``                | ``
            `   `             | ``
            """)
    void caseAccentsQuotationMarksAndSpaceDoNotCount(String query, String form) {
        assertEquals(form, QueryForm.of(query));
        assertEquals(form, QueryForm.of(form), "the form of a form is the form");
    }

    @ParameterizedTest
    @CsvSource({"sea wall, seawall", "sea wall, wall sea", "sea wall, sea-wall", "sea, \"sea\"", "sea, sea.",
            "sea, -sea", "straße, strasse"})
    void everyOtherSignCounts(String left, String right) {
        assertNotEquals(QueryForm.of(left), QueryForm.of(right));
    }
}
