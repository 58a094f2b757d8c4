package broadsheet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Report report = new Report("two jars");

    @Test
    void equalTextsAreCounted() {
        report.compare("plain", "sea", "a", "a");
        report.compare("plain", "wall", "b", "b");
        assertEquals(2, report.compared());
        assertEquals(0, report.different());
    }

    @Test
    void aDifferenceIsShownFromWhereTheTextsPart() {
        report.compare("plain", "sea", "{\"total\":7}", "{\"total\":8}");
        assertEquals(1, report.different());
        assertTrue(report.toString().contains("""
                plain: sea
                  before: (9) {"total":7}
                  after:  (9) {"total":8}
                """), report.toString());
    }

    @Test
    void aFactThatOneSideLacksIsADifference() {
        report.compare(Map.of("term all_en\tsea", "posts 1", "term all_en\twall", "posts 2"),
                Map.of("term all_en\tsea", "posts 1", "stored\ta.md", "x"));
        assertEquals(3, report.compared());
        assertEquals(2, report.different());
        assertTrue(report.toString().contains("term all_en: wall"), report.toString());
        assertTrue(report.toString().contains("stored: a.md"), report.toString());
    }

    @Test
    void answersThatAreEqualWhenAskedAgainAreCountedApart() {
        report.unsteady("plain", "sea", "a", "b");
        assertEquals(1, report.compared());
        assertEquals(0, report.different());
        assertEquals(1, report.unsteady());
    }
}
