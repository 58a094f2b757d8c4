package broadsheet.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryLimitsTest {

    private static String words(int count, String joint, String end) {
        return IntStream.range(0, count).mapToObj(i -> "wo" + (char) ('a' + i) + end)
                .collect(Collectors.joining(joint));
    }

    private static List<String> codes(String text) {
        return QueryParser.parse(text).notes().stream().map(Note::code).toList();
    }

    @ParameterizedTest
    @CsvSource({"*", "~", "?d*"})
    void eightOpenWordsAreUsed(String end) {
        assertEquals(List.of(), codes(words(8, " ", end)));
        ParsedQuery nine = QueryParser.parse(words(9, " ", end));
        assertEquals(words(8, " ", end), nine.read());
        assertEquals(List.of(new Note("pattern-limit", "Only the first 8 words with *, ? or ~ were used.")),
                nine.notes());
    }

    @Test
    void otherWordsStayWhereOpenOnesAreTooMany() {
        assertEquals(words(8, " ", "*") + " flood -wall",
                QueryParser.parse(words(12, " ", "*") + " flood -wall").read());
    }

    @ParameterizedTest
    @CsvSource({"OR", "AND"})
    void groupsLoseThemToo(String operator) {
        String joint = " " + operator + " ";
        assertEquals(words(8, joint, "*"), QueryParser.parse(words(20, joint, "*")).read());
    }

    @Test
    void starsOfAQuotationCountToo() {
        ParsedQuery parsed = QueryParser.parse("\"" + words(10, " ", "*") + "\"");
        assertEquals("\"" + words(8, " ", "*") + " woi woj\"", parsed.read());
        assertEquals(List.of("pattern-limit"), parsed.notes().stream().map(Note::code).toList());
    }

    @Test
    void anOpenWordBesideItselfIsLookedForOnce() {
        assertEquals("oil~ gas", QueryParser.parse("oil~ ".repeat(60) + "gas").read());
        assertEquals("(oil~ OR gas) (oil~ OR coal)", QueryParser.parse("(oil~ OR gas) (oil~ OR coal)").read());
    }

    @ParameterizedTest
    @CsvSource({"/p", "/s", "NEAR/3", "PRE/2"})
    void eightSignsOfNearnessAreUsed(String sign) {
        assertEquals(List.of(), codes(words(9, " " + sign + " ", "")));
        ParsedQuery more = QueryParser.parse(words(20, " " + sign + " ", ""));
        assertEquals(List.of(new Note("nearness-limit",
                "Only the first 8 signs of nearness (NEAR, PRE, /5, /s, /p) were used.")), more.notes());
        assertEquals(more.root(), QueryParser.parse(more.read()).root());
    }

    @Test
    void whatIsReadReadsTheSame() {
        for (String text : List.of("title:" + words(12, " title:", "*"), "-" + words(12, " -", "~"),
                "(" + words(12, " /p ", "*") + ")", "\"a* " + words(12, "\" \"a* ", "*") + "\"")) {
            ParsedQuery parsed = QueryParser.parse(text);
            assertEquals(parsed.root(), QueryParser.parse(parsed.read()).root(), text);
        }
    }
}
