package broadsheet.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.query.QueryNode.AllOf;
import broadsheet.query.QueryNode.AnyOf;
import broadsheet.query.QueryNode.Dates;
import broadsheet.query.QueryNode.Everything;
import broadsheet.query.QueryNode.Field;
import broadsheet.query.QueryNode.Fuzzy;
import broadsheet.query.QueryNode.InField;
import broadsheet.query.QueryNode.Near;
import broadsheet.query.QueryNode.Not;
import broadsheet.query.QueryNode.Phrase;
import broadsheet.query.QueryNode.Prefix;
import broadsheet.query.QueryNode.Required;
import broadsheet.query.QueryNode.Same;
import broadsheet.query.QueryNode.Sequence;
import broadsheet.query.QueryNode.Unit;
import broadsheet.query.QueryNode.Wildcard;
import broadsheet.query.QueryNode.Word;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The trees behind the readings of {@link QueryTableTest}. */
class QueryParserTest {

    private static final Word A = new Word("a", false);
    private static final Word B = new Word("b", false);
    private static final Word C = new Word("c", false);

    @Test
    void nothingTypedIsEverything() {
        assertEquals(new Everything(), root("  "));
        assertEquals("", QueryParser.parse("  ").read());
    }

    @Test
    void spaceJoinsWeakerThanOrAndOrWeakerThanAnd() {
        assertEquals(new Sequence(List.of(A, new AnyOf(List.of(B, C)))), root("a b OR c"));
        assertEquals(new AnyOf(List.of(new AllOf(List.of(A, B)), C)), root("a AND b OR c"));
        assertEquals(new AnyOf(List.of(A, new AllOf(List.of(B, C)))), root("a OR b AND c"));
    }

    @Test
    void nearnessBindsTighterThanAnd() {
        assertEquals(new AllOf(List.of(new Near(A, B, 5, false), C)), root("a NEAR/5 b AND c"));
        assertEquals(new Near(new Near(A, B, 3, true), C, 4, false), root("a PRE/3 b W/4 c"));
        assertEquals(new Same(A, B, Unit.SENTENCE), root("a /s b"));
        assertEquals(new Same(A, B, Unit.PARAGRAPH), root("a /p b"));
    }

    @Test
    void exclusionsOfATypedAndStandAtTheTop() {
        assertEquals(new Sequence(List.of(A, new Not(B))), root("a AND NOT b"));
        assertEquals(new Sequence(List.of(new AllOf(List.of(A, C)), new Not(B))), root("a AND NOT b AND c"));
    }

    @Test
    void patternsAreToldApart() {
        assertEquals(new Prefix("elect"), root("elect*"));
        assertEquals(new Wildcard("wom?n"), root("wom?n"));
        assertEquals(new Wildcard("col*r"), root("col*r"));
        assertEquals(new Fuzzy("smith", 2), root("smith~"));
        assertEquals(new Fuzzy("smith", 1), root("smith~1"));
        assertEquals(new Phrase("a b", 0), root("\"a b\""));
        assertEquals(new Phrase("a b", 5), root("\"a b\"~5"));
        assertEquals(new Required(A), root("+a"));
    }

    @Test
    void fieldHoldsAWordOrAGroup() {
        assertEquals(new InField(Field.AUTHOR, A), root("by:a"));
        assertEquals(new InField(Field.LEAD, new Sequence(List.of(A, B))), root("lead:(a b)"));
        assertEquals(new Not(new InField(Field.TAG, A)), root("-tag:a"));
        assertEquals(new Sequence(List.of(new InField(Field.TITLE, A), dates("2024-01-01", "2024-12-31"))),
                root("title:(a date:2024)"));
    }

    @Test
    void daysIncludeBothEnds() {
        assertEquals(dates("2024-02-01", "2024-02-29"), root("date:2024-02"));
        assertEquals(dates("2024-01-01", "2024-03-31"), root("date:2024-01..2024-03"));
        assertEquals(new Dates(Optional.of(LocalDate.of(2024, 3, 1)), Optional.empty()), root("after:2024-03"));
        assertEquals(new Dates(Optional.empty(), Optional.of(LocalDate.of(2024, 3, 31))), root("before:2024-03"));
    }

