package broadsheet.search.opensearch;

import broadsheet.index.lucene.PostSchema;
import broadsheet.opensearch.Cluster;
import broadsheet.search.SearchResponse.FacetCount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How many found posts have each value of a field. Counted is what is compared, so that spellings which differ by case
 * alone are one value, as they are for filters; shown is the commonest spelling among the found posts. A node that counts
 * spellings within each value takes a hundred times as long, so that is asked only of values that have several. Safe for
 * many threads; one for a generation.
 */
final class ValueCounts {

    /** As in the embedded engine. */
    private static final int MOST_VALUES = 30;
    /** Asked for beside those that are shown: of equal counts the cluster may give others first. */
    private static final int ASKED_VALUES = 60;
    /** Each part of the index gives so many: counts are exact while an archive has fewer values in a field. */
    private static final int OF_EACH_SHARD = 2_000;
    /** Spellings of a value that are looked at, and other values of its posts. */
    private static final int SPELLINGS = 10;
    /** Of a field with more values nothing is remembered. Some hundred bytes each. */
    private static final int KEPT = 20_000;
    private static final String SEVERAL = "";

    private final ClusterPosts posts;
    private final int kept;
    /** By field and key how the value is written everywhere, or {@link #SEVERAL}. */
    private final Map<String, Map<String, String>> written = new ConcurrentHashMap<>();

    ValueCounts(ClusterPosts posts) {
        this(posts, KEPT);
    }

    /** @param kept of a field with more values nothing is remembered */
    ValueCounts(ClusterPosts posts, int kept) {
        this.posts = posts;
        this.kept = kept;
    }

    /** Has the values of a field counted, under the field's name. */
    static void ask(ObjectNode counted, String field) {
        ObjectNode terms = counted.putObject(field).putObject("terms").put("field", PostSchema.keys(field))
                .put("size", ASKED_VALUES).put("shard_size", OF_EACH_SHARD);
        ArrayNode order = terms.putArray("order");
        order.addObject().put("_count", "desc");
        order.addObject().put("_key", "asc");
    }

    /** The values of a field in the posts that match, the most frequent first. */
    List<FacetCount> of(ObjectNode query, String field) throws IOException {
        ObjectNode body = counting(query);
        ask(body.putObject("aggs"), field);
        return of(posts.search(body).path("aggregations"), List.of(field), query).get(field);
    }

    /** What was counted for some fields. @param query whose posts were counted */
    Map<String, List<FacetCount>> of(JsonNode counted, List<String> fields, ObjectNode query) throws IOException {
        Map<String, Map<String, String>> spelt = spelt(counted, fields, query);
        Map<String, List<FacetCount>> counts = new HashMap<>();
        for (String field : fields) {
            List<FacetCount> values = new ArrayList<>();
            for (JsonNode bucket : counted.path(field).path("buckets")) {
                String value = spelt.get(field).get(bucket.path("key").asString(""));
                values.add(new FacetCount(value, bucket.path("doc_count").asLong()));
            }
            values.sort(Comparator.comparingLong((FacetCount value) -> -value.count())
                    .thenComparing(value -> value.value().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
            counts.put(field, values.stream().limit(MOST_VALUES).toList());
        }
        return counts;
    }

    /** By field and key how a value is written; the cluster is asked for those of which that is not known. */
    private Map<String, Map<String, String>> spelt(JsonNode counted, List<String> fields, ObjectNode query)
            throws IOException {
        Map<String, Map<String, String>> spelt = new HashMap<>();
        ObjectNode body = counting(query);
        ObjectNode unclear = body.putObject("aggs");
        for (String field : fields) {
            Map<String, String> known = new HashMap<>();
            List<String> open = new ArrayList<>();
            for (JsonNode bucket : counted.path(field).path("buckets")) {
                String key = bucket.path("key").asString("");
                String value = written(field).getOrDefault(key, SEVERAL);
                known.put(key, value.equals(SEVERAL) ? key : value);
                if (value.equals(SEVERAL)) {
                    open.add(key);
                }
            }
            spelt.put(field, known);
            if (!open.isEmpty()) {
                askSpellings(unclear.putObject(field), field, open);
            }
        }
        if (!unclear.isEmpty()) {
            JsonNode answer = posts.search(body).path("aggregations");
            fields.forEach(field -> answer.path(field).path("buckets").forEach(bucket -> spelt.get(field)
                    .put(bucket.path("key").asString(""), commonest(bucket))));
        }
        return spelt;
    }

    private static ObjectNode counting(ObjectNode query) {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", 0).put("track_total_hits", false);
        body.set("query", query);
        return body;
    }

    private static void askSpellings(ObjectNode counted, String field, List<String> keys) {
        ObjectNode terms = counted.putObject("terms").put("field", PostSchema.keys(field)).put("size", keys.size());
        ArrayNode only = terms.putArray("include");
        keys.forEach(only::add);
        counted.putObject("aggs").putObject("spelt").putObject("terms").put("field", field).put("size", SPELLINGS);
    }

    /** The commonest spelling of a value, of equally common ones the first. */
    private static String commonest(JsonNode bucket) {
        String key = bucket.path("key").asString("");
        for (JsonNode spelt : bucket.path("spelt").path("buckets")) {
            String value = spelt.path("key").asString("");
            if (PostSchema.key(value).equals(key)) {
                return value;
            }
        }
        return key;
    }

    private Map<String, String> written(String field) throws IOException {
        Map<String, String> known = written.get(field);
        if (known == null) {
            known = all(field);
            written.put(field, known);
        }
        return known;
    }

    private Map<String, String> all(String field) throws IOException {
        ObjectNode all = Cluster.JSON.createObjectNode();
        all.putObject("match_all");
        ObjectNode body = counting(all);
        body.putObject("aggs").putObject("values").putObject("terms").put("field", field).put("size", kept);
        JsonNode values = posts.search(body).path("aggregations").path("values");
        Map<String, String> known = new HashMap<>();
        if (values.path("sum_other_doc_count").asLong(0) == 0) {
            for (JsonNode bucket : values.path("buckets")) {
                String value = bucket.path("key").asString("");
                known.merge(PostSchema.key(value), value, (one, other) -> SEVERAL);
            }
        }
        return known;
    }
}
