package broadsheet.search.opensearch;

import broadsheet.index.PostFields;
import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.index.opensearch.PostJson;
import broadsheet.post.Post;
import broadsheet.search.lucene.retrieve.Start.Part;
import tools.jackson.databind.JsonNode;

/**
 * A post that the cluster found.
 *
 * @param source what is kept of it
 * @param place its values in the order of hits: score or date, and {@link ClusterSchema#ORDER}; empty for a pin
 * @param complete whether it has all the words
 */
record ClusterHit(JsonNode source, JsonNode place, double score, boolean complete, boolean pinned) {

    /** @param byScore else by date, where scores are 0 */
    static ClusterHit of(JsonNode hit, Part part, boolean byScore) {
        JsonNode place = hit.path("sort");
        return new ClusterHit(hit.path("_source"), place, byScore ? place.path(0).asDouble(0) : 0,
                part == Part.ALL_WORDS, false);
    }

    /** The same post's story, told by another of its posts. */
    ClusterHit toldBy(JsonNode other) {
        return new ClusterHit(other, place, score, complete, pinned);
    }

    String id() {
        return source.path(PostFields.ID).asString("");
    }

    String story() {
        return source.path(ClusterSchema.STORY).asString("");
    }

    /** Whether its story has other posts. */
    boolean copied() {
        return source.path(ClusterSchema.COPIED).asBoolean(false);
    }

    Post post() {
        return PostJson.read(source.path(ClusterSchema.POST));
    }

    /** The part of the list of hits in which it stands. */
    Part part() {
        Part words = complete ? Part.ALL_WORDS : Part.SOME_WORDS;
        return pinned ? Part.PINS : words;
    }
}
