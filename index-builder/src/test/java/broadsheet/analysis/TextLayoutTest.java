package broadsheet.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where sentences stand, and the tokens between them. */
class TextLayoutTest {

    /** A headline of 4 tokens, an excerpt of one sentence, a body of three in two paragraphs. */
    private static TextLayout sample() {
        TextLayout layout = new TextLayout();
        layout.setTitleEnd(4);
        layout.add(104, 0, true, true);
        layout.setExcerptEnd(110, 30);
        layout.add(210, 30, true, true);
        layout.add(215, 60, false, true);
        layout.add(220, 90, true, false);
        layout.add(226, 120, true, true);
        return layout;
    }

    @ParameterizedTest
    @CsvSource({"0, -1", "103, -1", "104, 0", "109, 0", "209, 0", "210, 1", "214, 1", "215, 2", "219, 2", "220, 3",
            "225, 3", "10000, 3"})
    void aPositionLiesInASentence(int position, int sentence) {
        assertEquals(sentence, sample().sentenceAt(position));
        assertEquals(sentence, copied(sample()).sentenceAt(position), "read again");
    }

    private static TextLayout copied(TextLayout layout) {
        TextLayout copy = new TextLayout();
        copy.add(1, 1, true, false);
        copy.decode(layout.encode());
        return copy;
    }

    @Test
    void partsEndWhereTheyEnd() {
        TextLayout layout = copied(sample());
        assertEquals(List.of(4, 110, 210, 30, 220, 4), List.of(layout.titleEnd(), layout.excerptEnd(),
                layout.bodyStart(), layout.excerptBytes(), layout.leadEnd(), layout.sentences()));
        assertEquals(List.of(true, true, false, true),
                List.of(0, 1, 2, 3).stream().map(layout::opensParagraph).toList());
        assertEquals(List.of(true, true, true, false), List.of(0, 1, 2, 3).stream().map(layout::isSeen).toList());
        assertEquals(List.of(0, 30, 60, 90, 120), List.of(0, 1, 2, 3, 4).stream().map(layout::firstByte).toList());
        assertEquals(List.of(104, 210, 215, 220), List.of(0, 1, 2, 3).stream().map(layout::position).toList());
    }

    @Test
    void aBodyOfOneParagraphIsAllLead() {
        TextLayout layout = new TextLayout();
        layout.setTitleEnd(1);
        layout.setExcerptEnd(101, 0);
        layout.add(201, 0, true, true);
        layout.add(209, 50, true, true);
        assertEquals(Integer.MAX_VALUE, layout.leadEnd());
    }

    @Test
    void ofSentencesWithoutTokensTheLastHoldsThePosition() {
        TextLayout layout = new TextLayout();
        layout.add(10, 0, true, true);
        layout.add(10, 5, true, true);
        layout.add(10, 9, true, true);
        layout.add(12, 20, true, true);
        assertEquals(2, layout.sentenceAt(10));
        assertEquals(-1, layout.sentenceAt(9));
    }

    @Test
    void anEmptyLayoutIsReadAgain() {
        TextLayout layout = copied(new TextLayout());
        assertEquals(List.of(0, 0, 0), List.of(layout.sentences(), layout.titleEnd(), layout.excerptBytes()));
        assertEquals(-1, layout.sentenceAt(5));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TextLayout copy = new TextLayout();
        for (int round = 0; round < 200; round++) {
            TextLayout layout = new TextLayout();
            int position = random.nextInt(300);
            layout.setTitleEnd(position);
            layout.setExcerptEnd(position + random.nextInt(1 << random.nextInt(20)), random.nextInt(1 << 20));
            int at = 0;
            List<String> sentences = new ArrayList<>();
            for (int i = random.nextInt(300); i >= 0; i--) {
                boolean opens = random.nextBoolean();
                boolean seen = random.nextInt(4) > 0;
                layout.add(position, at, opens, seen);
                sentences.add(position + " " + at + " " + opens + " " + seen);
                position += random.nextInt(1 << random.nextInt(16));
                at += random.nextInt(1 << random.nextInt(16));
            }
            copy.decode(layout.encode());
            List<String> read = new ArrayList<>();
            for (int i = 0; i <= copy.sentences(); i++) {
                read.add(copy.position(i) + " " + copy.firstByte(i) + " " + copy.opensParagraph(i) + " "
                        + copy.isSeen(i));
            }
            assertEquals(sentences, read, "seed " + seed);
            assertEquals(List.of(layout.titleEnd(), layout.excerptEnd(), layout.excerptBytes()),
                    List.of(copy.titleEnd(), copy.excerptEnd(), copy.excerptBytes()), "seed " + seed);
        }
    }

    @Test
    void aLayoutInTheMiddleOfOtherBytesIsRead() {
        BytesRef encoded = sample().encode();
        byte[] wide = new byte[encoded.length + 7];
        System.arraycopy(encoded.bytes, encoded.offset, wide, 3, encoded.length);
        TextLayout layout = new TextLayout();
        layout.decode(new BytesRef(wide, 3, encoded.length));
        assertEquals(4, layout.sentences());
        assertEquals(false, layout.isSeen(3));
    }

    @Test
    void aBufferGrowsAndKeepsItsTokens() {
        TokenBuffer buffer = new TokenBuffer(2);
        WordForms word = new WordAnalysis(Language.of("en")).forms("tram".toCharArray(), 0, 4);
        for (int i = 0; i < 100; i++) {
            buffer.add(2 * i, 10 * i, 10 * i + 4, word);
            if (i % 3 == 0) {
                buffer.addExtra(i, new BytesRef("x" + i), i % 2 == 0);
            }
        }
        assertEquals(100, buffer.size());
        assertEquals(List.of(198, 990, 994), List.of(buffer.position(99), buffer.start(99), buffer.end(99)));
        assertEquals(word, buffer.forms(57));
        assertEquals(34, buffer.extraSize());
        assertEquals("x99", buffer.extraTerm(33).utf8ToString());
        assertEquals(99, buffer.extraToken(33));
        assertEquals(List.of(true, false), List.of(buffer.extraInStems(0), buffer.extraInStems(1)));
        buffer.clear();
        assertEquals(List.of(0, 0), List.of(buffer.size(), buffer.extraSize()));
    }

    @Test
    void aLayoutCutShortIsNoLayout() {
        BytesRef encoded = sample().encode();
        assertThrows(RuntimeException.class,
                () -> new TextLayout().decode(new BytesRef(encoded.bytes, encoded.offset, 5)));
    }
}
