package broadsheet.opensearch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A request to a cluster.
 *
 * @param method {@code GET}, {@code PUT}
 * @param path from the slash on, with the query: {@code /news/_search?size=0}
 * @param body JSON, or lines of JSON
 * @param kind how long it may take, and whether it may be asked again
 */
public record Call(String method, String path, Body body, Kind kind) {

    /** Time limits, and what may be repeated: a repeated change of the cluster would fail where the first has worked. */
    public enum Kind {
        /** Reads, and is repeated. */
        SEARCH(true),
        /** Reads something large, or waits for the cluster to be ready; is repeated. */
        READ(true),
        /** Writes posts by their ids and versions; may be repeated, as the second time changes nothing. */
        BULK(true),
        /** Changes indices, aliases or the lock; sent once. */
        ADMIN(false);

        private final boolean repeatable;

        Kind(boolean repeatable) {
            this.repeatable = repeatable;
        }

        boolean repeatable() {
            return repeatable;
        }

        Duration limit(ClusterOptions.Limits limits) {
            return switch (this) {
                case SEARCH -> limits.search();
                case BULK -> limits.bulk();
                case READ, ADMIN -> limits.admin();
            };
        }
    }

    /** What is sent. */
    @FunctionalInterface
    public interface Body {
        /** @param nodes a {@code preference} for the nodes that answer; empty while no host fails */
        byte[] bytes(Optional<String> nodes);
    }

    private static final Body NOTHING = nodes -> new byte[0];

    /** A request that is sent as it is. */
    Call(String method, String path, byte[] body, Kind kind) {
        this(method, path, nodes -> body, kind);
    }

    public static Call search(String path, JsonNode body) {
        return new Call("POST", path, bytes(body.toString()), Kind.SEARCH);
    }

    /** Several searches at once: a line that says how, and a line with the question, for each. */
    public static Call searches(String path, Function<Optional<String>, List<? extends JsonNode>> lines) {
        return new Call("POST", path, nodes -> bytes(String.join("\n",
                lines.apply(nodes).stream().map(JsonNode::toString).toList()) + "\n"), Kind.SEARCH);
    }

    /** A read that is quick or no use. */
    public static Call look(String path) {
        return new Call("GET", path, NOTHING, Kind.SEARCH);
    }

    /** A read that has a request in its body. */
    public static Call read(String path, JsonNode body) {
        return new Call("POST", path, bytes(body.toString()), Kind.READ);
    }

    public static Call get(String path) {
        return new Call("GET", path, NOTHING, Kind.READ);
    }

    public static Call admin(String method, String path) {
        return new Call(method, path, NOTHING, Kind.ADMIN);
    }

    public static Call admin(String method, String path, JsonNode body) {
        return new Call(method, path, bytes(body.toString()), Kind.ADMIN);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    boolean hasBody() {
        return body != NOTHING;
    }
}
