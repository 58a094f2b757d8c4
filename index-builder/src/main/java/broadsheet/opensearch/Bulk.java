package broadsheet.opensearch;

import broadsheet.opensearch.ClusterException.Away;
import broadsheet.opensearch.ClusterException.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes documents, some hundred at a time, each with a version of ours, so that a bulk that comes late or twice puts
 * nothing old over something new. For one thread.
 */
public final class Bulk {

    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_OPERATIONS = 1_000;
    /** What happens to a single document while its node is busy or gone. */
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
    private static final int MOST_ROUNDS = 30;
    private static final long MOST_PAUSE_MILLIS = 5_000;

    private final Cluster cluster;
    private final String path;
    private List<Operation> waiting = new ArrayList<>();
    private int bytes;
    private long stale;

    /** One line or two: what to do, and the document. */
    private record Operation(byte[] action, byte[] document) {
        int length() {
            return action.length + document.length + 2;
        }
    }

    /** @param alias through which alone is written, so that a bulk that comes late finds nothing once it is gone */
    public Bulk(Cluster cluster, String alias) {
        this.cluster = cluster;
        this.path = "/" + alias + "/_bulk?require_alias=true";
    }

    public void put(String id, long version, JsonNode document) throws IOException {
        add(new Operation(action("index", id, version), Call.bytes(document.toString())));
    }

    public void delete(String id, long version) throws IOException {
        add(new Operation(action("delete", id, version), new byte[0]));
    }

    private static byte[] action(String name, String id, long version) {
        ObjectNode action = Cluster.JSON.createObjectNode();
        action.putObject(name).put("_id", id).put("version", version).put("version_type", "external_gte");
        return Call.bytes(action.toString());
    }

    private void add(Operation operation) throws IOException {
        if (bytes + operation.length() > MOST_BYTES && !waiting.isEmpty()) {
            flush();
        }
        waiting.add(operation);
        bytes += operation.length();
        if (waiting.size() >= MOST_OPERATIONS) {
            flush();
        }
    }

    /**
     * Sends what waits; returns when all of it is written.
     *
     * @throws Refused when the cluster will never take a document
     * @throws Away when it does not take one in time
     */
    public void flush() throws IOException {
        List<Operation> left = waiting;
        waiting = new ArrayList<>();
        bytes = 0;
        for (int round = 0; !left.isEmpty(); round++) {
            if (round == MOST_ROUNDS) {
                throw new Away(cluster.name() + ": " + left.size() + " documents are not taken", null);
            }
            if (round > 0) {
                Cluster.pause(Math.min(MOST_PAUSE_MILLIS, 50L << Math.min(round, 10)));
            }
            left = sent(left);
        }
    }

    /** @return those that are to be sent again */
    private List<Operation> sent(List<Operation> operations) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Operation operation : operations) {
            body.writeBytes(operation.action);
            body.write('\n');
            if (operation.document.length > 0) {
                body.writeBytes(operation.document);
                body.write('\n');
            }
        }
        JsonNode answer = cluster.send(new Call("POST", path, body.toByteArray(), Call.Kind.BULK));
        JsonNode items = answer.path("items");
        if (items.size() != operations.size()) {
            throw new Away(cluster.name() + ": answers for " + items.size() + " of " + operations.size()
                    + " documents", null);
        }
        List<Operation> again = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            if (isLater(items.get(i).iterator().next())) {
                again.add(operations.get(i));
            }
        }
        return again;
    }

    /** Whether a document is to be sent again. A version conflict says that it stands there, or something newer does. */
    private boolean isLater(JsonNode item) throws Refused {
        int status = item.path("status").asInt();
        if (status < 300 || status == 404 && item.path("error").isMissingNode()) {
            return false;
        }
        if (status == 409) {
            stale++;
            return false;
        }
        if (LATER.contains(status)) {
            return true;
        }
        JsonNode error = item.path("error");
        throw new Refused("the cluster does not take " + item.path("_id").asString("") + ": " + status + " "
                + error.path("type").asString("") + ": " + error.path("reason").asString(""), status,
                error.path("type").asString(""));
    }

    /** How many documents were there already, or newer ones. */
    public long stale() {
        return stale;
    }
}
