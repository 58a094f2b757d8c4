package broadsheet.web;

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
record Answer(int status, String type, byte[] body, List<Header> headers) {

    static final String HTML = "text/html; charset=utf-8";
    static final String JSON = "application/json";
    static final String TEXT = "text/plain; charset=utf-8";

    /** Kept by nobody without asking again; the ETag makes asking cheap and a rebuild is seen at once. */
    static final String REVALIDATE = "no-cache";

    Answer {
        headers = List.copyOf(headers);
    }

    /** One header field. */
    record Header(String name, String value) {}

    static Answer of(String type, byte[] body) {
        return new Answer(200, type, body, List.of());
    }

    static Answer of(String type, String body) {
        return of(type, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The body is what the caller has already. */
    static Answer notModified() {
        return new Answer(304, TEXT, new byte[0], List.of());
    }

    Answer status(int value) {
        return new Answer(value, type, body, headers);
    }

    Answer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, type, body, more);
    }
}
