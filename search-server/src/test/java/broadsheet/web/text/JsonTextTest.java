package broadsheet.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

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
        assertEquals("[\"a\",[1,2]]", new String(JsonText.array(out -> {
            out.writeString("a");
            out.writeArray(new int[]{1, 2}, 0, 2);
        }), StandardCharsets.UTF_8));
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
        assertEquals("a\uFFFDb", JsonText.wellFormed("a\uD83Db"));
        assertEquals("\uFFFD\uFFFD", JsonText.wellFormed("\uDE00\uD83D"));
        assertEquals("\uD83D\uDE00", JsonText.wellFormed("\uD83D\uDE00"));
        assertEquals("plain", JsonText.wellFormed("plain"));
        assertEquals("{\"a\":\"\uFFFD\"}", written(json -> json.text("a", "\uDC00")));
    }

    @Test
    void quotesAndControlCharactersAreEscaped() {
        assertEquals("{\"a\":\"\\\"\\\\\\n\\u0000</script>\"}",
                written(json -> json.text("a", "\"\\\n\u0000</script>")));
    }
}
