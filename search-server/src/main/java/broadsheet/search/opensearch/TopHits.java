package broadsheet.search.opensearch;

import broadsheet.opensearch.Cluster;
import broadsheet.search.opensearch.ClusterPosts.Question;
import broadsheet.search.opensearch.ClusterRetrieval.Tier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The first hits of a tier. A node that folds copies scores all posts that match; one that does not can skip those that
 * cannot be among the first. So a few hits more than are shown are asked for, and folded here. Nodes fold only where so
 * many of these are copies that a page is not full.
 */
final class TopHits {

    /** Hits beside those that are shown, as some are copies. */
    private static final int SPARE = 5;
    /** A hit brings its text with it; for a page behind so many hits, nodes fold. */
    private static final int MANY = 30;

    private final PageQueries queries;
    private final Tier tier;
    private final int from;
    private final int size;
    private final boolean foldedHere;

    /** Those of a page. @param from how many hits stand before it */
    TopHits(PageQueries queries, Tier tier, int from, int size) {
        this.queries = queries;
        this.tier = tier;
        this.from = from;
        this.size = size;
        this.foldedHere = queries.request().foldCopies() && from < MANY;
    }

    /** No hits. */
    static Question none() {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", 0).put("track_total_hits", false);
        body.putObject("query").putObject("match_none");
        return new Question(body, false);
    }

    /** What is asked for them; the answer is for {@link #of}. */
    Question question() {
        return size == 0 ? none() : asked(foldedHere ? 0 : from, asked(), !foldedHere);
    }

    private int asked() {
        return foldedHere ? from + size + SPARE : size;
    }

    private Question asked(int before, int most, boolean folded) {
        ObjectNode hits = queries.hits(tier.query(), tier.without());
        ObjectNode body = ClusterRetrieval.kept(folded ? queries.folded(hits) : hits);
        return new Question(body.put("from", before).put("size", most), queries.byScore());
    }

    /** The hits of an answer; the cluster is asked once more where copies left too few of them. */
    List<ClusterHit> of(JsonNode answer, ClusterPosts posts, String reader) throws IOException {
        List<ClusterHit> found = hits(answer);
        if (!foldedHere || size == 0) {
            return found;
        }
        List<ClusterHit> folded = folded(found);
        if (folded.size() < from + size && found.size() == asked()) {
            return hits(posts.search(List.of(asked(from, size, true)), reader).getFirst());
        }
        return folded.subList(Math.min(from, folded.size()), Math.min(from + size, folded.size()));
    }

    private List<ClusterHit> hits(JsonNode answer) {
        List<ClusterHit> hits = new ArrayList<>();
        answer.path("hits").path("hits").forEach(hit -> hits.add(ClusterHit.of(hit, tier.part(), queries.byScore())));
        return hits;
    }

    private static List<ClusterHit> folded(List<ClusterHit> hits) {
        Set<String> told = new HashSet<>();
        return hits.stream().filter(hit -> !hit.copied() || told.add(hit.story())).toList();
    }
}
