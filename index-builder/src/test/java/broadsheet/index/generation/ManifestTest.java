package broadsheet.index.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadsheet.index.IndexException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a generation holds, as lines of text. */
class ManifestTest {

    private static final Manifest MANIFEST = new Manifest(6, 1234, Instant.parse("2026-11-23T02:36:00Z"),
            Map.of("site.title", "News & Views\n2", "language", "en"),
            List.of(new Manifest.Entry("_0.cfs", 20480, 0x89ABCDEF), new Manifest.Entry("a b", 0, 0)));

    private static final String TEXT = """
            broadsheet-manifest 1
            schema 6
            posts 1234
            built 2026-11-23T02:36:00Z
            property language en
            property site.title News+%26+Views%0A2
            file 20480 89abcdef _0.cfs
            file 0 00000000 a+b
            """;

    private static byte[] sealed(String text) {
        return (text + "crc " + Manifest.hex(Manifest.crc(text.getBytes(StandardCharsets.UTF_8))) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Manifest parsed(String text) throws IndexException.Damaged {
        return Manifest.parse(sealed(text));
    }

    @Test
    void aManifestIsLinesOfText() {
        assertEquals(new String(sealed(TEXT), StandardCharsets.UTF_8),
                new String(MANIFEST.toBytes(), StandardCharsets.UTF_8));
        assertEquals(20480, MANIFEST.bytes());
    }

    @Test
    void aManifestIsReadAsItWasWritten() throws IOException {
        assertEquals(MANIFEST, Manifest.parse(MANIFEST.toBytes()));
        assertEquals(MANIFEST, parsed(TEXT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unknown 1           | MANIFEST has an unknown line 'unknown'
            schema six          | MANIFEST has a line that cannot be read: For input string: "six"
            posts               | MANIFEST has a line that cannot be read: Index 1 out of bounds for length 1
            file 1 xyz a        | MANIFEST has a line that cannot be read: not a hexadecimal digit: "x" = 120
            """)
    void aLineThatCannotBeReadIsDamage(String line, String message) {
        assertEquals(message, assertThrows(IndexException.Damaged.class, () -> parsed(TEXT + line + "\n"))
                .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "broadsheet-manifest 1\n", "broadsheet-manifest 2\nschema 6\n"})
    void whatIsNoManifestIsDamage(String text) {
        assertThrows(IndexException.Damaged.class, () -> Manifest.parse(text.getBytes(StandardCharsets.UTF_8)));
        assertThrows(IndexException.Damaged.class,
                () -> Manifest.parse(new String(MANIFEST.toBytes(), StandardCharsets.UTF_8).replace("1234", "1235")
                        .getBytes(StandardCharsets.UTF_8)));
    }
}
