package broadsheet.index.opensearch;

import broadsheet.index.PostFields;
import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Posts of an index, some hundred at a time. */
final class Scan {

    private static final int SIZE = 500;
    /** How long a node keeps the place in an index between two calls. */
    private static final String KEPT = "5m";

    private Scan() {}

    /** Gets one post after the other. */
    @FunctionalInterface
    interface Taker {
        void take(JsonNode hit) throws IOException;
    }

    /**
     * All posts, in no order. Each call goes on where the last one ended, where a search that begins behind an id looks
     * at all posts again; so the time grows with the posts and not with their square.
     */
    static void all(Cluster cluster, String index, List<String> kept, Taker taker) throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", SIZE);
        ArrayNode source = body.putArray("_source");
        kept.forEach(source::add);
        body.putArray("sort").add("_doc");
        JsonNode answer = cluster.send(Call.admin("POST",
                "/" + index + "/_search?allow_partial_search_results=false&scroll=" + KEPT, body));
        while (!answer.path("hits").path("hits").isEmpty()) {
            for (JsonNode hit : answer.path("hits").path("hits")) {
                taker.take(hit);
            }
            // sent once: a second time would be answered with the posts behind these
            answer = cluster.send(Call.admin("POST", "/_search/scroll", place(answer).put("scroll", KEPT)));
        }
        cluster.find(Call.admin("DELETE", "/_search/scroll", place(answer)));
    }

    private static ObjectNode place(JsonNode answer) {
        return Cluster.JSON.createObjectNode().put("scroll_id", answer.path("_scroll_id").asString(""));
    }

    /** Those that answer a question, in the order of their ids. @param index one that nobody changes meanwhile */
    static void each(Cluster cluster, String index, JsonNode query, List<String> kept, Taker taker)
            throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", SIZE).put("track_total_hits", false);
        body.set("query", query);
        ArrayNode source = body.putArray("_source");
        kept.forEach(source::add);
        body.putArray("sort").addObject().put(PostFields.ID, "asc");
        while (true) {
            JsonNode answer = cluster
                    .send(Call.read("/" + index + "/_search?allow_partial_search_results=false", body));
            JsonNode hits = answer.path("hits").path("hits");
            for (JsonNode hit : hits) {
                taker.take(hit);
            }
            if (hits.size() < SIZE) {
                return;
            }
            body.set("search_after", hits.get(hits.size() - 1).path("sort"));
        }
    }
}
