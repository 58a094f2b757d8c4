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
 * @param headers besides those that every answer has
 */
public record Answer(int status, String type, byte[] body, List<Header> headers) {

    public static final String HTML = "text/html; charset=utf-8";
    public static final String JSON = "application/json";
    public static final String TEXT = "text/plain; charset=utf-8";

    /** Kept by nobody without asking again; the ETag makes asking cheap and a rebuild is seen at once. */
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

    /** The body is what the caller has already. */
    static Answer notModified() {
        return new Answer(304, TEXT, new byte[0], List.of());
    }

    public Answer status(int value) {
        return new Answer(value, type, body, headers);
    }

    public Answer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, type, body, more);
    }
}
