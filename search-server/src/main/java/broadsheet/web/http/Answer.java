package broadsheet.web.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An HTTP answer before it is compressed and sent.
 *
 * @param status {@code 200}
 * @param type media type with its charset
 * @param body the bytes, not compressed; not to be changed
 * @param headers its own; {@link SecurityHeaders} are added to every answer
 */
public record Answer(int status, String type, byte[] body, List<Header> headers) {

    public static final String HTML = "text/html; charset=utf-8";
    public static final String JSON = "application/json";
    public static final String TEXT = "text/plain; charset=utf-8";

    /** A cache must ask before it uses the answer again; the ETag makes that cheap, and a rebuild is seen at once. */
    public static final String REVALIDATE = "no-cache";

    public Answer {
        headers = List.copyOf(headers);
    }

    /** One header field. */
    public record Header(String name, String value) {}

    public static Answer of(String type, byte[] body) {
        return new Answer(200, type, body, List.of());
    }

    public static Answer of(String type, String body) {
        return of(type, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The caller has the body already. */
    static Answer notModified() {
        return new Answer(304, TEXT, new byte[0], List.of());
    }

    public Answer status(int value) {
        return new Answer(value, type, body, headers);
    }

    boolean has(String name) {
        return headers.stream().anyMatch(header -> header.name().equals(name));
    }

    /** The same, which nobody keeps where a search was cut short: the next one may be whole. */
    public Answer keptUnless(boolean partial) {
        return partial ? with("Cache-Control", "no-store") : this;
    }

    public Answer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, type, body, more);
    }
}
