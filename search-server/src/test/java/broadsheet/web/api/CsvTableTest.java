package broadsheet.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The cells of a table: RFC 4180, and nothing that a spreadsheet would run. */
class CsvTableTest {

    @Test
    void csvCellsAreQuotedAndNeverFormulas() {
        assertEquals("plain", CsvTable.cell("plain"));
        assertEquals("\"a, \"\"b\"\"\"", CsvTable.cell("a, \"b\""));
        assertEquals("'=1+1", CsvTable.cell("=1+1"));
        assertEquals("\"'@a,b\"", CsvTable.cell("@a,b"));
    }
}
