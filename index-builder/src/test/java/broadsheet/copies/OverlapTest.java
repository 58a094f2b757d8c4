package broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of two texts is in both, counted hash by hash. */
class OverlapTest {

    private static final boolean YES = true;
    private static final boolean NO = false;

    private static String counts(Overlap overlap) {
        return overlap.both + "/" + overlap.either + " left " + overlap.left + " rare " + overlap.rareBoth + "/"
                + overlap.rareEither + " own " + overlap.ownBoth + "/" + overlap.ownEither;
    }

    @Test
    void eachHashIsCountedByWhoHasItAndHowRareItIs() {
        Overlap overlap = new Overlap();
        overlap.count(YES, YES, YES, YES);
        assertEquals("1/1 left 1 rare 1/1 own 1/1", counts(overlap));
        overlap.count(YES, NO, YES, NO);
        assertEquals("1/2 left 2 rare 1/2 own 1/1", counts(overlap));
        overlap.count(NO, YES, NO, NO);
        assertEquals("1/3 left 2 rare 1/2 own 1/1", counts(overlap));
        overlap.count(YES, YES, NO, NO);
        assertEquals("2/4 left 3 rare 1/2 own 1/1", counts(overlap));
        overlap.clear();
        assertEquals("0/0 left 0 rare 0/0 own 0/0", counts(overlap));
    }

    @ParameterizedTest
    @CsvSource({"5, 5, 0, 1", "5, 0, 0, 1", "5, 20, 0, 1", "5, 0, 20, 1", "5, 20, 5, 0.5", "1, 3, 9, 0.25",
            "0, 3, 9, 0"})
    void theShorterTextIsContainedInTheLonger(int both, int leftAlone, int rightAlone, double contained) {
        Overlap overlap = new Overlap();
        add(overlap, both, YES, YES);
        add(overlap, leftAlone, YES, NO);
        add(overlap, rightAlone, NO, YES);
        assertEquals(contained, overlap.contained(), 1e-9);
    }

    private static void add(Overlap overlap, int count, boolean inLeft, boolean inRight) {
        for (int i = 0; i < count; i++) {
            overlap.count(inLeft, inRight, YES, YES);
        }
    }

    /** Of what was counted {@code both} are shared and {@code alone} are not; {@code rest} may all be shared. */
    @ParameterizedTest
    @CsvSource({"0, 10, 10, false", "0, 10, 9, true", "0, 11, 10, true", "5, 5, 0, false", "4, 5, 0, true",
            "4, 5, 1, false", "0, 0, 0, false", "0, 1, 0, true"})
    void aShareOfHalfIsOutOfReach(int both, int alone, int rest, boolean cannot) {
        Overlap overlap = new Overlap();
        add(overlap, both, YES, YES);
        add(overlap, alone, YES, NO);
        assertEquals(cannot, overlap.cannotReach(.5, rest));
    }

    @Test
    void oneOfTheMeasuresIsEnough() {
        Overlap overlap = new Overlap();
        overlap.count(YES, YES, YES, YES);
        for (int i = 0; i < 9; i++) {
            overlap.count(YES, NO, NO, NO);
        }
        assertEquals(false, overlap.cannotReach(.5, 0), "all that is rare is in both");
        assertEquals(true, overlap.cannotReach(1.1, 0));
    }
}
