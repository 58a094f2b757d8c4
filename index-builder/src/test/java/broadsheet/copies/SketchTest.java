package broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SketchTest {

    private static Sketch sketch(String title, String body) {
        return new SketchMaker().of(Post.builder("a").title(title).body(body).build());
    }

    @Test
    void bytesGiveTheSameSketchBack() {
        Sketch sketch = sketch("Big News: The ferry costs £1,200", "The ferry, 40 metres long, costs £1,200 a day. "
                + "It sails at 10.30. ".repeat(3) + "From 2027 on nobody pays for bicycles.");
        byte[] bytes = sketch.toBytes();
        byte[] within = new byte[bytes.length + 7];
        System.arraycopy(bytes, 0, within, 5, bytes.length);
        Sketch read = Sketch.parse(within, 5, bytes.length);
        assertArrayEquals(bytes, read.toBytes());
        assertEquals("big news", read.head());
        assertEquals(sketch.key(), read.key());
        assertArrayEquals(sketch.shingles(), read.shingles());
        assertEquals(4, read.numbers().length);
    }

    @Test
    void caseSignsAndApostrophesDoNotCount() {
        assertArrayEquals(sketch("", "Don't stop the “sea wall” now").shingles(),
                sketch("", "DON’T stop — the sea-wall, now!").shingles());
    }

    @Test
    void aLongTextIsAtMost500Bytes() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            body.append("word").append(i).append(' ');
        }
        Sketch sketch = sketch("breaking news long: " + "headline ".repeat(50), body.toString());
        assertTrue(sketch.toBytes().length <= 500, () -> sketch.toBytes().length + " bytes");
        assertTrue(sketch.cut());
    }

    @Test
    void emptyPostHasAnEmptySketch() {
        assertEquals(0, sketch("", "").shingles().length);
        assertEquals(0, sketch("Two words", "").shingles().length);
    }

    @Test
    void damagedBytesAreNamed() {
        byte[] bytes = sketch("The ferry sails", "again and again and again").toBytes();
        assertThrows(IllegalArgumentException.class, () -> Sketch.parse(Arrays.copyOf(bytes, 10), 0, 10));
        bytes[0] = 99;
        assertThrows(IllegalArgumentException.class, () -> Sketch.parse(bytes, 0, bytes.length));
    }
}
