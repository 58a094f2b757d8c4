package broadsheet.search.opensearch;

import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.opensearch.Cluster;
import broadsheet.search.SearchEngine.StoredPost;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.StoredPosts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Posts by their names. */
record StoredOnCluster(Reading reading, ClusterSearcher searcher, PageIndex.Makers makers) {

    /** The post with that name that may be seen, of several the first in the order of posts. */
    Optional<JsonNode> source(String field, String name) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new TermQuery(new Term(field, name)), Occur.FILTER);
        reading.addVisible(query);
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", 1).put("track_total_hits", false);
        body.set("query", searcher.json(query.build()));
        body.putArray("sort").addObject().put(ClusterSchema.ORDER, "asc");
        return searcher.posts().sources(ClusterRetrieval.kept(body)).stream().findFirst();
    }

    Optional<StoredPost> post(String field, String name) throws IOException {
        Optional<JsonNode> source = source(field, name);
        return source.isEmpty() ? Optional.empty() : Optional.of(read(source.get()));
    }

    /** A post as the embedded engine reads it. */
    StoredPost read(JsonNode source) throws IOException {
        try (PageIndex index = PageIndex.of(List.of(source), reading, makers)) {
            StoredPosts posts = index.posts();
            return new StoredPost(posts.view(0), posts.body(0));
        }
    }
}
