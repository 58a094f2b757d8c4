package broadsheet.search.snippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences of a text by number, read from its bytes. */
class SentencesTest {

    private static final MadeText TEXT = new MadeText("T Old mayor", "E The café opens.", "E Rain fell.",
            "B 市长在码头等候。", "B Don't go, O'Neill!", "B¶ Ένα τέλος: 10,000.");

    private final Sentences sentences = TEXT.sentences();

    @Test
    void aSentenceIsReadWithTheSpaceBehindIt() {
        assertEquals(5, sentences.count());
        assertEquals("The café opens. ", sentences.text(0));
        assertEquals("Rain fell. ", sentences.text(1));
        assertEquals("市长在码头等候。", sentences.text(2));
        assertEquals("Don't go, O'Neill! ", sentences.text(3));
        assertEquals("Ένα τέλος: 10,000. ", sentences.text(4));
    }

    @Test
    void lettersAndDigitsInLowerCaseAreWhatIsCompared() {
        assertEquals("thecaféopens", sentences.letters(0));
        assertEquals("市长在码头等候", sentences.letters(2));
        assertEquals("dontgooneill", sentences.letters(3));
        assertEquals("ένατέλος10000", sentences.letters(4));
    }

    @Test
    void aPositionIsInItsSentenceAndOneBeforeTheTextInTheFirst() {
        assertEquals(0, sentences.at(0));
        assertEquals(0, sentences.at(TEXT.position("café")));
        assertEquals(1, sentences.at(TEXT.position("rain")));
        assertEquals(2, sentences.at(TEXT.position("码")));
        assertEquals(3, sentences.at(TEXT.position("go")));
        assertEquals(4, sentences.at(TEXT.position("τέλος")));
        assertEquals(4, sentences.at(9_999));
    }

    @Test
    void onlyTheSameParagraphOfTheSamePartGoesOn() {
        assertFalse(sentences.goesOn(0));
        assertTrue(sentences.goesOn(1));
        assertFalse(sentences.goesOn(2), "the body does not go on in the excerpt's paragraph");
        assertTrue(sentences.goesOn(3));
        assertFalse(sentences.goesOn(4));
        assertFalse(sentences.goesOn(5));
    }

    /** Lengths in characters: 16, 11, 8, 19, 19; the Chinese sentence takes 24 bytes. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 0, 16, true
            0, 0, 15, false
            0, 1, 27, true
            0, 1, 26, false
            2, 2, 8, true
            2, 2, 7, false
            2, 2, 6, false
            2, 2, 5, false
            4, 4, 19, true
            4, 4, 18, false
            0, 4, 73, true
            0, 4, 72, false
            0, 4, 1, false
            3, 2, 0, true
            """)
    void lengthsAreCountedInCharacters(int first, int last, int most, boolean fit) {
        assertEquals(fit, sentences.fit(first, last, most));
    }
}
