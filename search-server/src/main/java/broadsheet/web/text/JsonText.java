package broadsheet.web.text;

import broadsheet.search.Hit.Mark;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes one JSON document, key by key, straight into its bytes: no tree of objects is made. */
public final class JsonText {

    /** Bytes; an answer of ten hits has about ten thousand. */
    private static final int ROOM = 16 * 1024;

    private final Utf8Json out;

    private JsonText(Utf8Json out) {
        this.out = out;
    }

    /** The UTF-8 bytes of an object whose keys the writer writes. */
    public static byte[] object(Consumer<JsonText> keys) {
        return whole('{', keys, '}');
    }

    /** The UTF-8 bytes of an array whose values the writer writes. */
    public static byte[] array(Consumer<JsonText> values) {
        return whole('[', values, ']');
    }

    private static byte[] whole(char open, Consumer<JsonText> content, char close) {
        Utf8Json out = new Utf8Json(ROOM);
        out.open(open);
        content.accept(new JsonText(out));
        out.close(close);
        return out.toBytes();
    }

    /** A text as a value of an array. */
    public JsonText value(String text) {
        out.string(text);
        return this;
    }

    /** Texts as one value of an array. */
    public JsonText values(List<String> texts) {
        out.open('[');
        for (String text : texts) {
            out.string(text);
        }
        out.close(']');
        return this;
    }

    public JsonText text(String key, String value) {
        out.key(key);
        return value(value);
    }

    /** {@code null} for an empty text. */
    public JsonText textOrNull(String key, String value) {
        return value.isEmpty() ? nothing(key) : text(key, value);
    }

    public JsonText textOrNull(String key, Optional<String> value) {
        return value.isEmpty() ? nothing(key) : text(key, value.get());
    }

    /** ISO 8601 in UTC, in whole seconds. */
    public JsonText timeOrNull(String key, Optional<Instant> time) {
        return time.isEmpty() ? nothing(key) : time(key, time.get());
    }

    /** ISO 8601 in UTC, in whole seconds. */
    public JsonText time(String key, Instant time) {
        out.key(key);
        out.time(time.getEpochSecond());
        return this;
    }

    /** A text with its marks as HTML, as {@link MarkedText#html} writes it. */
    public JsonText html(String key, String text, List<Mark> marks) {
        out.key(key);
        out.openString();
        MarkedText.write(text, marks, (from, to) -> out.html(text, from, to), out::ascii);
        out.closeString();
        return this;
    }

    /** Marks as pairs of numbers: {@code [[4,7],[12,15]]}. */
    public JsonText marks(String key, List<Mark> marks) {
        out.key(key);
        out.open('[');
        for (Mark mark : marks) {
            out.open('[');
            out.number(mark.start());
            out.number(mark.end());
            out.close(']');
        }
        out.close(']');
        return this;
    }

    public JsonText number(String key, long value) {
        out.key(key);
        out.number(value);
        return this;
    }

    /** A number that may have a fraction. @param value finite */
    public JsonText decimal(String key, double value) {
        out.key(key);
        out.plain(Double.toString(value));
        return this;
    }

    public JsonText flag(String key, boolean value) {
        out.key(key);
        out.plain(value ? "true" : "false");
        return this;
    }

    public JsonText texts(String key, List<String> values) {
        out.key(key);
        return values(values);
    }

    public JsonText object(String key, Consumer<JsonText> keys) {
        out.key(key);
        out.open('{');
        keys.accept(this);
        out.close('}');
        return this;
    }

    public <T> JsonText objects(String key, List<T> values, Consumer<T> keys) {
        out.key(key);
        out.open('[');
        for (T value : values) {
            out.open('{');
            keys.accept(value);
            out.close('}');
        }
        out.close(']');
        return this;
    }

    public JsonText nothing(String key) {
        out.key(key);
        out.plain("null");
        return this;
    }

    public static String iso(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The same moment as the clocks of a zone show it: {@code 2024-03-01T10:00:00+01:00}; in UTC with a Z. */
    public static String iso(Instant time, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }
}
