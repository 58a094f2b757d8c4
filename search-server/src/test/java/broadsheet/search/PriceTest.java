package broadsheet.search;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "flood", "sea wall", "\"sea wall\" -council",
            "who pays for the new sea wall in the harbour?",
            "climat*", "wom?n elect*", "smith~", "a NEAR/5 b", "flood /p wall", "by:smith title:wall date:2024..2026",
            "24/7", "https://news.example/2024/03/01/sea-wall.html", "特斯拉2022年交付量", "الميناء القديم", "AT&T C++",
            "Council votes to keep the old harbour wall after a long night of talks with the families of the fishermen"})
    void whatPeopleTypeIsPlain(String text) {
        assertFalse(SearchRequest.of(text).isDear());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a* b* c* d*", "the /p the /p the /p the", "oil~2 gas~2 coal~2 wood~2", "*a* *b* ?c?",
            "a NEAR/3 b NEAR/3 c NEAR/3 d", "a NEAR5 b ADJ5 c PRE5 d", "the\t/p\tthe\u00A0/p\u3000the /p\nthe",
            "title:(a NEAR3 b) ADJ2 c NEAR3 d"})
    void whatTakesLongIsDear(String text) {
        assertTrue(SearchRequest.of(text).isDear());
    }

    @Test
    void aLongTextIsDear() {
        assertTrue(SearchRequest.of("wall ".repeat(40)).isDear());
        assertTrue(SearchRequest.of("a-".repeat(100)).isDear());
        assertTrue(SearchRequest.of("经".repeat(200)).isDear());
    }

    @Test
    void muchOfAnAnswerIsDear() {
        SearchRequest plain = SearchRequest.of("wall");
        assertFalse(plain.withSize(100).isDear());
        assertFalse(plain.withExplain(true).isDear());
        assertTrue(plain.withSize(100).withExplain(true).isDear());
        assertTrue(plain.withText("wal*").withSyntax(SearchRequest.Syntax.LUCENE).withSize(100).isDear());
    }
}
