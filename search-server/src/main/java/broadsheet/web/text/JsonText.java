package broadsheet.web.text;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes one JSON document, key by key, as a stream: mapping a tree of objects takes ten times as long for a page of ten
 * hits.
 */
public final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator out;

    private JsonText(JsonGenerator out) {
        this.out = out;
    }

    /** The UTF-8 bytes of an object whose keys the writer writes. */
    public static byte[] object(Consumer<JsonText> keys) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            generator.writeStartObject();
            keys.accept(new JsonText(generator));
            generator.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** The UTF-8 bytes of an array whose values the writer writes. */
    public static byte[] array(Consumer<JsonGenerator> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            generator.writeStartArray();
            values.accept(generator);
            generator.writeEndArray();
        }
        return bytes.toByteArray();
    }

    /** The generator itself, for arrays of plain values. */
    public JsonGenerator out() {
        return out;
    }

    public JsonText text(String key, String value) {
        out.writeStringProperty(key, wellFormed(value));
        return this;
    }

    /** {@code null} for an empty text. */
    public JsonText textOrNull(String key, String value) {
        return value.isEmpty() ? nothing(key) : text(key, value);
    }

    public JsonText textOrNull(String key, Optional<String> value) {
        return value.map(v -> text(key, v)).orElseGet(() -> nothing(key));
    }

    /** ISO 8601 in UTC, in whole seconds. */
    public JsonText timeOrNull(String key, Optional<Instant> time) {
        return time.map(t -> text(key, iso(t))).orElseGet(() -> nothing(key));
    }

    public JsonText number(String key, long value) {
        out.writeNumberProperty(key, value);
        return this;
    }

    public JsonText flag(String key, boolean value) {
        out.writeBooleanProperty(key, value);
        return this;
    }

    public JsonText texts(String key, List<String> values) {
        out.writeArrayPropertyStart(key);
        values.forEach(v -> out.writeString(wellFormed(v)));
        out.writeEndArray();
        return this;
    }

    public JsonText object(String key, Consumer<JsonText> keys) {
        out.writeObjectPropertyStart(key);
        keys.accept(this);
        out.writeEndObject();
        return this;
    }

    public <T> JsonText objects(String key, List<T> values, Consumer<T> keys) {
        out.writeArrayPropertyStart(key);
        for (T value : values) {
            out.writeStartObject();
            keys.accept(value);
            out.writeEndObject();
        }
        out.writeEndArray();
        return this;
    }

    public JsonText nothing(String key) {
        out.writeNullProperty(key);
        return this;
    }

    public static String iso(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The same moment as the clocks of a zone show it: {@code 2024-03-01T10:00:00+01:00}; in UTC with a Z. */
    public static String iso(Instant time, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    /** Half a surrogate pair, as damaged posts have it, is no text in UTF-8; it becomes U+FFFD. */
    public static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaceLoneSurrogates(text);
            }
        }
        return text;
    }

    private static String replaceLoneSurrogates(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
