package broadsheet.index.opensearch;

import broadsheet.index.SiteFacts;
import broadsheet.opensearch.Cluster;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An index of posts on the cluster, as its mapping's {@code _meta} describes it.
 *
 * @param number rises with each build
 * @param whole whether it was published, or could be
 * @param schema {@link ClusterSchema#VERSION} of the program that wrote it
 */
public record ClusterGeneration(long number, String index, boolean whole, String schema, Instant built, long posts,
        SiteFacts site) {

    /** The index of what is kept beside the posts: the words of the archive, the state of the build. */
    public String notes() {
        return index + "-notes";
    }

    /** The description of a generation that is being filled. */
    static ObjectNode unfinished(long number) {
        return Cluster.JSON.createObjectNode().put("generation", number).put("whole", false)
                .put("schema", ClusterSchema.VERSION);
    }

    /** The description of a whole one. */
    ObjectNode meta() {
        ObjectNode meta = unfinished(number).put("whole", whole).put("schema", schema).put("built", built.toString())
                .put("posts", posts);
        meta.putObject("site").put("title", site.title()).put("url", site.url()).put("lang", site.lang())
                .put("timezone", site.timeZone());
        return meta;
    }

    /** @param number as the name of the index says; a copy that was made of another generation describes that one */
    static ClusterGeneration of(String index, long number, JsonNode meta) {
        JsonNode site = meta.path("site");
        boolean whole = meta.path("whole").asBoolean(false) && meta.path("generation").asLong(-1) == number;
        return new ClusterGeneration(number, index, whole, meta.path("schema").asString(""),
                Instant.parse(meta.path("built").asString(Instant.EPOCH.toString())), meta.path("posts").asLong(0),
                new SiteFacts(site.path("title").asString(""), site.path("url").asString(""),
                        site.path("lang").asString(""), site.path("timezone").asString("UTC")));
    }
}
