package broadsheet.post.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import broadsheet.post.Problems;
import broadsheet.post.SyntaxException;
import broadsheet.post.frontmatter.JsonReader;
import broadsheet.post.frontmatter.Value.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Room post.reading: wrecked characters in entries of a file that holds several posts. */
class EntryRepairTest {

    private final EntryRepair repair = new EntryRepair();

    private static Fields fields(String json) throws SyntaxException {
        return JsonReader.read(json, 0, 7, new Problems("p.jsonl")).fields();
    }

    private List<String> reported() {
        Problems problems = new Problems("p.jsonl");
        repair.report(problems);
        return problems.list().stream().map(Object::toString).toList();
    }

    @Test
    void textsArePutRightInListsAndMapsToo() throws SyntaxException {
        Fields fields = repair.repair(fields(
                "{\"title\":\"Hereâ€™s rain\",\"tags\":[\"sea\",\"cafÃ©\"],\"author\":{\"name\":\"JosÃ©\"},\"n\":7}"));
        assertEquals("Here’s rain", fields.text("title"));
        assertEquals(List.of("sea", "café"), fields.list("tags"));
        assertEquals("José", fields.fields("author").text("name"));
        assertEquals("7", fields.text("n"));
    }

    @Test
    void itReportsHowMuchAtTheFirstPlace() throws SyntaxException {
        repair.repair(fields("{\"a\":\"b\",\"title\":\"Hereâ€™s\"}"));
        repair.repair(fields("{\"title\":\"cafÃ©\"}"));
        assertEquals(List.of("p.jsonl:7:18: info: 5 characters were text decoded wrongly and read as the 2 they once"
                + " were [mojibake-repaired]"), reported());
    }

    @Test
    void aGoodEntryIsTheSame() throws SyntaxException {
        Fields fields = fields("{\"title\":\"Here’s rain\",\"body\":\"a\\nb\"}");
        assertSame(fields, repair.repair(fields));
        assertEquals(List.of(), reported());
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "link", "permalink", "guid", "id", "slug", "external_url", "URL", "image", "Cover",
            "aliases"})
    void addressesStayAsTheyAreWritten(String key) throws SyntaxException {
        Fields fields = repair.repair(fields("{\"title\":\"cafÃ©\",\"" + key + "\":\"/cafÃ©\"}"));
        assertEquals("café", fields.text("title"));
        assertEquals("/cafÃ©", fields.text(key));
    }

    @Test
    void textsOfSeveralLinesKeepThem() throws SyntaxException {
        Fields fields = repair.repair(fields(
                "{\"body\":\"Itâ€™s\\n\\nrain\",\"title\":\"\",\"excerpt\":\"\\n\",\"tags\":[\"cafÃ©\\n\"]}"));
        assertEquals("It’s\n\nrain", fields.text("body"));
        assertEquals("", fields.text("title"));
        assertEquals("café\n", fields.list("tags").getFirst());
    }
}
