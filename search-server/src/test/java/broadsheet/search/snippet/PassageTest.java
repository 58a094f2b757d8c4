package broadsheet.search.snippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextLayout;
import broadsheet.search.Hit.Mark;
import broadsheet.search.Hit.Snippet;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences as one line of text with marks. */
class PassageTest {

    private final TextAnalysis analysis = new TextAnalysis(Language.of("en"));
    private final Passage passage = new Passage(analysis);

    private static Span span(int piece, int... marks) {
        List<int[]> words = Arrays.stream(marks).mapToObj(at -> new int[]{at, at}).toList();
        return new Span(piece, marks[0], marks[marks.length - 1], words, "");
    }

    private List<Snippet> snippets(Span... spans) {
        passage.mark(List.of(spans));
        return passage.snippets(new ShownMarks(), 3, new TextLayout());
    }

    private String shown(Span... spans) {
        Snippet only = snippets(spans).getFirst();
        return SnippetTableTest.marked(only.text(), only.marks());
    }

    @Test
    void sentencesArePartedAsInTheText() {
        passage.append("  Rain\n fell. ", 200);
        passage.append("Snow came.", 202);
        passage.append("Both\tleft.\n\n", 204);
        assertEquals("Rain fell. Snow came.Both left.", shown(span(0, 900)));
    }

    @Test
    void anEmptySentenceAddsNothing() {
        passage.append("", 200);
        assertTrue(passage.isEmpty());
        passage.append(" \n", 200);
        assertTrue(passage.isEmpty());
        passage.append("Rain. ", 200);
        passage.append("  ", 201);
        assertFalse(passage.isEmpty());
        assertEquals("Rain.", shown(span(0, 900)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            300 | [The] mayor met Bell. The clerk left.
            301 | The [mayor] met Bell. The clerk left.
            303 | The mayor met [Bell]. The clerk left.
            304 | The mayor met Bell. [The] clerk left.
            306 | The mayor met Bell. The clerk [left].
            307 | The mayor met Bell. The clerk left.
            299 | The mayor met Bell. The clerk left.
            """)
    void aPositionIsMarkedInItsSentence(int position, String expected) {
        passage.append("The mayor met Bell. ", 300);
        passage.append("The clerk left.", 304);
        assertEquals(expected, shown(span(0, position)));
    }

    @Test
    void aMarkMayRunFromOneSentenceIntoTheNextOrBeyondThePassage() {
        passage.append("The mayor met Bell. ", 300);
        passage.append("The clerk left.", 304);
        assertEquals("The mayor met [Bell. The clerk] left.",
                shown(new Span(0, 303, 305, List.<int[]>of(new int[]{303, 305}), "")));
        assertEquals("[The mayor met Bell. The clerk left].",
                shown(new Span(1, 290, 400, List.<int[]>of(new int[]{290, 400}), "")));
    }

    @Test
    void aPassageThatIsNotSeenSaysSo() {
        passage.append("The mayor.", 300);
        passage.setUnseen();
        assertFalse(snippets(span(0, 301)).getFirst().seen());
    }

    @Test
    void thePartOfThePostIsThatOfTheFirstSentence() {
        TextLayout layout = new TextLayout();
        layout.setTitleEnd(2);
        layout.setExcerptEnd(150, 400);
        passage.append("The mayor.", 102);
        assertEquals(Snippet.Field.EXCERPT, passage.snippets(new ShownMarks(), 3, layout).getFirst().field());
        Passage inBody = new Passage(analysis);
        inBody.append("The mayor.", 250);
        assertEquals(Snippet.Field.BODY, inBody.snippets(new ShownMarks(), 3, layout).getFirst().field());
    }

    /** Offsets of {@code The old sea wall}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0-0         | [The] old sea wall
            2-3         | The old [sea wall]
            3-3 2-2     | The old [sea] [wall]
            2-3 3-3     | The old [sea wall]
            1-2 2-3     | The [old sea wall]
            0-0 0-3 1-1 | [The old sea wall]
            3-4         | The old sea wall
            """)
    void marksAreInOrderAndDoNotOverlap(String places, String expected) {
        String text = "The old sea wall";
        List<int[]> positions = Arrays.stream(places.split(" ")).map(place -> place.split("-"))
                .map(ends -> new int[]{Integer.parseInt(ends[0]), Integer.parseInt(ends[1])}).toList();
        List<Mark> marks = Passage.marks(new SentenceTokens(analysis, text), List.of(new Span(0, 0, 9, positions, "")));
        assertEquals(expected, SnippetTableTest.marked(text, marks));
        assertEquals(List.of(), Passage.marks(new SentenceTokens(analysis, text),
                List.of(new Span(0, 99, 99, List.<int[]>of(new int[]{99, 99}), ""))));
    }
}
