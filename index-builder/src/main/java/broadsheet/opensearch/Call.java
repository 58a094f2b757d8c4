package broadsheet.opensearch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A request to a cluster.
 *
 * @param method {@code GET}, {@code PUT}
 * @param path from the slash on, with the query: {@code /news/_search?size=0}
 * @param body JSON, or lines of JSON; empty for none
 * @param kind how long it may take, and whether it may be asked again
 */
public record Call(String method, String path, byte[] body, Kind kind) {

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

    private static final byte[] NOTHING = {};

    public static Call search(String path, JsonNode body) {
        return new Call("POST", path, bytes(body.toString()), Kind.SEARCH);
    }

    /** Several searches at once: a line that says how, and a line with the question, for each. */
    public static Call searches(String path, List<? extends JsonNode> lines) {
        String body = String.join("\n", lines.stream().map(JsonNode::toString).toList()) + "\n";
        return new Call("POST", path, bytes(body), Kind.SEARCH);
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
        return body.length > 0;
    }
}
