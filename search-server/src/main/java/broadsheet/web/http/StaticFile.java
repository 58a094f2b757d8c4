package broadsheet.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * A file of the page that changes with the program only. Under its versioned address, {@code /style.css?v=x5dJ0aQyGq0},
 * it is kept for a year; under the plain one it is asked for again each time.
 *
 * @param path {@code /style.css}
 * @param type media type
 * @param body the bytes, not to be changed
 * @param tag its validator
 */
public record StaticFile(String path, String type, byte[] body, String tag) {

    private static final String FOLDER = "/public";
    private static final Map<String, String> TYPES = Map.of("css", "text/css; charset=utf-8", "js",
            "text/javascript; charset=utf-8", "svg", "image/svg+xml", "yaml", "application/yaml", "png", "image/png",
            "ico", "image/x-icon", "txt",
            Answer.TEXT);

    public static StaticFile of(String path, byte[] body) {
        String extension = path.substring(path.lastIndexOf('.') + 1);
        return new StaticFile(path, TYPES.getOrDefault(extension, "application/octet-stream"), body,
                EntityTag.of(body));
    }

    /** The file from the program's own resources; empty when it has none of this name. */
    public static Optional<StaticFile> load(String path) {
        try (InputStream in = StaticFile.class.getResourceAsStream(FOLDER + path)) {
            return in == null ? Optional.empty() : Optional.of(of(path, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's jar cannot be read", e);
        }
    }

    /** {@code /style.css?v=x5dJ0aQyGq0}. */
    public String address() {
        return path + "?v=" + version();
    }

    public Answer answer(WebRequest request) {
        boolean versioned = request.query().first("v").filter(version()::equals).isPresent();
        boolean known = EntityTag.matches(request.header("If-None-Match"), tag);
        Answer answer = known ? Answer.notModified() : Answer.of(type, body);
        return answer.with("ETag", tag).with("Cache-Control",
                versioned ? "public, max-age=31536000, immutable" : Answer.REVALIDATE);
    }

    private String version() {
        return tag.substring(tag.indexOf('"') + 1, tag.length() - 1);
    }
}
