package broadsheet.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where sentences stand by position and by byte, and that their code holds all of it. */
class TextLayoutTest {

    private final TextLayout layout = new TextLayout();

    /** A headline of 4 tokens, an excerpt of one sentence, a body of two paragraphs. */
    @BeforeEach
    void aPost() {
        layout.clear();
        layout.setTitleEnd(4);
        layout.add(104, 0, true, true);
        layout.setExcerptEnd(110, 32);
        layout.add(210, 32, true, true);
        layout.add(217, 60, false, true);
        layout.add(225, 101, true, false);
        layout.add(240, 180, true, true);
    }

    @Test
    void theLastEntryClosesTheTextAndIsNoSentence() {
        assertEquals(4, layout.sentences());
    }

    @ParameterizedTest
    @CsvSource({"104, 0", "109, 0", "210, 1", "216, 1", "217, 2", "224, 2", "225, 3", "239, 3", "900, 3", "3, -1",
            "0, -1"})
    void aPositionBelongsToTheSentenceThatBeganLast(int position, int sentence) {
        assertEquals(sentence, layout.sentenceAt(position));
    }

    @Test
    void partsBeginAfterAGap() {
        assertEquals(4, layout.titleEnd());
        assertEquals(110, layout.excerptEnd());
        assertEquals(110 + TextLayout.GAP, layout.bodyStart());
        assertEquals(32, layout.excerptBytes());
    }

    @Test
    void theLeadEndsWhereTheBodysSecondParagraphBegins() {
        assertEquals(225, layout.leadEnd());
    }

    @Test
    void aBodyOfOneParagraphIsAllLead() {
        layout.clear();
        layout.setTitleEnd(0);
        layout.setExcerptEnd(100, 0);
        layout.add(200, 0, true, true);
        layout.add(210, 40, false, true);
        layout.add(220, 80, false, true);
        assertEquals(layout.bodyEnd(), layout.leadEnd());
    }

    @Test
    void anEmptyTextHasNoSentence() {
        layout.clear();
        assertEquals(0, layout.sentences());
        layout.add(200, 0, true, true);
        assertEquals(0, layout.sentences());
    }

    @Test
    void ofSentencesWithoutTokensTheLastHoldsThePosition() {
        layout.clear();
        layout.add(5, 0, true, true);
        layout.add(5, 3, true, true);
        layout.add(5, 6, true, true);
        layout.add(9, 20, true, true);
        assertEquals(2, layout.sentenceAt(5));
        assertEquals(2, layout.sentenceAt(8));
    }

    @Test
    void theCodeHoldsAllOfIt() {
        TextLayout read = new TextLayout();
        read.add(1, 1, false, false);
        read.decode(layout.encode());
        assertSame(layout, read);
        assertFalse(read.isSeen(3));
        assertTrue(read.isSeen(2));
    }

    @Test
    void theCodeOfARandomTextHoldsAllOfIt() {
        long seed = System.nanoTime();
        System.out.println("TextLayoutTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            layout.clear();
            int position = random.nextInt(50);
            layout.setTitleEnd(position);
            layout.setExcerptEnd(position + random.nextInt(300), random.nextInt(5000));
            int bytes = 0;
            for (int i = random.nextInt(300); i >= 0; i--) {
                layout.add(position, bytes, random.nextBoolean(), random.nextInt(5) > 0);
                position += random.nextInt(200);
                bytes += random.nextInt(100_000);
            }
            BytesRef code = layout.encode();
            byte[] within = new byte[code.length + 7];
            System.arraycopy(code.bytes, code.offset, within, 5, code.length);
            TextLayout read = new TextLayout();
            read.decode(new BytesRef(within, 5, code.length));
            assertSame(layout, read);
        }
    }

    private static void assertSame(TextLayout one, TextLayout other) {
        assertEquals(one.sentences(), other.sentences());
        assertEquals(one.titleEnd(), other.titleEnd());
        assertEquals(one.excerptEnd(), other.excerptEnd());
        assertEquals(one.excerptBytes(), other.excerptBytes());
        for (int i = 0; i <= one.sentences(); i++) {
            assertEquals(one.position(i), other.position(i));
            assertEquals(one.firstByte(i), other.firstByte(i));
            assertEquals(one.opensParagraph(i), other.opensParagraph(i));
            assertEquals(one.isSeen(i), other.isSeen(i));
        }
    }
}
