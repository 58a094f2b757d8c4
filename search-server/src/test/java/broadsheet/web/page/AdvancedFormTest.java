package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.query.QueryParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdvancedFormTest {

    private static String text(String... fields) {
        Map<String, String> form = new java.util.HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return AdvancedForm.text(form);
    }

    @Test
    void eachFieldWritesItsOperator() {
        assertEquals("harbour ferry", text("all", "harbour ferry"));
        assertEquals("\"sea wall\"", text("phrase", "“sea  wall”"));
        assertEquals("(flood OR storm)", text("any", "flood storm"));
        assertEquals("flood", text("any", "flood"));
        assertEquals("-sport -golf", text("none", "sport -golf"));
        assertEquals("flood NEAR/10 \"sea wall\"", text("near1", "flood", "near2", "sea wall"));
        assertEquals("flood NEAR/3 wall", text("near1", "flood", "near2", "wall", "distance", "3"));
        assertEquals("title:wall author:\"Ada Quill\" category:news tag:floods",
                text("title", "wall", "author", "Ada Quill", "category", "news", "tag", "floods"));
        assertEquals("", text());
    }

    @Test
    void theDaysAndTheOrderBecomeParameters() {
        assertEquals("/search?q=wall&from=2024-01-01&sort=newest", AdvancedForm.address(
                Map.of("all", List.of("wall"), "from", List.of("2024-01-01"), "to", List.of(""), "sort",
                        List.of("newest"))));
    }

    @Test
    void whatItWritesIsReadWithoutRepairs() {
        String text = text("all", "harbour", "phrase", "a \" b", "any", "x (y", "none", "--z", "near1", "a\"", "near2",
                "b)");
        assertEquals(List.of(), QueryParser.parse(text).notes(), text);
    }
}
