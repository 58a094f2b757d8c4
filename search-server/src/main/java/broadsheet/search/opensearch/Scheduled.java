package broadsheet.search.opensearch;

import broadsheet.index.PostFields;
import broadsheet.opensearch.Cluster;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.Query;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The hours from which posts may be seen that nobody could see when their generation was built. Each answer says how many
 * posts there are, so that they are counted here as long as they are few.
 *
 * @param built when that was
 * @param hours in milliseconds
 * @param all whether there are no others
 */
record Scheduled(Instant built, List<Long> hours, boolean all) {

    private static final int MOST = 1_000;

    static Scheduled of(ClusterPosts posts, Instant built) throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", MOST + 1).put("track_total_hits", false)
                .put("_source", false);
        body.putObject("query").putObject("range").putObject(PostFields.VISIBLE_FROM).put("gte",
                built.toEpochMilli());
        body.putArray("sort").addObject().put(PostFields.VISIBLE_FROM, "asc");
        List<Long> hours = new ArrayList<>();
        for (JsonNode hit : posts.search(body).path("hits").path("hits")) {
            hours.add(hit.path("sort").path(0).asLong());
        }
        return new Scheduled(built, hours, hours.size() <= MOST);
    }

    /** How many posts may not be seen yet, if that is what is asked and it is known here. */
    OptionalInt count(Query query) {
        if (!all || !(query instanceof PointRangeQuery range) || !range.getField().equals(PostFields.VISIBLE_FROM)
                || LongPoint.decodeDimension(range.getUpperPoint(), 0) != Long.MAX_VALUE) {
            return OptionalInt.empty();
        }
        long first = LongPoint.decodeDimension(range.getLowerPoint(), 0);
        return first < built.toEpochMilli()
                ? OptionalInt.empty()
                : OptionalInt.of((int) hours.stream().filter(hour -> hour >= first).count());
    }
}
