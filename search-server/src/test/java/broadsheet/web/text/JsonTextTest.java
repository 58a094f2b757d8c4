package broadsheet.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.Hit.Mark;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class JsonTextTest {

    private static final JsonMapper READER = JsonMapper.builder().build();

    private static String written(Consumer<JsonText> keys) {
        return new String(JsonText.object(keys), StandardCharsets.UTF_8);
    }

    @Test
    void eachKindOfValueHasItsForm() {
        assertEquals(
                "{\"a\":\"x\",\"b\":-3,\"c\":true,\"d\":[\"1\",\"2\"],\"e\":{\"f\":\"g\"},\"h\":[{\"i\":1},{\"i\":2}],"
                        + "\"j\":null}",
                written(json -> json.text("a", "x").number("b", -3).flag("c", true).texts("d", List.of("1", "2"))
                        .object("e", inner -> inner.text("f", "g"))
                        .objects("h", List.of(1, 2), value -> json.number("i", value)).nothing("j")));
        assertEquals("{}", written(json -> {}));
    }

    @Test
    void whatIsAbsentIsNullAndAListIsEmpty() {
        assertEquals("{\"a\":null,\"b\":null,\"c\":null,\"d\":[],\"e\":[],\"f\":\"\"}",
                written(json -> json.textOrNull("a", "").textOrNull("b", Optional.empty())
                        .timeOrNull("c", Optional.empty()).texts("d", List.of()).objects("e", List.of(), any -> {})
                        .text("f", "")));
        assertEquals("{\"a\":\"x\",\"b\":\"y\",\"c\":\"2026-11-23T02:36:00Z\"}",
                written(json -> json.textOrNull("a", "x").textOrNull("b", Optional.of("y"))
                        .timeOrNull("c", Optional.of(Instant.parse("2026-11-23T02:36:00.987Z")))));
    }

    @Test
    void anArrayStandsAlone() {
        assertEquals("[\"a\",[\"b\",\"c\"]]", new String(
                JsonText.array(json -> json.value("a").values(List.of("b", "c"))), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-23T02:36:00Z      | 2026-11-23T02:36:00Z
            2026-11-23T02:36:07.999Z  | 2026-11-23T02:36:07Z
            1969-12-31T23:59:59.5Z    | 1969-12-31T23:59:59Z
            0001-01-01T00:00:00Z      | 0001-01-01T00:00:00Z
            """)
    void timesAreWholeSecondsInUtc(Instant time, String iso) {
        assertEquals(iso, JsonText.iso(time));
    }

    @Test
    void halfASurrogatePairBecomesAReplacementCharacter() {
        assertEquals("{\"a\":\"a\uFFFDb\"}", written(json -> json.text("a", "a\uD83Db")));
        assertEquals("{\"a\":\"\uFFFD\uFFFD\"}", written(json -> json.text("a", "\uDE00\uD83D")));
        assertEquals("{\"a\":\"\uD83D\uDE00\"}", written(json -> json.text("a", "\uD83D\uDE00")));
        assertEquals("{\"a\":\"\uFFFD\"}", written(json -> json.text("a", "\uDC00")));
    }

    @Test
    void quotesAndControlCharactersAreEscaped() {
        assertEquals("{\"a\":\"\\\"\\\\\\n\\u0000</script>\"}",
                written(json -> json.text("a", "\"\\\n\u0000</script>")));
    }

    @Test
    void anyTextIsReadAsItWas() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            String text = text(random);
            byte[] json = JsonText.object(keys -> keys.text("a", text));
            assertEquals(text, READER.readTree(json).get("a").asString(), () -> "seed " + seed);
            assertEquals(reference(text), new String(json, StandardCharsets.UTF_8), () -> "seed " + seed);
        }
    }

    /** Up to 40 characters of every kind: plain, escaped, of two, three and four bytes; now and then long ones. */
    private static String text(Random random) {
        int[] points = {'a', ' ', '"', '\\', '\n', 0, 0x1F, 0x7F, 0x80, 'é', 0x7FF, 0x800, '…', 0xFFFF, 0x10000,
                0x1F600};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(50) == 0 ? 40_000 : 40); i > 0; i--) {
            text.appendCodePoint(random.nextBoolean() ? 'b' : points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    /** As the library writes it, by which answers were made before. */
    private static String reference(String text) {
        return READER.writeValueAsString(Map.of("a", text));
    }

    @Test
    void markedTextIsEscapedForHtmlFirstAndForJsonThen() {
        assertEquals("{\"a\":\"1 &lt; <mark>2 &amp; \\\\</mark> &quot;é&#39;\\n\"}", written(json -> json.html("a",
                "1 < 2 & \\ \"é'\n", List.of(new Mark(4, 9)))));
        assertEquals("{\"a\":[[4,9],[10,123456]],\"b\":[]}", written(json -> json.marks("a",
                List.of(new Mark(4, 9), new Mark(10, 123_456))).marks("b", List.of())));
    }

    @Test
    void numbersAreWrittenAsJavaWritesThem() {
        assertEquals("{\"a\":0,\"b\":10,\"c\":9223372036854775807,\"d\":-9223372036854775808,\"e\":12.0,\"f\":0.3105}",
                written(json -> json.number("a", 0).number("b", 10).number("c", Long.MAX_VALUE).number("d",
                        Long.MIN_VALUE).decimal("e", 12).decimal("f", .3105)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-23T02:36:07.999Z  | 2026-11-23T02:36:07Z
            1969-12-31T23:59:59.5Z    | 1969-12-31T23:59:59Z
            0000-01-01T00:00:00Z      | 0000-01-01T00:00:00Z
            -0001-12-31T23:59:59Z     | -0001-12-31T23:59:59Z
            9999-12-31T23:59:59Z      | 9999-12-31T23:59:59Z
            +10000-01-01T00:00:00Z    | +10000-01-01T00:00:00Z
            """)
    void aTimeIsWrittenAsItIsRead(Instant time, String iso) {
        assertEquals("{\"a\":\"" + iso + "\"}", written(json -> json.time("a", time)));
    }
}
