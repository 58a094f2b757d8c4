package broadsheet.search.opensearch;

import broadsheet.index.IndexException;
import broadsheet.index.PostFields;
import broadsheet.index.opensearch.ClusterGeneration;
import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.index.opensearch.Notes;
import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import broadsheet.search.lucene.match.GroupStatistics;
import broadsheet.search.lucene.match.PositionQuery;
import broadsheet.search.lucene.match.Positions;
import broadsheet.search.lucene.match.TermAt;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.IndexView;
import broadsheet.search.opensearch.ClusterPosts.Question;
import broadsheet.search.opensearch.notes.NotesReader;
import broadsheet.search.opensearch.notes.NotesReader.Numbers;
import broadsheet.search.opensearch.render.QueryJson;
import broadsheet.search.opensearch.render.RenderContext;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.Term;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Opens a generation of the cluster: reads what the builder has noted of it, and asks for what the cluster knows better. */
final class GenerationOpener {

    private final Cluster cluster;
    private final ClusterPosts.Settings settings;

    GenerationOpener(Cluster cluster, ClusterPosts.Settings settings) {
        this.cluster = cluster;
        this.settings = settings;
    }

    /** @throws IndexException when it is none that this program can read */
    IndexView open(ClusterGeneration generation) throws IOException {
        if (!generation.schema().equals(ClusterSchema.VERSION)) {
            throw new IndexException.WrongSchema(generation.index() + " of the cluster has schema "
                    + generation.schema() + " and this server reads schema " + ClusterSchema.VERSION
                    + ": run `broadsheet index` again");
        }
        ClusterPosts posts = new ClusterPosts(cluster, generation.index(), settings);
        Notes notes = new Notes(cluster, generation.notes());
        JsonNode known = posts.search(asked(notes.fields()));
        NotesReader words = NotesReader.of(notes, Math.toIntExact(ClusterPosts.total(known)), having(known),
                numbers(known));
        RenderContext context = context(words, posts, !cluster.version().failsAtScripts());
        long bytes = cluster.send(Call.get("/" + generation.index() + "/_stats/store")).path("_all").path("primaries")
                .path("store").path("size_in_bytes").asLong();
        ClusterSearcher.Generation shared = new ClusterSearcher.Generation(posts, context,
                Scheduled.of(posts, generation.built()), ValueCounts.of(posts));
        IndexView view = IndexView.of(words,
                new IndexView.Facts(generation.number(), generation.built(), bytes, generation.site()),
                notes.prefixes(), (reader, budget) -> new ClusterSearcher(reader, budget, shared));
        view.kept(GroupStatistics.class, () -> new GroupStatistics((field, terms) -> inAll(context, field, terms)));
        return view;
    }

    private static GroupStatistics.Count inAll(RenderContext context, String field, List<TermAt> terms)
            throws IOException {
        if (terms.size() > 1) {
            RenderContext.Count row = context.phrases().of(field, terms);
            return new GroupStatistics.Count(row.posts(), row.times());
        }
        Term term = terms.getFirst().term();
        return new GroupStatistics.Count(context.words().docFreq(term), context.words().totalTermFreq(term));
    }

    private static ObjectNode asked(List<String> fields) {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", 0).put("track_total_hits", true);
        ObjectNode counted = body.putObject("aggs");
        ObjectNode filters = counted.putObject("having").putObject("filters").putObject("filters");
        fields.forEach(field -> filters.putObject(field).putObject("exists").put("field", field));
        for (String field : List.of(PostFields.DATE, PostFields.VISIBLE_FROM)) {
            counted.putObject(field).putObject("stats").put("field", field);
        }
        return body;
    }

    private static Map<String, Integer> having(JsonNode answer) {
        Map<String, Integer> having = new HashMap<>();
        answer.path("aggregations").path("having").path("buckets").properties()
                .forEach(field -> having.put(field.getKey(), field.getValue().path("doc_count").asInt()));
        return having;
    }

    private static Map<String, Numbers> numbers(JsonNode answer) {
        Map<String, Numbers> numbers = new HashMap<>();
        for (String field : List.of(PostFields.DATE, PostFields.VISIBLE_FROM)) {
            JsonNode known = answer.path("aggregations").path(field);
            if (known.path("count").asInt(0) > 0) {
                numbers.put(field, new Numbers(known.path("count").asInt(), (long) known.path("min").asDouble(),
                        (long) known.path("max").asDouble()));
            }
        }
        return numbers;
    }

    private static RenderContext context(NotesReader words, ClusterPosts posts, boolean scripts) {
        Map<Object, RenderContext.Count> known = new ConcurrentHashMap<>();
        RenderContext plain = new RenderContext(words, (field, terms) -> new RenderContext.Count(0, 0), scripts);
        return new RenderContext(words, (field, terms) -> {
            List<Object> key = List.of(field, terms);
            RenderContext.Count count = known.get(key);
            if (count == null) {
                count = count(posts, QueryJson.of(row(field, terms), plain));
                known.put(key, count);
            }
            return count;
        }, scripts);
    }

    private static PositionQuery row(String field, List<TermAt> terms) {
        return new PositionQuery(field, Positions.row(terms), Budget.begin(Budget.Limits.NONE));
    }

    /** In how many posts words stand in a row, and how often. A clause of intervals scores f / (f + 1). */
    private static RenderContext.Count count(ClusterPosts posts, ObjectNode row) throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", 0).put("track_total_hits", true);
        body.set("query", row);
        body.putObject("aggs").putObject("times").putObject("sum").putObject("script").put("source",
                "Math.round(_score / (1 - _score))");
        JsonNode answer = posts.search(List.of(new Question(body, false)), "").getFirst();
        return new RenderContext.Count(ClusterPosts.total(answer),
                (long) answer.path("aggregations").path("times").path("value").asDouble(0));
    }
}
