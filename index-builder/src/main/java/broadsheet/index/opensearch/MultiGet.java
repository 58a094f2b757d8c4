package broadsheet.index.opensearch;

import broadsheet.index.IndexException;
import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads some posts of an index at once, as they stood at its last refresh. */
final class MultiGet {

    /** How often a busy node is asked again for a post, and how long it is left alone before. */
    private static final int MOST_ROUNDS = 60;
    private static final long PAUSE_MILLIS = 500;

    private final Cluster cluster;
    private final String index;

    MultiGet(Cluster cluster, String index) {
        this.cluster = cluster;
        this.index = index;
    }

    /** @throws IndexException.Damaged when one is not there, or its node gives none for half a minute */
    List<JsonNode> of(List<String> ids) throws IOException {
        List<JsonNode> posts = new ArrayList<>();
        List<String> left = round(ids, posts, false);
        for (int round = 1; !left.isEmpty(); round++) {
            BuilderLock.pause(PAUSE_MILLIS);
            left = round(left, posts, round == MOST_ROUNDS);
        }
        return posts;
    }

    /** @return those that a busy node has not given */
    private List<String> round(List<String> ids, List<JsonNode> posts, boolean last) throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode();
        ArrayNode wanted = body.putArray("ids");
        ids.forEach(wanted::add);
        List<String> again = new ArrayList<>();
        for (JsonNode post : cluster.send(Call.read("/" + index + "/_mget?realtime=false", body)).path("docs")) {
            String id = post.path("_id").asString("");
            if (post.path("found").asBoolean(false)) {
                posts.add(post);
            } else if (post.has("error") && !last) {
                again.add(id);
            } else {
                throw new IndexException.Damaged(index + " of the cluster does not give " + id + ": "
                        + post.path("error").path("reason").asString("it is not there"));
            }
        }
        return again;
    }
}
