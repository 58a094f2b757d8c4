package broadsheet.search.opensearch;

import broadsheet.copies.StoryTable;
import broadsheet.index.PostFields;
import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.opensearch.Cluster;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.vocabulary.CompletionSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Headlines of the newest posts, and the most frequent names, out of a cluster. */
record ClusterCompletions(Reading reading) implements CompletionSource {

    /** As many as completions keep. */
    private static final int MOST_HEADLINES = 100_000;
    private static final int MOST_NAMES = 20_000;
    private static final int AT_ONCE = 2_000;

    @Override
    public void each(Taker taker) throws IOException {
        ClusterSearcher searcher = (ClusterSearcher) reading.searcher();
        BooleanQuery.Builder visible = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        reading.addVisible(visible);
        ObjectNode query = searcher.json(visible.build());
        for (String field : List.of(PostFields.AUTHOR, PostFields.CATEGORY, PostFields.TAG)) {
            names(searcher, query, field, taker);
        }
        headlines(searcher, query, taker);
    }

    private static void names(ClusterSearcher searcher, ObjectNode query, String field, Taker taker)
            throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", 0).put("track_total_hits", false);
        body.set("query", query);
        body.putObject("aggs").putObject("names").putObject("terms").put("field", field).put("size", MOST_NAMES);
        searcher.posts().search(body).path("aggregations").path("names").path("buckets").forEach(
                name -> taker.name(name.path("key").asString(""), name.path("doc_count").asLong()));
    }

    private static void headlines(ClusterSearcher searcher, ObjectNode query, Taker taker) throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", AT_ONCE).put("track_total_hits", false);
        body.set("query", query);
        ArrayNode sort = body.putArray("sort");
        sort.addObject().putObject(PostFields.DATE).put("order", "desc").put("missing", "_last");
        sort.addObject().put(ClusterSchema.ORDER, "asc");
        body.putArray("_source").add(ClusterSchema.POST + "." + PostFields.TITLE).add(ClusterSchema.STORY)
                .add(ClusterSchema.COPIED);
        Map<String, Integer> stories = new HashMap<>();
        for (int taken = 0; taken < MOST_HEADLINES; taken += AT_ONCE) {
            JsonNode hits = searcher.posts().search(body).path("hits").path("hits");
            hits.forEach(hit -> headline(hit, stories, taker));
            if (hits.size() < AT_ONCE) {
                return;
            }
            body.set("search_after", hits.get(hits.size() - 1).path("sort"));
        }
    }

    private static void headline(JsonNode hit, Map<String, Integer> stories, Taker taker) {
        JsonNode source = hit.path("_source");
        int story = source.path(ClusterSchema.COPIED).asBoolean(false)
                ? stories.computeIfAbsent(source.path(ClusterSchema.STORY).asString(""), key -> stories.size())
                : StoryTable.NONE;
        taker.headline(source.path(ClusterSchema.POST).path(PostFields.TITLE).asString(""),
                hit.path("sort").path(0).asLong(Long.MIN_VALUE), story);
    }
}
