package broadsheet.post.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.encoding.Lines;
import broadsheet.post.frontmatter.Value.Text;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Room post.frontmatter: headers without fences, and scalars as Ruby prints them. */
class HeaderLinesTest {

    private static Optional<FrontMatter> read(String text) {
        return HeaderLines.read(new Lines(text));
    }

    @Test
    void linesUpToTheFirstEmptyOneAreTheHeader() {
        FrontMatter front = read("Title: Storm\nDate: 2024-03-01\nTags: sea, wall\n\nRain fell.\n").orElseThrow();
        assertEquals(FrontMatter.Form.HEADER, front.form());
        assertEquals("Storm", front.fields().text("title"));
        assertEquals("sea, wall", front.fields().text("tags"));
        assertEquals("\nRain fell.\n", front.body());
        assertEquals(4, front.bodyLine());
    }

    @Test
    void anIndentedLineGoesOnWithTheValueAboveIt() {
        FrontMatter front = read("Title: Storm\nSummary: Rain\n    and wind\n\nx").orElseThrow();
        assertEquals("Rain and wind", front.fields().text("summary"));
    }

    @Test
    void aValueKnowsItsPlace() {
        Text date = (Text) read("Title: Storm\nDate: soon\n").orElseThrow().fields().exact("date").orElseThrow();
        assertEquals(2, date.line());
        assertEquals(6, date.column());
    }

    @Test
    void reStructuredTextHasItsTitleAbove() {
        FrontMatter front = read("Storm\n=====\n\n:date: 2024-03-01\n:author: Ida\n\nRain.").orElseThrow();
        assertEquals("Storm", front.fields().text("title"));
        assertEquals("2024-03-01", front.fields().text("date"));
        assertEquals("Ida", front.fields().text("author"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Note: it rained.\n\nx", "Rain fell.\nTitle: a\n", "Date: 2024-03-01\n\nx",
            "Storm\n=====\n\nRain.", "http://news.example/a\nTitle: a", "title:Storm\ndate:x", "---\n"})
    void proseIsNone(String text) {
        assertEquals(Optional.empty(), read(text));
    }

    @Test
    void aTitleAloneIsEnough() {
        assertEquals("Storm", read("Title: Storm\n\nRain.").orElseThrow().fields().text("title"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"010 | 8", "0777 | 511", "08 | 08", "yes | true", "Off | false",
            "1_000 | 1000",
            "1,000 | 1000", "+7 | 7", "-7 | -7", "0x1F | 31", "2024 | 2024", "1.50 | 1.5", "1. | 1.0",
            "0.0001 | 0.0001",
            "-0 | 0", "a1 | a1", "1a | 1a", "sea | sea", "0 | 0", "1-2 | 1-2"})
    void aPlainScalarIsPrintedAsRubyPrintsIt(String written, String printed) {
        assertEquals(printed, RubyScalar.of(new Text(written, true, 1, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"010", "yes", "1_000", "1.50"})
    void aQuotedOneStaysAsItIs(String written) {
        assertEquals(written, RubyScalar.of(new Text(written, false, 1, 1)));
    }
}
