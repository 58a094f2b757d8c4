package broadsheet.search.opensearch;

import broadsheet.index.PostFields;
import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.opensearch.Cluster;
import broadsheet.search.opensearch.ClusterPosts.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The other posts of a page's stories. Of equally good copies the newest stands for its story, which a node does not know
 * when it folds: it takes the first in the order of posts.
 */
final class StoryCopies {

    /** A hit shows 100 copies at most. */
    private static final int MOST = 1_000;
    private static final List<String> TEXTS = List.of("body", "excerpt", "unseen");

    private final ClusterPosts posts;
    private final PageQueries queries;
    private List<JsonNode> copies = List.of();

    StoryCopies(ClusterPosts posts, PageQueries queries) {
        this.posts = posts;
        this.queries = queries;
    }

    /** The hits, told by the posts that stand for their stories. Only then {@link #others} are known. */
    List<ClusterHit> told(List<ClusterHit> page) throws IOException {
        Set<String> stories = new LinkedHashSet<>();
        page.stream().filter(ClusterHit::copied).forEach(hit -> stories.add(hit.story()));
        if (stories.isEmpty() || !queries.request().foldCopies()) {
            return page;
        }
        ObjectNode some = queries.ofStories(stories);
        List<JsonNode> answers = posts.search(List.of(asked(queries.alsoScored(some, true)),
                asked(queries.alsoScored(some, false))), "");
        Map<Boolean, List<JsonNode>> found = new HashMap<>();
        for (boolean complete : List.of(true, false)) {
            List<JsonNode> hits = new ArrayList<>();
            answers.get(complete ? 0 : 1).path("hits").path("hits").forEach(hits::add);
            found.put(complete, hits);
        }
        copies = found.get(true).stream().map(hit -> hit.path("_source")).toList();
        return queries.byScore() ? newest(page, found) : page;
    }

    /** The other posts of the page's stories that may be seen, without their texts. */
    List<JsonNode> others() {
        return copies;
    }

    private static Question asked(ObjectNode query) {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", MOST).put("track_total_hits", false);
        body.set("query", query);
        ArrayNode sort = body.putArray("sort");
        sort.addObject().putObject(PostFields.DATE).put("order", "desc").put("missing", "_last");
        sort.addObject().put(ClusterSchema.ORDER, "asc");
        body.put("track_scores", true);
        ArrayNode without = body.putObject("_source").putArray("excludes");
        TEXTS.forEach(text -> without.add(ClusterSchema.POST + "." + text));
        without.add(ClusterSchema.SKETCH);
        return new Question(body, true);
    }

    private List<ClusterHit> newest(List<ClusterHit> page, Map<Boolean, List<JsonNode>> found) throws IOException {
        Map<ClusterHit, String> better = new HashMap<>();
        for (ClusterHit hit : page) {
            if (!hit.copied() || hit.pinned()) {
                continue;
            }
            for (JsonNode copy : found.get(hit.complete())) {
                boolean same = copy.path("_source").path(ClusterSchema.STORY).asString("").equals(hit.story());
                if (same && (float) copy.path("_score").asDouble() == (float) hit.score()) {
                    better.put(hit, copy.path("_source").path(PostFields.ID).asString(""));
                    break; // the newest comes first
                }
            }
        }
        better.entrySet().removeIf(entry -> entry.getValue().equals(entry.getKey().id()));
        return better.isEmpty() ? page : replaced(page, better);
    }

    private List<ClusterHit> replaced(List<ClusterHit> page, Map<ClusterHit, String> better) throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", better.size());
        body.set("query", PageQueries.terms(PostFields.ID, better.values()));
        Map<String, JsonNode> sources = new HashMap<>();
        posts.sources(ClusterRetrieval.kept(body)).forEach(source -> sources
                .put(source.path(PostFields.ID).asString(""), source));
        List<ClusterHit> told = new ArrayList<>();
        for (ClusterHit hit : page) {
            JsonNode other = sources.get(better.getOrDefault(hit, ""));
            told.add(other == null ? hit : hit.toldBy(other));
        }
        return told;
    }
}