    @Test
    void capitalsAreAnAcronymOnlyBesideOtherLetters() {
        assertEquals(new Sequence(List.of(new Word("US", true), new Word("vote", false))), root("US vote"));
        assertEquals(new Sequence(List.of(new Word("U.S.", true), new Word("vote", false))), root("U.S. vote"));
        assertEquals(new Sequence(List.of(new Word("US", false), new Word("VOTE", false))), root("US VOTE"));
        assertEquals(new Word("US", false), root("US"));
        assertEquals(new Sequence(List.of(new Word("LONDON", false), A)), root("LONDON a"));
        assertEquals(new Sequence(List.of(new Word("US", true), new Word("\u9009\u4e3e", false))),
                root("US \u9009\u4e3e"));
        assertEquals(new Sequence(List.of(new Word("OR", true), new Word("fire", false))), root("OR, fire"));
    }

    @Test
    void onlyTheFirst64WordsAreUsed() {
        ParsedQuery parsed = QueryParser.parse("tram ".repeat(65));
        assertEquals("tram ".repeat(64).strip(), parsed.read());
        assertEquals(List.of(new Note("word-limit", "Only the first 64 words were used.")), parsed.notes());
        assertEquals(List.of(), QueryParser.parse("tram ".repeat(64)).notes());
    }

    @Test
    void phraseIsCutAtTheWordLimit() {
        assertEquals("\"" + "a ".repeat(64).strip() + "\"", QueryParser.parse("\"" + "a ".repeat(70) + "\"").read());
        assertEquals("x \"" + "a ".repeat(63).strip() + "\"",
                QueryParser.parse("x \"" + "a ".repeat(70) + "\" y").read());
    }

    @Test
    void onlyTheFirst2000CharactersAreUsed() {
        ParsedQuery parsed = QueryParser.parse("x".repeat(2_001));
        assertEquals("x".repeat(2_000), parsed.read());
        assertEquals(List.of(new Note("length-limit", "Only the first 2000 characters were used.")), parsed.notes());
        String word = "x".repeat(998);
        assertEquals(word + " " + word, QueryParser.parse(word + " " + word + " tram").read());
    }

    @Test
    void readingIsNeverLongerThanTheLimit() {
        ParsedQuery parsed = QueryParser.parse("by:a|".repeat(40) + "x".repeat(1_790));
        assertTrue(parsed.read().length() <= 2_000, () -> "length " + parsed.read().length());
        assertEquals(List.of("length-limit"), parsed.notes().stream().map(Note::code).distinct().toList());
        QueryLawTest.assertReadsTheSame("by:a|".repeat(40) + "x".repeat(1_790));
    }

    @Test
    void bracketsBeyond32AreFlattened() {
        String deep = "(a OR (b ".repeat(20) + "))".repeat(20);
        ParsedQuery parsed = QueryParser.parse(deep);
        assertEquals(32, Brackets.depth(parsed.read()));
        assertEquals(List.of("depth-limit"), parsed.notes().stream().map(Note::code).toList());
        assertEquals(List.of(), QueryParser.parse("(".repeat(32) + "a" + ")".repeat(32)).notes());
        assertEquals("a", QueryParser.parse("(".repeat(33) + "a" + ")".repeat(33)).read());
    }

    @Test
    void notesStandInTheOrderOfTheTextAndOnce() {
        assertEquals(List.of("stray-sign", "bad-date", "repeated-operator", "unclosed-quote"),
                QueryParser.parse("- date:x a OR OR b - \"c").notes().stream().map(Note::code).toList());
    }

    @Test
    void loneOperatorIsAWord() {
        assertEquals(new Word("NEAR/5", false), root("NEAR/5"));
        assertEquals(new Word("5", false), root("/5"));
        assertEquals(new Word("AND", false), root("AND OR"));
        assertEquals(new Everything(), root("&&"));
    }

    private static QueryNode root(String typed) {
        return QueryParser.parse(typed).root();
    }

    private static Dates dates(String from, String to) {
        return new Dates(Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(to)));
    }
}
