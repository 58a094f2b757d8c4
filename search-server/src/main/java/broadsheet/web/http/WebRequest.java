package broadsheet.web.http;

import broadsheet.web.text.Percent;
import java.util.function.UnaryOperator;

/**
 * The parts of an HTTP request that an answer may depend on.
 *
 * @param method {@code GET}
 * @param path as it came, still percent-encoded: {@code /api/v1/posts/_posts%2Fa.md}
 * @param query the parameters
 * @param client the address of the caller, for limits only
 * @param headers the value by name, empty when there is none
 */
public record WebRequest(String method, String path, QueryString query, String client, UnaryOperator<String> headers) {

    public String header(String name) {
        return headers.apply(name);
    }

    /** The decoded rest of the path: {@code pathAfter("/api/v1/posts/")} is {@code _posts/a.md}. */
    public String pathAfter(String prefix) {
        return Percent.decode(path.substring(Math.min(prefix.length(), path.length())));
    }
}
