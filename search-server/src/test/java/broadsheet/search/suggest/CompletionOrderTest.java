package broadsheet.search.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.copies.StoryTable;
import broadsheet.search.SearchEngine.Suggestion;
import broadsheet.search.suggest.Completions.Entry;
import broadsheet.search.suggest.Completions.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the archive's headlines and names a text may become, and in which order. */
class CompletionOrderTest {

    private static Entry name(String text, long count) {
        return new Entry(text, Kind.NAME, count, CompletionText.words(text), StoryTable.NONE);
    }

    private static Entry headline(String text, int story) {
        return new Entry(text, Kind.HEADLINE, 1, CompletionText.words(text), story);
    }

    private static Completions headlines(String... texts) {
        return new Completions(List.of(texts).stream().map(text -> headline(text, StoryTable.NONE)).toList());
    }

    private static List<String> of(Completions completions, String typed, int size) {
        return completions.of(typed, size).stream().map(Suggestion::text).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the beginning of the text, of a word in it, and words in any order
            harb           | Harbour wall cracks again; The old harbour
            harbour w      | Harbour wall cracks again
            wall           | Harbour wall cracks again
            cracks harb    | Harbour wall cracks again
            again wall     | Harbour wall cracks again
            HARBOUR WALL   | Harbour wall cracks again
            the old        | The old harbour
            old            | The old harbour
            # finished words are whole
            old harb       | The old harbour
            ol harb        | -
            harb           | Harbour wall cracks again; The old harbour
            cracks.        | Harbour wall cracks again
            crack.         | Harbour wall cracks again
            # accents and signs
            elections      | Élections à Brest
            Élect          | Élections à Brest
            a brest        | Élections à Brest
            # one slip
            hatbour wa     | Harbour wall cracks again
            hrabour        | Harbour wall cracks again; The old harbour
            harbuor        | Harbour wall cracks again; The old harbour
            the odl        | The old harbour
            the odl harb   | The old harbour
            electoins      | Élections à Brest
            # two slips, and words that no text has
            hatbuor wa     | -
            harbour xylo   | -
            # characters
            中秋             | 中秋节快到了
            秋节             | 中秋节快到了
            # nothing
            ...            | -
            """)
    void aTextIsCompleted(String typed, String texts) {
        Completions completions = headlines("Harbour wall cracks again", "The old harbour", "Élections à Brest",
                "中秋节快到了");
        assertEquals(texts.equals("-") ? List.of() : List.of(texts.split("; ")), of(completions, typed, 5));
    }

    @Test
    void textsThatBeginAsTypedComeFirstThoseWithTheSameCapitalsBeforeAll() {
        Completions completions = headlines("Spanish polish", "We polish again", "polish, then sell",
                "Polish workers march");
        assertEquals(List.of("polish, then sell", "Polish workers march", "Spanish polish", "We polish again"),
                of(completions, "polish", 9));
        assertEquals(List.of("Polish workers march", "polish, then sell", "Spanish polish", "We polish again"),
                of(completions, "Polish", 9));
        assertEquals(List.of("polish, then sell", "Polish workers march", "Spanish polish", "We polish again"),
                of(completions, "polish,", 9));
    }

    @Test
    void aWrongLetterComesAfterTheWordAsItStands() {
        Completions completions = headlines("Wells dry up", "Walls and towers", "Old walls");
        assertEquals(List.of("Walls and towers", "Old walls", "Wells dry up"), of(completions, "walls", 9));
    }

    @Test
    void namesComeFirstWhileFewLettersAreTypedAndTheHeadlinesDoNotFit() {
        List<Entry> entries = new ArrayList<>(List.of(name("Harbour", 9), name("Harbour master", 7),
                name("Harry Bell", 5), name("harbour fees", 3)));
        IntStream.rangeClosed(1, 4).forEach(i -> entries.add(headline("Harbour news " + i, StoryTable.NONE)));
        Completions completions = new Completions(entries);
        assertEquals(List.of("Harbour", "Harbour master", "Harry Bell"), of(completions, "Har", 3));
        assertEquals(List.of("Harbour", "Harbour master", "harbour fees"), of(completions, "Harbo", 3));
        assertEquals(List.of("Harbour news 1", "Harbour news 2", "Harbour news 3"), of(completions, "Harbou", 3));
        assertEquals(List.of("Harbour news 1", "Harbour news 2", "Harbour news 3", "Harbour news 4", "Harbour"),
                of(completions, "Harbo", 5));
    }

    @Test
    void aNameBringsHowManyPostsHaveIt() {
        assertEquals(List.of(new Suggestion("tide tables", 12)), new Completions(List.of(name("tide tables", 12)))
                .of("tide", 3));
    }

    @Test
    void ofOneStoryTheFirstHeadlineThatFitsIsOffered() {
        Completions completions = new Completions(List.of(headline("Ferry sails again", 4),
                headline("Ferry sails on Monday", 4), headline("Ferry fares rise", StoryTable.NONE),
                headline("Ferry fares fall", StoryTable.NONE), headline("Ferry lost", 5)));
        assertEquals(List.of("Ferry sails again", "Ferry fares rise", "Ferry fares fall", "Ferry lost"),
                of(completions, "ferry", 9));
        assertEquals(List.of("Ferry sails on Monday"), of(completions, "ferry sails on", 9));
    }

    /** {@code tory} is one letter from {@code tony}, but five headlines have that. */
    @Test
    void aFinishedWordOfFiveTextsIsNoSlip() {
        Completions five = headlines("Tony one", "Tony two", "Tony three", "Tony four", "Tony five", "A tory vote");
        assertEquals(List.of(), of(five, "tony vot", 9));
        Completions four = headlines("Tony one", "Tony two", "Tony three", "Tony four", "A tory vote");
        assertEquals(List.of("A tory vote"), of(four, "tony vot", 9));
    }

    @Test
    void aWordOfTwoLettersIsTakenAsTyped() {
        assertEquals(List.of(), of(headlines("Cold at sea"), "it s", 9));
        assertEquals(List.of("Cold ate sea weed"), of(headlines("Cold ate sea weed"), "ite s", 9));
    }

    @Test
    void twentyWordsAreReadAndMoreAreNot() {
        String twenty = String.join(" ", IntStream.range(0, 20).mapToObj(i -> "w" + i).toList());
        assertEquals(List.of(twenty), of(headlines(twenty), twenty, 9));
        assertEquals(List.of(), of(headlines(twenty + " w20"), twenty + " w20", 9));
    }

    @Test
    void noMoreAreOfferedThanWereAskedFor() {
        Completions completions = headlines("Ferry 1", "Ferry 2", "Ferry 3");
        assertEquals(List.of("Ferry 1", "Ferry 2"), of(completions, "ferry", 2));
        assertEquals(List.of("Ferry 1", "Ferry 2", "Ferry 3"), of(completions, "ferru", 3));
        assertEquals(List.of(), of(new Completions(List.of()), "ferry", 3));
        assertEquals(3, completions.size());
    }
}
