package broadsheet.post.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Problem;
import broadsheet.post.Problems;
import broadsheet.post.SyntaxException;
import broadsheet.post.frontmatter.FrontMatter.Form;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {

    private final Problems problems = new Problems("p.md");

    private FrontMatter read(String text) throws SyntaxException {
        return FrontMatter.of(text, problems);
    }

    private List<String> told() {
        return problems.list().stream().map(Problem::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\ntitle: Storm\n---\nRain.", "---  \ntitle: Storm\n--- \nRain.",
            "\n\n---\ntitle: Storm\n---\nRain.", "---\ntitle: Storm\n...\nRain.", "---\n\ntitle: Storm\n\n---\nRain.",
            "---\n# about\ntitle: Storm # today\n---\nRain.", "---\ntitle: 'Storm'\n---\nRain.",
            "---\ntitle: \"Storm\"\n---\nRain.", "---\ntitle:\tStorm\n---\nRain.", "---\ntitle: Storm\t\n---\nRain.",
            "+++\ntitle = \"Storm\"\n+++\nRain.", "+++ \ntitle = 'Storm'\n\n+++\nRain.",
            "{\"title\": \"Storm\"}\nRain.",
            "{\n  \"title\": \"Storm\",\n  \"x\": {\"y\": [1]}\n}\nRain.", "Title: Storm\nDate: 2020-01-01\n\nRain.",
            "title: Storm\n\nRain.", "---\ntitle : Storm\n---\nRain.", "---\ntitle: Storm\n\nRain."})
    void everyFormGivesTitleAndBody(String text) throws SyntaxException {
        FrontMatter front = read(text);
        assertEquals("Storm", front.fields().text("title"));
        assertEquals("Rain.", front.body().strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rain.", "", "\n\n", "A rule:\n\n---\n\nRain.", "---\nRain fell.\n---\nMore.", "--- a\nb",
            "{% include x.html %}\nRain.", "{{< figure >}}", "Note: this is prose.\n\nRain.", "+ list\n+ more", "---"})
    void whatIsNoFrontMatterIsBody(String text) throws SyntaxException {
        FrontMatter front = read(text);
        assertEquals(Form.NONE, front.form());
        assertEquals(text, front.body());
    }

    @Test
    void aRuleInTheBodyIsNoFence() throws SyntaxException {
        FrontMatter front = read("---\ntitle: Storm\n---\nRain.\n\n---\n\nWind.\n");
        assertEquals("Rain.\n\n---\n\nWind.\n", front.body());
        assertEquals(4, front.bodyLine());
    }

    @Test
    void theLastOfTwoKeysWinsWithAWarning() throws SyntaxException {
        assertEquals("b", read("---\ntitle: a\ntitle: b\n---\n").fields().text("title"));
        assertEquals(List.of("p.md:3:1: warning: duplicate key 'title'; the last one counts [duplicate-key]"),
                told());
    }

    @Test
    void theLastOfTwoKeysOfJsonWinsWithAWarning() throws SyntaxException {
        assertEquals("b", read("{\"title\": \"a\",\n \"title\": \"b\"}\nRain.\n").fields().text("title"));
        assertEquals(List.of("p.md:2:2: warning: duplicate key 'title'; the last one counts [duplicate-key]"),
                told());
    }

    @Test
    void sourceTextOfNumbersAndBooleansIsKept() throws SyntaxException {
        FrontMatter front = read("---\ntitle: 012\ntags: [2010, yes, 1_000, 1:30, null]\n---\n");
        assertEquals("012", front.fields().text("title"));
        assertEquals(List.of("2010", "yes", "1_000", "1:30"), front.fields().list("tags"));
    }

    @Test
    void keysAreFoundInOtherLetterCase() throws SyntaxException {
        assertEquals("Storm", read("---\nTITLE: Storm\n---\n").fields().text("title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title: Storm: the day after", "title: \"C:\\Users\\x and \\q\"", "title: @mentions",
            "title: `code` first", "title: %done", "title: 'It's here'", "title: \"Quoted\" and more",
            "title: *starred* news", "title: [Breaking] storm", "title: {Live} storm", "\ttitle: Set in",
            "title: Storm\n date: 2020-01-01", "title: Storm\nstray words",
            "title:Storm"})
    void smallSlipsAreMendedWithAWarning(String line) throws SyntaxException {
        FrontMatter front = read("---\nlayout: post\n" + line + "\ndate: 2020-01-01\n---\nRain.\n");
        assertTrue(!front.fields().text("title").isEmpty(), front.fields().toString());
        assertEquals("2020-01-01", front.fields().text("date"));
        assertTrue(problems.list().stream().anyMatch(p -> p.code().equals("yaml-mended") && p.line() >= 3),
                told().toString());
    }

    @Test
    void quotesDecodedAsControlsAreReadAsQuotes() throws SyntaxException {
        assertEquals("The mayor’s wall", read("---\ntitle: \"The mayor\u0092s wall\"\n---\n").fields().text("title"));
        assertEquals("yaml-mended", problems.list().getFirst().code());
    }

    @Test
    void mendedTitlesReadAsMeant() throws SyntaxException {
        assertEquals("Storm: the day after", read("---\ntitle: Storm: the day after\n---\n").fields().text("title"));
        assertEquals("C:\\Users and \"more\"",
                read("---\ntitle: \"C:\\Users and \\\"more\\\"\"\n---\n").fields().text("title"));
        assertEquals("It's here", read("---\ntitle: 'It's here'\n---\n").fields().text("title"));
    }

    @Test
    void whatCannotBeMendedNamesItsPlace() {
        SyntaxException e = assertThrows(SyntaxException.class, () -> read("---\na: [\nb: {\n  c: ]\n---\nRain.\n"));
        assertTrue(e.line() >= 2 && e.line() <= 5, "line " + e.line());
        assertTrue(e.column() > 0);
        assertEquals("yaml-syntax", e.code());
    }

    @Test
    void brokenTomlAndJsonNameTheirPlace() {
        SyntaxException toml = assertThrows(SyntaxException.class, () -> read("+++\na = 1\nb = = 2\n+++\n"));
        assertEquals(3, toml.line());
        assertEquals("toml-syntax", toml.code());
        SyntaxException json = assertThrows(SyntaxException.class, () -> read("{\n\"a\": 1,\n\"b\" 2\n}\n"));
        assertEquals(3, json.line());
        assertEquals("json-syntax", json.code());
    }

    @Test
    void bombsAreRefusedAtOnce() {
        List<String> bombs = List.of("a: " + "[".repeat(20_000), "a: " + "{".repeat(20_000), "- ".repeat(20_000),
                "a: &a [*a]", "a: " + "x".repeat(100_000), "? ".repeat(5_000),
                "a: &a x\nb: [" + "*a,".repeat(500) + "]",
                "a: " + "\"".repeat(30_001), "a: " + "'".repeat(30_001), "a: |\n" + " ".repeat(60_000) + "x");
        assertTimeoutPreemptively(Duration.ofSeconds(8), () -> {
            for (String bomb : bombs) {
                try {
                    read("---\n" + bomb + "\n---\nRain.\n");
                } catch (SyntaxException expected) {
                    assertTrue(expected.line() >= 1);
                }
            }
        });
    }

    @Test
    void longFrontMatterIsReadWithoutItsLongestKey() throws SyntaxException {
        FrontMatter front = read("---\na: " + "x ".repeat(40_000) + "\nb: y\n---\nRain.\n");
        assertEquals("y", front.fields().text("b"));
        assertEquals("", front.fields().text("a"));
        assertEquals("Rain.\n", front.body());
    }

    @Test
    void mergeKeysFillWhatIsMissing() throws SyntaxException {
        FrontMatter front = read("---\nbase: &b {lang: de, title: Old}\n<<: *b\ntitle: New\n---\n");
        assertEquals("New", front.fields().text("title"));
        assertEquals("de", front.fields().text("lang"));
    }

    @Test
    void docinfoOfReStructuredTextIsRead() throws SyntaxException {
        FrontMatter front = read("Storm at sea\n############\n\n:date: 2020-01-02\n:tags: rain, wind\n\nIt rained.\n");
        assertEquals("Storm at sea", front.fields().text("title"));
        assertEquals("2020-01-02", front.fields().text("date"));
        assertEquals("It rained.", front.body().strip());
    }
}
