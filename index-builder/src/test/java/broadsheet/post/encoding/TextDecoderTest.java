package broadsheet.post.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextDecoderTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String RUSSIAN = "Мэр города заявил, что новый мост через реку откроют весной. "
            .repeat(5) + "Работы идут по плану, сообщает газета. ".repeat(5);

    @Test
    void utf8IsReadWithoutFindings() {
        assertEquals(new Decoded("Größe 流 😀\n", "UTF-8", List.of()), decode("Größe 流 😀\n", StandardCharsets.UTF_8));
    }

    @Test
    void nothingIsTheEmptyText() {
        assertEquals(new Decoded("", "UTF-8", List.of()), TextDecoder.decode(new byte[0]));
    }

    @Test
    void aMarkOfUtf8IsDroppedSilently() {
        assertEquals(new Decoded("---\n", "UTF-8", List.of()), decode("\uFEFF---\n", StandardCharsets.UTF_8));
    }

    @Test
    void utf16WithAMarkIsReadAndReported() {
        Decoded read = decode("\uFEFFGröße\n", StandardCharsets.UTF_16LE);
        assertEquals("Größe\n", read.text());
        assertEquals(List.of(new Finding("not-utf8", "not UTF-8, read as UTF-16LE", 0)), read.findings());
        assertEquals("Größe\n", decode("\uFEFFGröße\n", StandardCharsets.UTF_16BE).text());
    }

    @Test
    void utf16WithoutAMarkIsKnownByItsZeros() {
        assertEquals("title: x\n", decode("title: x\n", StandardCharsets.UTF_16LE).text());
        assertEquals("title: x\n", decode("title: x\n", StandardCharsets.UTF_16BE).text());
    }

    @Test
    void utf32WithAMarkIsRead() {
        assertEquals("流\n", decode("\uFEFF流\n", Charset.forName("UTF-32LE")).text());
        assertEquals("流\n", decode("\uFEFF流\n", Charset.forName("UTF-32BE")).text());
    }

    @Test
    void oldWesternTextIsReadAsWindows1252() {
        Decoded read = decode("a\nCaf\u00e9 \u201cfive\u201d", WINDOWS);
        assertEquals("a\nCafé “five”", read.text());
        assertEquals(List.of(new Finding("not-utf8", "not UTF-8 (byte 0xE9), read as windows-1252", 5)),
                read.findings());
    }

    @Test
    void russianOfTheOldDaysIsDetected() {
        Decoded read = decode(RUSSIAN, Charset.forName("windows-1251"));
        assertEquals(RUSSIAN, read.text());
        assertEquals("windows-1251", read.charset());
    }

    @Test
    void oneStrayByteDoesNotSpoilTheRest() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("Größe, Straße, ".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xE9);
        bytes.write(" 流".getBytes(StandardCharsets.UTF_8));
        Decoded read = TextDecoder.decode(bytes.toByteArray());
        assertEquals("Größe, Straße, é 流", read.text());
        assertEquals(List.of(new Finding("mixed-encoding",
                "1 bytes are not UTF-8, the first is 0xE9; they were read as windows-1252", 15)), read.findings());
    }

    @Test
    void lineBreaksOfAllSystemsAreOne() {
        assertEquals("a\nb\nc\n\nd", decode("a\r\nb\rc\n\rd", StandardCharsets.UTF_8).text());
    }

    @Test
    void controlCharactersAreDroppedAndCounted() {
        Decoded read = decode("a\u0000b\u0007c\td\fe", StandardCharsets.UTF_8);
        assertEquals("abc\td e", read.text());
        assertEquals(List.of(new Finding("control-characters", "2 control characters were dropped", 1)),
                read.findings());
    }

    @Test
    void anyBytesGiveSomeText() {
        long seed = 20241123;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            String text = TextDecoder.decode(bytes).text();
            assertTrue(text.indexOf(0) < 0 && text.indexOf('\r') < 0, "seed " + seed + ", round " + i);
        }
    }

    private static Decoded decode(String text, Charset charset) {
        return TextDecoder.decode(text.getBytes(charset));
    }
}
