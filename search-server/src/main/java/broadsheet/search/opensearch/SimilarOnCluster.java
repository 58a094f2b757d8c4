package broadsheet.search.opensearch;

import broadsheet.index.PostFields;
import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.search.Hit;
import broadsheet.search.SearchEngine.Similar;
import broadsheet.search.SearchEngine.StoredPost;
import broadsheet.search.lucene.Asking;
import broadsheet.search.lucene.TellingWords;
import broadsheet.search.lucene.retrieve.Start.Part;
import broadsheet.search.lucene.translate.Translation;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.Budget.Step;
import broadsheet.search.opensearch.ClusterPosts.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Query;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Posts that share a post's telling words, as in the embedded engine; age does not count. */
record SimilarOnCluster(Asking asking, ClusterSearcher searcher, PageIndex.Makers makers) {

    Similar like(String id) throws IOException {
        Budget budget = asking.reading().budget();
        budget.beginSearch();
        budget.begin(Step.MATCH);
        StoredOnCluster stored = new StoredOnCluster(asking.reading(), searcher, makers);
        Optional<JsonNode> source = stored.source(PostFields.ID, id);
        if (source.isEmpty()) {
            return new Similar(List.of(), budget.isPartial());
        }
        StoredPost post = stored.read(source.get());
        Query words = TellingWords.of(post.post(), post.body(), asking.reading());
        return new Similar(hits(words, source.get()), budget.isPartial());
    }

    private List<Hit> hits(Query words, JsonNode source) throws IOException {
        Translation question = new Translation(words, Optional.empty(), true, Map.of(), List.of(), List.of());
        PageQueries queries = new PageQueries(asking, searcher, question, Optional.empty());
        ObjectNode own = PageQueries.terms(ClusterSchema.STORY,
                List.of(source.path(ClusterSchema.STORY).asString("")));
        ObjectNode body = queries.folded(queries.hits(queries.all(), List.of(own)));
        body.put("size", asking.request().size());
        JsonNode answer = searcher.posts().search(List.of(new Question(ClusterRetrieval.kept(body), true)), "")
                .getFirst();
        List<ClusterHit> found = new ArrayList<>();
        answer.path("hits").path("hits").forEach(hit -> found.add(ClusterHit.of(hit, Part.ALL_WORDS, true)));
        asking.reading().budget().begin(Step.DESCRIBE);
        return new ClusterFinding(asking, searcher, makers).described(Translation.NOTHING, queries, found);
    }
}
