package broadsheet.search.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How completions compare texts: by words without case, accents and signs, with one slip at most. */
class CompletionTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Harbour wall         | harbour wall
            “Sea-wall”: £5m      | sea wall 5m
            Élections            | elections
            Ann O'Neill          | ann oneill
            Ann O’Neill          | ann oneill
            10,000 ships         | 10 000 ships
            C++                  | c
            中秋节                  | 中 秋 节
            中秋 Festival          | 中 秋 festival
            Straße               | strasse
            ĐÀ NẴNG              | da nang
            हिन्दी               | हिन्दी
            `  spaced   out  `   | spaced out
            --- … !              | ``
            ``                   | ``
            """)
    void aTextIsItsWords(String text, String words) {
        assertEquals(words, String.join(" ", CompletionText.words(text)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            harbour, harbour, true
            harbour, hatbour, true
            harbour, harbou, true
            harbour, arbour, true
            harbour, harbor, true
            harbour, harbourr, true
            harbour, xharbour, true
            harbour, hrabour, true
            harbour, harbuor, true
            harbour, ahrbour, true
            harbour, harborr, true
            harbour, hatbuor, false
            harbour, harbo, false
            harbour, rbour, false
            harbour, harbourxx, false
            harbour, xxharbour, false
            harbour, quay, false
            ab, ba, true
            ab, cd, false
            a, b, true
            a, '', true
            '', '', true
            ab, '', false
            """)
    void oneSlipIsNear(String left, String right, boolean near) {
        assertEquals(near, CompletionText.isNear(left, right));
        assertEquals(near, CompletionText.isNear(right, left));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # the beginning of the word as it is
            harbour, harb, true, true
            harbour, harbour, true, true
            harbour, '', true, true
            # a letter wrong
            harbour, hatb, true, true
            harbour, xarb, true, true
            harbour, harx, true, true
            # two swapped
            harbour, hrab, true, true
            harbour, ahrb, true, true
            harbour, habr, true, true
            # a letter missing
            harbour, habou, true, false
            harbour, arbou, true, false
            # a letter too many
            harbour, harrb, true, false
            harbour, xharb, true, false
            harbour, harbourr, true, false
            # two slips
            harbour, hatx, false, false
            harbour, xatbo, false, false
            harbour, quay, false, false
            # longer than the word by two
            harb, harbour, false, false
            """)
    void aBeginningWithOneSlipIsNear(String word, String beginning, boolean near, boolean oneWrong) {
        assertEquals(near, CompletionText.beginsNear(word, beginning));
        assertEquals(oneWrong, CompletionText.beginsWithOneWrong(word, beginning));
    }
}
