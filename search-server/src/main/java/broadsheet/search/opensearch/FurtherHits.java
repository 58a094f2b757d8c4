package broadsheet.search.opensearch;

import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.opensearch.Cluster;
import broadsheet.search.SearchRequest;
import broadsheet.search.opensearch.ClusterPosts.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hits behind a hit. A node folds no copies while it goes on behind a hit, so that they are folded here: a post is no hit
 * where a copy of it stands before.
 */
final class FurtherHits {

    /** Posts that are asked for beside those that are needed, as some are copies. */
    private static final int SPARE = 5;

    private final ClusterPosts posts;
    private final PageQueries queries;
    private final SearchRequest request;
    private final String reader;

    FurtherHits(ClusterPosts posts, PageQueries queries, SearchRequest request, String reader) {
        this.posts = posts;
        this.queries = queries;
        this.request = request;
        this.reader = reader;
    }

    /** @param search for hits, made anew for each question */
    List<ClusterHit> behind(LastHit last, Supplier<ObjectNode> search, int room) throws IOException {
        List<ClusterHit> found = new ArrayList<>();
        Set<String> told = new HashSet<>();
        JsonNode place = last.place(queries.byScore());
        while (room > 0) {
            int size = request.foldCopies() ? 2 * room + SPARE : room;
            ObjectNode body = search.get().put("size", size);
            body.set("search_after", place);
            List<ClusterHit> next = new ArrayList<>();
            ask(body).forEach(hit -> next.add(ClusterHit.of(hit, last.part(), queries.byScore())));
            told.addAll(toldBefore(last, search, next));
            for (ClusterHit hit : next) {
                boolean folded = request.foldCopies() && hit.copied() && !told.add(hit.story());
                if (!folded) {
                    found.add(hit);
                    if (found.size() == room) {
                        return found;
                    }
                }
            }
            if (next.size() < size) {
                return found;
            }
            place = next.getLast().place();
        }
        return found;
    }

    private JsonNode ask(ObjectNode body) throws IOException {
        return posts.search(List.of(new Question(body, queries.byScore())), reader).getFirst().path("hits")
                .path("hits");
    }

    /** The stories of posts of which a copy stands before the last hit, or is it. */
    private Set<String> toldBefore(LastHit last, Supplier<ObjectNode> search, List<ClusterHit> hits)
            throws IOException {
        Set<String> stories = new LinkedHashSet<>();
        hits.stream().filter(ClusterHit::copied).forEach(hit -> stories.add(hit.story()));
        if (!request.foldCopies() || stories.isEmpty()) {
            return Set.of();
        }
        ObjectNode body = queries.folded(search.get()).put("size", stories.size());
        ObjectNode scored = (ObjectNode) body.path("query");
        ObjectNode within = Cluster.JSON.createObjectNode();
        ObjectNode parts = within.putObject("bool");
        parts.putArray("must").add(scored);
        parts.putArray("filter").add(PageQueries.terms(ClusterSchema.STORY, stories));
        body.set("query", within);
        body.putArray("_source").add(ClusterSchema.STORY);
        Set<String> told = new HashSet<>();
        for (JsonNode hit : ask(body)) {
            if (last.isAtOrBehind(hit.path("sort"), queries.byScore(), queries.rising())) {
                told.add(hit.path("_source").path(ClusterSchema.STORY).asString(""));
            }
        }
        return told;
    }
}
