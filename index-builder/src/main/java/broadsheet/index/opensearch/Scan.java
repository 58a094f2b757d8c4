package broadsheet.index.opensearch;

import broadsheet.index.PostFields;
import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All posts of an index that answer a question, some hundred at a time, in the order of their ids. */
final class Scan {

    private static final int SIZE = 500;

    private Scan() {}

    /** Gets one post after the other. */
    @FunctionalInterface
    interface Taker {
        void take(JsonNode hit) throws IOException;
    }

    /** @param index one that nobody changes meanwhile */
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
