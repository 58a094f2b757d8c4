package broadsheet.post.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadsheet.post.Problem;
import broadsheet.post.Problems;
import broadsheet.post.SyntaxException;
import broadsheet.post.frontmatter.Value.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Room post.frontmatter: slips in YAML, and what was meant. */
class YamlMenderTest {

    private final Problems problems = new Problems("p.md");

    private Fields read(String... lines) throws SyntaxException {
        return (Fields) YamlMender.read(String.join("\n", lines), 1000, 2, problems);
    }

    private List<Integer> mendedLines() {
        return problems.list().stream().filter(problem -> problem.code().equals("yaml-mended")).map(Problem::line)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title: Storm: the day after          | Storm: the day after
            title: A: B: C                       | A: B: C
            title:Storm                          | Storm
            title: "Storm" and rain              | "Storm" and rain
            title: 'Storm' and rain              | 'Storm' and rain
            title: "The \\d of storms"           | The \\d of storms
            title: 'It's raining'                | It's raining
            title: @storm                        | @storm
            title: % of it                       | % of it
            title: [Storm] the day after         | [Storm] the day after
            title: *Storm* again                 | *Storm* again
            title: & then                        | & then
            """)
    void aValueOnItsLineIsReadAsItStands(String line, String title) throws SyntaxException {
        assertEquals(title, read("layout: post", line, "lang: en").text("title"));
        assertEquals("en", read("layout: post", line, "lang: en").text("lang"));
        assertEquals(3, mendedLines().getFirst());
    }

    @Test
    void aTabIsASpace() throws SyntaxException {
        Fields fields = read("title:\tStorm", "tags:", "\t- sea", "\t- wall");
        assertEquals("Storm", fields.text("title"));
        assertEquals(List.of("sea", "wall"), fields.list("tags"));
        assertEquals(List.of(4, 5), mendedLines());
    }

    @ParameterizedTest
    @ValueSource(strings = {" lang: en", "  lang: en", "   lang: en"})
    void aKeyThatIsSetInTooFarBelongsToTheLeftEdge(String line) throws SyntaxException {
        Fields fields = read("title: Storm", line);
        assertEquals("Storm", fields.text("title"));
        assertEquals("en", fields.text("lang"));
        assertEquals(List.of(3), mendedLines());
    }

    @Test
    void anItemOfAListIsReadAsItStands() throws SyntaxException {
        assertEquals(List.of("sea", "@wall"), read("tags:", "- sea", "- @wall").list("tags"));
        assertEquals(List.of(4), mendedLines());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"tags: [sea, wall | sea + wall", "tags: [sea, @wall] | sea + @wall",
            "tags: [\"sea, wall] | sea + wall", "tags: [sea: a, wall: | sea: a + wall:"})
    void aListInBracketsIsCutAtItsCommas(String line, String tags) throws SyntaxException {
        assertEquals(tags, String.join(" + ", read("title: Storm", line).list("tags")));
    }

    @Test
    void aLineThatSaysNothingIsPassedOver() throws SyntaxException {
        Fields fields = read("title: Storm", "<<<<<<< HEAD of it", "lang: en");
        assertEquals("Storm", fields.text("title"));
        assertEquals("en", fields.text("lang"));
    }

    @Test
    void charactersThatYamlRefusesAreTakenOut() throws SyntaxException {
        assertEquals("Storm \u2019s end", read("title: Sto\u0007rm \u0092s end").text("title"));
        assertEquals(List.of(2), mendedLines());
    }

    @Test
    void twoSlipsAreTwoWarnings() throws SyntaxException {
        Fields fields = read("title: Storm: rain", "lang: en", "excerpt: Sea: wall");
        assertEquals("Storm: rain", fields.text("title"));
        assertEquals("Sea: wall", fields.text("excerpt"));
        assertEquals(List.of(2, 4), mendedLines());
    }

    @Test
    void aWarningSaysWhatWasWrong() throws SyntaxException {
        read("title: Storm: rain");
        assertEquals(
                "p.md:2:13: warning: mapping values are not allowed here; the line was read as it seems to be meant"
                        + " [yaml-mended]",
                problems.list().getFirst().toString());
    }

    @Test
    void goodYamlHasNoWarning() throws SyntaxException {
        assertEquals("Storm", read("title: Storm", "tags: [sea, 'the wall']").text("title"));
        assertEquals(List.of(), problems.list());
    }

    @Test
    void moreThanSixteenSlipsAreTheFirstOne() {
        String[] lines = new String[20];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "key" + i + ": a: b";
        }
        SyntaxException e = assertThrows(SyntaxException.class, () -> read(lines));
        assertEquals(2, e.line());
        assertEquals("yaml-syntax", e.code());
        assertEquals(List.of(), problems.list());
    }

    @Test
    void whatIsTooLongIsNotMended() {
        SyntaxException e = assertThrows(SyntaxException.class, () -> read("title: " + "a".repeat(1000)));
        assertEquals("yaml-too-long", e.code());
    }
}
