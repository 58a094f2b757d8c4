package broadsheet.search.snippet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.Hit.Mark;
import broadsheet.search.snippet.SnippetWindows.Placed;
import broadsheet.search.snippet.SnippetWindows.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where a passage is cut: in a text of words of four letters, each at five times its number. */
class SnippetWindowsTest {

    private static final String WORDS = String.join(" ", IntStream.range(0, 200).mapToObj("x%03d"::formatted).toList());

    /** A place of a piece, its words by their numbers. */
    private static Placed placed(int piece, int... words) {
        List<int[]> positions = Arrays.stream(words).mapToObj(word -> new int[]{word, word}).toList();
        return new Placed(new Span(piece, words[0], words[words.length - 1], positions, ""),
                Arrays.stream(words).mapToObj(SnippetWindowsTest::mark).toList());
    }

    private static Mark mark(int word) {
        return new Mark(5 * word, 5 * word + 4);
    }

    /** The windows as their first and last word. */
    private static List<String> windows(String text, ShownMarks shown, int most, Placed... placed) {
        List<Mark> marks = Arrays.stream(placed).flatMap(one -> one.marks().stream()).distinct()
                .sorted(Comparator.comparingInt(Mark::start)).toList();
        return new SnippetWindows(text, new ArrayList<>(List.of(placed)), marks, shown).windows(most).stream()
                .map(window -> text.substring(window.start(), window.end()))
                .map(part -> part.substring(0, 4) + " " + part.substring(part.length() - 4)).toList();
    }

    private static List<String> windows(Placed... placed) {
        return windows(WORDS, new ShownMarks(), 3, placed);
    }

    @Test
    void aTextThatFitsIsOneWindow() {
        String short60 = WORDS.substring(0, 299);
        assertEquals(List.of("x000 x059"), windows(short60, new ShownMarks(), 3, placed(0, 4)));
        assertEquals(List.of("x000 x059"), windows(short60, new ShownMarks(), 3, placed(0, 4), placed(1, 50)));
    }

    @Test
    void aTextWithoutMarksIsCutBehindItsBeginning() {
        assertEquals(List.of("x000 x059"), windows(WORDS, new ShownMarks(), 3));
    }

    /** Sixty characters before the mark are eleven whole words, and three hundred in all are sixty. */
    @Test
    void someWordsAreShownBeforeTheFirstMark() {
        assertEquals(List.of("x089 x148"), windows(placed(0, 100)));
        assertEquals(List.of("x000 x059"), windows(placed(0, 5)));
        assertEquals(List.of("x140 x199"), windows(placed(0, 190)));
    }

    @Test
    void twoMarksThatFitAreOneWindow() {
        assertEquals(List.of("x089 x148"), windows(placed(0, 100), placed(1, 140)));
    }

    /** With no word before the first mark the second one still fits. */
    @Test
    void aPieceShownWholeIsWorthMoreThanWordsBeforeIt() {
        assertEquals(List.of("x100 x159"), windows(placed(0, 100, 155)));
    }

    @Test
    void twoMarksFarApartAreTwoWindowsInTheOrderOfTheText() {
        assertEquals(List.of("x009 x068", "x140 x199"), windows(placed(0, 20), placed(1, 180)));
        assertEquals(List.of("x009 x068", "x140 x199"), windows(placed(0, 180), placed(1, 20)));
        assertEquals(List.of("x009 x068", "x140 x199"), windows(placed(0, 20, 180)));
    }

    @Test
    void noMoreWindowsAreCutThanAreWanted() {
        Placed[] three = {placed(0, 20), placed(1, 100), placed(2, 180)};
        assertEquals(3, windows(WORDS, new ShownMarks(), 3, three).size());
        assertEquals(2, windows(WORDS, new ShownMarks(), 2, three).size());
        assertEquals(1, windows(WORDS, new ShownMarks(), 1, three).size());
    }

    @Test
    void anotherPlaceOfThePieceIsNotShownAgain() {
        assertEquals(List.of("x009 x068"), windows(placed(0, 20), placed(0, 180)));
    }

    @Test
    void windowsNeverOverlap() {
        assertEquals(List.of("x049 x108", "x109 x168"), windows(placed(0, 60), placed(1, 120)));
    }

    @Test
    void whatEarlierSnippetsShowedIsShownOnlyWhereNothingElseIs() {
        ShownMarks shown = new ShownMarks();
        Placed before = placed(0, 20);
        shown.add(new int[]{20, 20});
        shown.check(before.span());
        assertEquals(List.of("x140 x199"), windows(WORDS, shown, 3, before, placed(1, 180)));
    }

    @Test
    void aPartOfAMatchThatAnEarlierSnippetShowedCountsAsShown() {
        ShownMarks shown = new ShownMarks();
        shown.add(new int[]{20, 20});
        assertEquals(List.of("x140 x199"), windows(WORDS, shown, 1, placed(0, 20, 180), placed(1, 60, 120)));
    }

    @Test
    void aWindowGivesThePartOfAMarkThatItHolds() {
        Window window = new Window(100, 200);
        assertEquals(Optional.of(new Mark(11, 21)), window.part(new Mark(110, 120), 1));
        assertEquals(Optional.of(new Mark(0, 20)), window.part(new Mark(90, 120), 0));
        assertEquals(Optional.of(new Mark(90, 100)), window.part(new Mark(190, 230), 0));
        assertEquals(Optional.of(new Mark(0, 100)), window.part(new Mark(0, 300), 0));
        assertEquals(Optional.empty(), window.part(new Mark(90, 100), 0));
        assertEquals(Optional.empty(), window.part(new Mark(200, 210), 0));
        assertEquals(List.of(true, false, false), List.of(window.holds(new Mark(100, 200)),
                window.holds(new Mark(99, 150)), window.holds(new Mark(150, 201))));
    }

    @Test
    void aTextWithoutSpacesIsCutAnywhere() {
        String letters = "a".repeat(700);
        Placed place = new Placed(new Span(0, 0, 0, List.<int[]>of(new int[]{0, 0}), ""), List.of(new Mark(400, 410)));
        List<Window> found = new SnippetWindows(letters, List.of(place), place.marks(), new ShownMarks()).windows(3);
        assertEquals(List.of(new Window(340, 640)), found);
    }
}
