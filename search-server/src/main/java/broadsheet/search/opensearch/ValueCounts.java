package broadsheet.search.opensearch;

import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostSchema;
import broadsheet.opensearch.Cluster;
import broadsheet.search.SearchException;
import broadsheet.search.SearchResponse.FacetCount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How many found posts have each value of a field. Values that differ by case alone are one, as they are for filters, and
 * shown as most of the found posts write it. Which values of a generation are written in several ways is known, so that
 * they are counted one by one and added here. Where that is not known, nodes count the ways within each value, which takes
 * them a hundred times as long. Safe for many threads; one for a generation.
 */
final class ValueCounts {

    private static final Logger LOG = LoggerFactory.getLogger(ValueCounts.class);
    private static final List<String> FIELDS = List.of(PostFields.AUTHOR, PostFields.CATEGORY, PostFields.TAG,
            PostFields.LANG);
    /** As in the embedded engine. */
    private static final int MOST_VALUES = 30;
    /** Asked for where ways are counted within values: of equal counts the cluster may give others first. */
    private static final int ASKED_VALUES = 60;
    /** Each part of the index gives so many: counts are exact while an archive has fewer values in a field. */
    private static final int OF_EACH_SHARD = 2_000;
    /** Ways to write a value that are looked at, and other values of its posts. */
    private static final int WAYS = 100;
    /** Of a field with more values it is not known how they are written. */
    private static final int KEPT = 20_000;
    /** Ways to write that are counted one by one. */
    private static final int MOST_SEVERAL = 1_000;
    private static final String APART = ".several";
    private static final Comparator<FacetCount> ORDER = Comparator.comparingLong((FacetCount value) -> -value.count())
            .thenComparing(value -> value.value().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final ClusterPosts posts;
    /** By field the ways to write those values that are written in several; no row where that is not known. */
    private final Map<String, List<String>> several;

    private ValueCounts(ClusterPosts posts, Map<String, List<String>> several) {
        this.posts = posts;
        this.several = several;
    }

    static ValueCounts of(ClusterPosts posts) throws IOException {
        return of(posts, KEPT);
    }

    /** @param kept of a field with more values it is not known how they are written */
    static ValueCounts of(ClusterPosts posts, int kept) throws IOException {
        ObjectNode all = Cluster.JSON.createObjectNode();
        all.putObject("match_all");
        ObjectNode body = counting(all);
        ObjectNode counted = body.putObject("aggs");
        FIELDS.forEach(
                field -> counted.putObject(field).putObject("terms").put("field", field).put("size", kept));
        Map<String, List<String>> several = new HashMap<>();
        try {
            JsonNode answer = posts.search(body).path("aggregations");
            FIELDS.forEach(field -> several(answer.path(field)).ifPresent(ways -> several.put(field, ways)));
        } catch (SearchException.Unavailable e) {
            LOG.warn("facets will be slow, as nobody knows how values are written: {}", e.getMessage());
        }
        return new ValueCounts(posts, Map.copyOf(several));
    }

    private static Optional<List<String>> several(JsonNode values) {
        if (values.path("sum_other_doc_count").asLong(0) > 0) {
            return Optional.empty();
        }
        Map<String, List<String>> byKey = new LinkedHashMap<>();
        for (JsonNode bucket : values.path("buckets")) {
            String value = bucket.path("key").asString("");
            byKey.computeIfAbsent(PostSchema.key(value), key -> new ArrayList<>()).add(value);
        }
        List<String> ways = byKey.values().stream().filter(written -> written.size() > 1).flatMap(List::stream)
                .sorted().toList();
        return ways.size() > MOST_SEVERAL ? Optional.empty() : Optional.of(ways);
    }

    /** Has the values of a field counted, under the field's name. */
    void ask(ObjectNode counted, String field) {
        List<String> ways = several.get(field);
        if (ways == null) {
            ObjectNode keys = asked(counted, field, PostSchema.keys(field), ASKED_VALUES);
            keys.putObject("aggs").putObject("ways").putObject("terms").put("field", field).put("size", WAYS);
            return;
        }
        ObjectNode single = asked(counted, field, field, MOST_VALUES);
        if (!ways.isEmpty()) {
            ways.forEach(((ObjectNode) single.path("terms")).putArray("exclude")::add);
            ObjectNode apart = asked(counted, field + APART, field, ways.size());
            ways.forEach(((ObjectNode) apart.path("terms")).putArray("include")::add);
        }
    }

    private static ObjectNode asked(ObjectNode counted, String name, String field, int size) {
        ObjectNode asked = counted.putObject(name);
        ObjectNode terms = asked.putObject("terms").put("field", field).put("size", size).put("shard_size",
                Math.max(size, OF_EACH_SHARD));
        ArrayNode order = terms.putArray("order");
        order.addObject().put("_count", "desc");
        order.addObject().put("_key", "asc");
        return asked;
    }

    /** The values of a field in the posts that match, the most frequent first. */
    List<FacetCount> of(ObjectNode query, String field) throws IOException {
        ObjectNode body = counting(query);
        ask(body.putObject("aggs"), field);
        return of(posts.search(body).path("aggregations"), field);
    }

    /** What was counted for a field. */
    List<FacetCount> of(JsonNode counted, String field) {
        List<FacetCount> values = new ArrayList<>();
        boolean known = several.containsKey(field);
        for (JsonNode bucket : counted.path(field).path("buckets")) {
            values.add(new FacetCount(known ? bucket.path("key").asString("") : commonest(bucket), count(bucket)));
        }
        Map<String, List<FacetCount>> apart = new TreeMap<>();
        for (JsonNode bucket : counted.path(field + APART).path("buckets")) {
            String value = bucket.path("key").asString("");
            apart.computeIfAbsent(PostSchema.key(value), key -> new ArrayList<>())
                    .add(new FacetCount(value, count(bucket)));
        }
        apart.values().forEach(ways -> values.add(new FacetCount(ways.stream().min(ORDER).orElseThrow().value(),
                ways.stream().mapToLong(FacetCount::count).sum())));
        return values.stream().sorted(ORDER).limit(MOST_VALUES).toList();
    }

    private static long count(JsonNode bucket) {
        return bucket.path("doc_count").asLong();
    }

    /** How most posts write a value, of equally many the first way. */
    private static String commonest(JsonNode bucket) {
        String key = bucket.path("key").asString("");
        for (JsonNode way : bucket.path("ways").path("buckets")) {
            String value = way.path("key").asString("");
            if (PostSchema.key(value).equals(key)) {
                return value;
            }
        }
        return key;
    }

    private static ObjectNode counting(ObjectNode query) {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", 0).put("track_total_hits", false);
        body.set("query", query);
        return body;
    }
}
