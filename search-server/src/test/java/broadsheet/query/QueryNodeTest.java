package broadsheet.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Room query: the tree as whoever walks it sees it. */
class QueryNodeTest {

    private static final QueryNode TIDE = new QueryNode.Word("tide", false);

    @ParameterizedTest
    @CsvSource(textBlock = """
            sea wall,            sea|wall,           sea tide
            sea AND wall,        sea|wall,           sea AND tide
            sea OR wall,         sea|wall,           sea OR tide
            sea NEAR/5 wall,     sea|wall,           sea NEAR/5 tide
            sea PRE/5 wall,      sea|wall,           sea PRE/5 tide
            sea /s wall,         sea|wall,           sea /s tide
            sea /p wall,         sea|wall,           sea /p tide
            title:wall,          wall,               title:tide
            title:(sea wall),    (sea wall),         title:tide
            +wall,               wall,               +tide
            -wall,               wall,               -tide
            sea (a OR b) wall,   sea|(a OR b)|wall,  sea (a OR b) tide
            """)
    void aNodeGivesItsPartsInOrderAndTakesOthers(String typed, String parts, String withTideForTheLast) {
        QueryNode node = QueryParser.parse(typed).root();
        List<String> shown = node.children().stream()
                .map(part -> part instanceof QueryNode.Group
                        ? "(" + QueryReading.of(part) + ")"
                        : QueryReading.of(part))
                .toList();
        assertEquals(parts, String.join("|", shown));
        List<QueryNode> others = new ArrayList<>(node.children());
        others.set(others.size() - 1, TIDE);
        assertEquals(withTideForTheLast, QueryReading.of(node.with(others)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sea", "\"sea wall\"~3", "sea*", "se?wall", "sea~", "date:2024", "after:2024"})
    void aLeafHasNoPartsAndStaysItself(String typed) {
        QueryNode leaf = QueryParser.parse(typed).root();
        assertEquals(List.of(), leaf.children());
        assertSame(leaf, leaf.with(List.of()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            sea,             sea
            '"sea wall"~3',  sea wall
            sea*,            sea
            se?wall,         se?wall
            sea~1,           sea
            """)
    void aTextGivesItsLettersWithoutItsSigns(String typed, String text) {
        assertEquals(text, ((QueryNode.Text) QueryParser.parse(typed).root()).text());
    }

    @Test
    void theSameNodeWithItsOwnPartsIsEqual() {
        QueryNode root = QueryParser.parse("(sea OR wall) NEAR/3 tide -title:(old \"sea wall\") +date:2024 by:smith")
                .root();
        assertEquals(root, root.with(root.children()));
        root.children().forEach(part -> assertEquals(part, part.with(part.children())));
    }
}
