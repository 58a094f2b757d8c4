package broadsheet.search.opensearch;

import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import broadsheet.opensearch.ClusterException.Away;
import broadsheet.opensearch.ClusterException.Refused;
import broadsheet.search.SearchException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The posts of one generation. They are asked for by the name of their index and not by the alias, so that all that one
 * request asks is answered by one generation. An answer in which some shard is missing is no answer. Safe for many threads.
 */
final class ClusterPosts {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterPosts.class);
    /** Counts that are known, by their question; some hundred bytes each. */
    private static final int MOST_COUNTS = 8_192;
    private static final int LONGEST_QUESTION = 500;
    /** A node that has just died is found out by the first question; the copies of its shards answer the next. */
    private static final int TRIES = 4;
    private static final long PAUSE_MILLIS = 100;
    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

    private final Cluster cluster;
    private final String index;
    private final Settings settings;
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    /**
     * How the cluster is asked.
     *
     * @param dfs whether frequencies of all shards are collected before posts are scored, so that shards do not show
     * @param limit how long a node may search
     */
    record Settings(boolean dfs, Duration limit) {}

    ClusterPosts(Cluster cluster, String index, Settings settings) {
        this.cluster = cluster;
        this.index = index;
        this.settings = settings;
    }

    /** Thrown where the index is gone: the builder drops generations that were replaced twice. */
    static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Gone(String message) {
            super(message);
        }
    }

    /** One of several questions that are asked at once; scored ones may need the frequencies of all shards. */
    record Question(ObjectNode body, boolean scored) {}

    /** How many posts match. */
    long count(JsonNode query) throws IOException {
        String text = query.toString();
        Long known = counts.get(text);
        if (known != null) {
            return known;
        }
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", 0).put("track_total_hits", true);
        body.set("query", query);
        long count = total(search(body));
        keep(text, count);
        return count;
    }

    /** Whether some post matches. */
    boolean hasAny(JsonNode query) throws IOException {
        String text = "any " + query;
        Long known = counts.get(text);
        if (known != null) {
            return known > 0;
        }
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", 0).put("track_total_hits", 1);
        body.set("query", query);
        long count = total(search(body));
        keep(text, count);
        return count > 0;
    }

    private void keep(String question, long count) {
        if (question.length() <= LONGEST_QUESTION) {
            if (counts.size() >= MOST_COUNTS) {
                counts.clear();
            }
            counts.put(question, count);
        }
    }

    static long total(JsonNode answer) {
        return answer.path("hits").path("total").path("value").asLong(0);
    }

    /** The answer to one question, not scored. */
    JsonNode search(ObjectNode body) throws IOException {
        return search(List.of(new Question(body, false)), "").getFirst();
    }

    /**
     * The answers to some questions, in their order.
     *
     * @param reader whose questions are answered by the same copies of shards, as long as these live; empty for any
     * @throws SearchException.Unavailable when the cluster is away, or answers in part
     * @throws Gone when the index is not there any more
     */
    List<JsonNode> search(List<Question> questions, String reader) throws IOException {
        Call call = Call.searches("/_msearch", nodes -> lines(questions, nodes.orElse(reader)));
        String why = "";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            List<JsonNode> answers = new ArrayList<>();
            send(call).path("responses").forEach(answers::add);
            why = fault(answers);
            if (why.isEmpty() && answers.size() == questions.size()) {
                return answers;
            }
            pause();
        }
        LOG.warn("the cluster gives no whole answer: {}", why);
        throw new SearchException.Unavailable(
                "The OpenSearch cluster gives no whole answer; the server's log has more.",
                null);
    }

    private List<JsonNode> lines(List<Question> questions, String preference) {
        List<JsonNode> lines = new ArrayList<>();
        for (Question question : questions) {
            ObjectNode how = Cluster.JSON.createObjectNode().put("index", index)
                    .put("allow_partial_search_results", false);
            if (question.scored() && settings.dfs()) {
                how.put("search_type", "dfs_query_then_fetch");
            }
            if (!preference.isEmpty()) {
                how.put("preference", preference);
            }
            lines.add(how);
            lines.add(question.body().put("timeout", settings.limit().toMillis() + "ms"));
        }
        return lines;
    }

    private JsonNode send(Call call) throws IOException {
        try {
            return cluster.send(call);
        } catch (Away e) {
            LOG.warn("the cluster is away: {}", e.getMessage());
            throw new SearchException.Unavailable("The OpenSearch cluster does not answer.", e);
        } catch (Refused e) {
            LOG.warn("the cluster refuses a search: {}", e.getMessage());
            throw new SearchException.Unavailable(
                    "The OpenSearch cluster refuses to search; the server's log has more.",
                    e);
        }
    }

    /** Why some answer is not whole; empty when all are. @throws SearchException.Unavailable when it never will be */
    private static String fault(List<JsonNode> answers) {
        for (JsonNode answer : answers) {
            int status = answer.path("status").asInt(200);
            if (answer.has("error")) {
                String why = status + " " + reason(answer.path("error"));
                if (PASSING.contains(status) && !why.contains("query_shard_exception")) {
                    return why;
                }
                if (status == 404) {
                    throw new Gone(why);
                }
                LOG.error("the cluster refuses a search: {}", why);
                throw new SearchException.Unavailable(why.contains("too_many_")
                        ? "The question has more clauses than the OpenSearch cluster allows; "
                                + "its owner can raise " + Clauses.SETTING + "."
                        : "The OpenSearch cluster refuses the search; the server's log has more.", null);
            }
            int failed = answer.path("_shards").path("failed").asInt(0);
            if (failed > 0 || answer.path("timed_out").asBoolean(false)) {
                return failed > 0 ? failed + " shards failed" : "timed out";
            }
        }
        return "";
    }

    private static String reason(JsonNode error) {
        String text = error.toString();
        return text.substring(0, Math.min(1_000, text.length()));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchException.Unavailable("stopped", e);
        }
    }

    /** A post by an exact term; of several the first in the order of posts. */
    List<JsonNode> sources(ObjectNode body) throws IOException {
        List<JsonNode> sources = new ArrayList<>();
        search(body).path("hits").path("hits").forEach(hit -> sources.add(hit.path("_source")));
        return sources;
    }
}
