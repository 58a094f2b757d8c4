package broadsheet.opensearch;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a cluster says of a fault, as one line. */
final class Faults {

    private static final int LONGEST = 300;

    private Faults() {}

    /** {@code 400 resource_already_exists_exception: index [news-1] already exists}. */
    static String line(int status, byte[] body) {
        JsonNode error = error(body);
        String type = type(body);
        String reason = error.isString() ? error.asString() : error.path("reason").asString("") + ofShard(error);
        String line = status + (type.isEmpty() ? "" : " " + type) + (reason.isEmpty() ? "" : ": " + reason);
        String plain = line.replaceAll("\\s*\\R\\s*", " ");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + " …" : plain;
    }

    /** What a shard says; of a search the fault itself says only "all shards failed". */
    private static String ofShard(JsonNode error) {
        JsonNode shard = error.path("failed_shards").path(0).path("reason");
        JsonNode deepest = shard;
        while (deepest.path("caused_by").isObject()) {
            deepest = deepest.path("caused_by");
        }
        String why = deepest.path("reason").asString("");
        return shard.isMissingNode()
                ? ""
                : ": " + deepest.path("type").asString("") + (why.isEmpty() ? "" : ": " + why);
    }

    /** The name of the fault; empty where there is none. */
    static String type(byte[] body) {
        return error(body).path("type").asString("");
    }

    private static JsonNode error(byte[] body) {
        try {
            return Cluster.JSON.readTree(body).path("error");
        } catch (JacksonException e) {
            return Cluster.JSON.missingNode();
        }
    }
}
