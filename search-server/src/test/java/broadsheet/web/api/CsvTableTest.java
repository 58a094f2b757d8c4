package broadsheet.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The cells of a table: RFC 4180, and nothing that a spreadsheet would run. */
class CsvTableTest {

    @Test
    void csvCellsAreQuotedAndNeverFormulas() {
        assertEquals("plain", CsvTable.cell("plain"));
        assertEquals("\"a, \"\"b\"\"\"", CsvTable.cell("a, \"b\""));
        assertEquals("'=1+1", CsvTable.cell("=1+1"));
        assertEquals("\"'@a,b\"", CsvTable.cell("@a,b"));
        for (String formula : List.of("+1", "-1", "@a", "\t=1", "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20a")) {
            assertEquals("'" + formula, CsvTable.cell(formula));
        }
        assertEquals("\"'\n=1\"", CsvTable.cell("\n=1"));
    }
}
