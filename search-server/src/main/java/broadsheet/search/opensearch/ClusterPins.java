package broadsheet.search.opensearch;

import broadsheet.index.PostFields;
import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.opensearch.Cluster;
import broadsheet.search.lucene.retrieve.Start.Part;
import broadsheet.search.opensearch.ClusterPosts.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The posts that stand first for a query, those of them that may be seen.
 *
 * @param hits one a story, in the owner's order
 * @param all all of them by their ids
 * @param some those that have some of the words
 * @param folded whether copies are folded
 */
record ClusterPins(List<ClusterHit> hits, Map<String, ClusterHit> all, Set<String> some, boolean folded) {

    static final ClusterPins NONE = new ClusterPins(List.of(), Map.of(), Set.of(), false);

    static ClusterPins of(List<String> ids, ClusterPosts posts, PageQueries queries, boolean folded)
            throws IOException {
        if (ids.isEmpty()) {
            return NONE;
        }
        List<Question> questions = new ArrayList<>();
        ObjectNode seen = queries.visible(ids);
        questions.add(new Question(asked(seen, ids), false));
        questions.add(new Question(asked(queries.scored(seen, true), ids), true));
        questions.add(new Question(asked(queries.scored(seen, false), ids), true));
        List<JsonNode> answers = posts.search(questions, "");
        Map<String, Double> complete = scores(answers.get(1));
        Map<String, Double> some = scores(answers.get(2));
        Map<String, JsonNode> sources = new HashMap<>();
        answers.getFirst().path("hits").path("hits").forEach(hit -> sources.put(
                hit.path("_source").path(PostFields.ID).asString(""), hit.path("_source")));
        Map<String, ClusterHit> all = new HashMap<>();
        List<ClusterHit> hits = new ArrayList<>();
        Set<String> stories = new HashSet<>();
        for (String id : ids) {
            if (sources.containsKey(id) && !all.containsKey(id)) {
                boolean whole = complete.containsKey(id);
                double score = queries.byScore() ? (whole ? complete : some).getOrDefault(id, 0.0) : 0;
                ClusterHit hit = new ClusterHit(sources.get(id), Cluster.JSON.createArrayNode(), score, whole, true);
                all.put(id, hit);
                if (!folded || stories.add(hit.story())) {
                    hits.add(hit);
                }
            }
        }
        return new ClusterPins(hits, all, some.keySet(), folded);
    }

    private static ObjectNode asked(ObjectNode query, List<String> ids) {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", ids.size()).put("track_total_hits", false);
        body.set("query", query);
        return ClusterRetrieval.kept(body);
    }

    private static Map<String, Double> scores(JsonNode answer) {
        Map<String, Double> scores = new HashMap<>();
        answer.path("hits").path("hits").forEach(hit -> scores
                .put(hit.path("_source").path(PostFields.ID).asString(""), hit.path("_score").asDouble(0)));
        return scores;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    Set<String> ids() {
        return all.keySet();
    }

    /** How many of them are found by no words. @param relaxed whether those with some of the words are found */
    long extra(boolean relaxed) {
        return all.entrySet().stream().filter(pin -> !pin.getValue().complete())
                .filter(pin -> !relaxed || !some.contains(pin.getKey())).count();
    }

    /** What is no hit behind them: themselves, and their copies. */
    List<ObjectNode> without() {
        if (all.isEmpty()) {
            return List.of();
        }
        List<ObjectNode> without = new ArrayList<>(List.of(PageQueries.terms(PostFields.ID, ids())));
        if (folded) {
            without.add(PageQueries.terms(ClusterSchema.STORY, hits.stream().map(ClusterHit::story).toList()));
        }
        return without;
    }

    /** Those that a page shows. @param before how many hits stand before the page */
    List<ClusterHit> shown(int before, int size, Optional<LastHit> after) {
        boolean passed = after.isPresent() && after.get().part() != Part.PINS;
        int from = passed ? hits.size() : Math.min(before, hits.size());
        return hits.subList(from, Math.min(hits.size(), from + size));
    }
}
