package broadsheet.search.snippet;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the snippets of a hit have shown so far. */
class ShownMarksTest {

    private static Span span(int piece, int[]... marks) {
        return new Span(piece, marks[0][0], marks[marks.length - 1][1], List.of(marks), "");
    }

    @Test
    void aMarkIsKnownByBothItsEnds() {
        ShownMarks shown = new ShownMarks();
        assertFalse(shown.has(new int[]{3, 4}));
        shown.add(new int[]{3, 4});
        assertTrue(shown.has(new int[]{3, 4}));
        assertFalse(shown.has(new int[]{3, 3}));
        assertFalse(shown.has(new int[]{4, 4}));
        assertFalse(shown.has(new int[]{4, 3}));
    }

    @Test
    void aPieceIsShownWhenAllMarksOfOneOfItsSpansAre() {
        ShownMarks shown = new ShownMarks();
        Span first = span(2, new int[]{3, 3}, new int[]{9, 9});
        Span second = span(2, new int[]{20, 20}, new int[]{21, 21});
        shown.add(new int[]{3, 3});
        shown.add(new int[]{21, 21});
        shown.check(first);
        shown.check(second);
        assertFalse(shown.tells(first));
        shown.add(new int[]{9, 9});
        assertFalse(shown.tells(first), "not before it is asked for");
        shown.check(first);
        assertTrue(shown.tells(first));
        assertTrue(shown.tells(second), "it is a place of the same piece");
        assertFalse(shown.tells(span(3, new int[]{3, 3})));
    }
}
