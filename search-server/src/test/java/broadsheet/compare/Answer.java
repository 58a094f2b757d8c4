package broadsheet.compare;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a server answered, without what changes from one run to the next. Two answers are equal when every other byte is.
 *
 * @param status of HTTP
 * @param headers a line each, by name
 * @param body a character for each byte, so that no byte is lost
 */
record Answer(int status, String headers, String body) {

    /** The time of day; what says that the answer is still good; the length, which the time taken changes. */
    private static final Set<String> LEFT_OUT = Set.of("date", "etag", "content-length");

    /** @param built when the server's index was built, which is left out wherever it stands */
    static Answer of(int status, Map<String, List<String>> headers, String body, String built) {
        Map<String, List<String>> kept = new TreeMap<>(headers);
        kept.keySet().removeIf(name -> LEFT_OUT.contains(name.toLowerCase(Locale.ROOT)));
        String lines = kept.entrySet().stream().map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
        String timeless = body.replaceAll("\"tookMillis\":\\d+", "\"tookMillis\":0").replace(built, "BUILT");
        return new Answer(status, lines, timeless);
    }

    /** All of it as people read it. */
    String whole() {
        return status + "\n" + headers + "\n\n" + text();
    }

    /** The body as text. */
    String text() {
        return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
