package broadsheet.post.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Room post.encoding: bytes one by one, declared encodings, lines. */
class BytesTest {

    @ParameterizedTest
    @CsvSource({"41, 1", "7F, 1", "80, 0", "BF, 0", "C1BF, 0", "C280, 2", "DFBF, 2", "C2, 0", "C241, 0", "E09F80, 0",
            "E0A080, 3", "EDA080, 0", "ED9FBF, 3", "EFBFBD, 3", "E282, 0", "F08F8080, 0", "F0908080, 4", "F48FBFBF, 4",
            "F4908080, 0", "F5808080, 0", "FF, 0"})
    void aSequenceIsWellFormedByTheUnicodeStandard(String hex, int length) {
        assertEquals(length, StrayBytes.sequence(HexFormat.of().parseHex(hex), 0));
    }

    @Test
    void strayBytesAreReadAsWindows1252() {
        byte[] bytes = HexFormat.of().parseHex("4AC3A9E9C3A894C3AA");
        StrayBytes read = StrayBytes.read(bytes);
        assertEquals("Jééè\u201Dê", read.text());
        assertEquals(3, read.valid());
        assertEquals(2, read.stray());
        assertEquals(3, read.firstByte());
        assertTrue(read.isMostlyUtf8());
        assertFalse(StrayBytes.read(HexFormat.of().parseHex("C3A9E9")).isMostlyUtf8());
    }

    @ParameterizedTest
    @CsvSource({"0x41, A", "0xE9, é", "0x80, €", "0x92, ’", "0x99, ™", "0xFF, ÿ"})
    void eachByteOfWindows1252HasACharacter(String hex, char c) {
        byte b = (byte) Integer.decode(hex).intValue();
        assertEquals(c, Windows1252.charOf(b));
        assertEquals(b & 0xFF, Windows1252.byteOf(c));
    }

    @Test
    void itsFiveOpenBytesAreControls() {
        for (int b : new int[]{0x81, 0x8D, 0x8F, 0x90, 0x9D}) {
            assertEquals((char) b, Windows1252.charOf((byte) b));
        }
        assertEquals(0x99, Windows1252.byteOf('\u0099'));
        assertEquals(0, Windows1252.byteOf('\u0100'));
        assertEquals(0, Windows1252.byteOf('日'));
    }

    private static String declared(String xml, Charset charset) {
        return XmlEncoding.declared(xml.getBytes(charset)).map(Charset::name).orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?> | ISO-8859-2",
            "<?xml version='1.0' encoding='koi8-r'?> | KOI8-R",
            "' <?xml version=\"1.0\" encoding = \"ISO-8859-1\"?>' | windows-1252",
            "<?xml version=\"1.0\" encoding=\"US-ASCII\"?> | windows-1252",
            "<?xml version=\"1.0\" encoding=\"utf-8\"?> | ''",
            "<?xml version=\"1.0\"?> | ''", "<?xml version=\"1.0\" encoding=\"klingon\"?> | ''",
            "<rss encoding=\"ISO-8859-2\"/> | ''", "'<?xml version=\"1.0\" encoding=\"UTF-16\"?>' | ''"})
    void anXmlDeclarationNamesItsEncoding(String xml, String charset) {
        assertEquals(charset, declared(xml, StandardCharsets.US_ASCII));
    }

    @Test
    void linesAreWalkedWithTheirNumbers() {
        Lines lines = new Lines("a\n\n  \nbc\n");
        assertEquals("a", lines.line());
        assertEquals(1, lines.number());
        lines.next();
        assertTrue(lines.isBlank());
        lines.skipBlank();
        assertEquals("bc", lines.line());
        assertEquals(4, lines.number());
        assertEquals(6, lines.start());
        assertEquals("bc\n", lines.rest());
        lines.next();
        assertTrue(lines.atEnd());
        assertEquals(5, lines.number());
        lines.next();
        assertEquals(5, lines.number());
    }

    @Test
    void anOffsetAtALinesEndStaysOnIt() {
        Lines lines = new Lines("ab\ncd");
        lines.moveTo(2);
        assertEquals(1, lines.number());
        assertEquals("", lines.line());
        lines = new Lines("ab\ncd");
        lines.moveTo(4);
        assertEquals(2, lines.number());
        assertEquals("d", lines.line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"---", "---  ", "---\t"})
    void aFenceMayHaveSpacesBehindIt(String line) {
        assertTrue(new Lines(line + "\nx").isFence("---"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"----", " ---", "--- a", "--", ""})
    void allElseIsNoFence(String line) {
        assertFalse(new Lines(line + "\nx").isFence("---"));
    }

    @Test
    void placesAreCountedFromOne() {
        assertEquals(1, TextReports.line("ab\ncd", 2));
        assertEquals(2, TextReports.line("ab\ncd", 3));
        assertEquals(3, TextReports.column("ab\ncd", 2));
        assertEquals(1, TextReports.column("ab\ncd", 3));
    }
}
