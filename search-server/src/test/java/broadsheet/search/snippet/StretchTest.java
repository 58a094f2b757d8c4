package broadsheet.search.snippet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stretches of sentences and spans of tokens: both ends count. */
class StretchTest {

    @ParameterizedTest
    @CsvSource({"2, 4, 1, false", "2, 4, 2, true", "2, 4, 3, true", "2, 4, 4, true", "2, 4, 5, false", "3, 3, 3, true"})
    void aStretchHoldsItsSentences(int first, int last, int sentence, boolean holds) {
        assertEquals(holds, new Stretch(first, last).holds(sentence));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2, 4, 2, 4, true, true, 2, 4
            2, 4, 3, 3, true, true, 2, 4
            2, 4, 1, 3, false, true, 1, 4
            2, 4, 4, 6, false, true, 2, 6
            2, 4, 1, 9, false, true, 1, 9
            2, 4, 5, 6, false, false, 2, 6
            2, 4, 0, 1, false, false, 0, 4
            """)
    void twoStretchesAreCompared(int first, int last, int otherFirst, int otherLast, boolean holds, boolean overlaps,
            int withFirst, int withLast) {
        Stretch stretch = new Stretch(first, last);
        Stretch other = new Stretch(otherFirst, otherLast);
        assertEquals(holds, stretch.holds(other));
        assertEquals(overlaps, stretch.overlaps(other));
        assertEquals(overlaps, other.overlaps(stretch));
        assertEquals(new Stretch(withFirst, withLast), stretch.with(other));
        assertEquals(new Stretch(withFirst, withLast), other.with(stretch));
    }

    @Test
    void aSpanIsAsLongAsItsTokens() {
        assertEquals(1, new Span(0, 7, 7, List.of(), "").length());
        assertEquals(4, new Span(0, 7, 10, List.of(), "").length());
    }
}
