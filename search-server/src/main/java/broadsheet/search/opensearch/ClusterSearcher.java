package broadsheet.search.opensearch;

import broadsheet.index.lucene.PostSchema;
import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.index.opensearch.GivenTokens;
import broadsheet.opensearch.Cluster;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.PostSearcher;
import broadsheet.search.opensearch.render.QueryJson;
import broadsheet.search.opensearch.render.RenderContext;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks the cluster what a question wants to know of posts; terms and their counts are in the reader. */
final class ClusterSearcher extends PostSearcher {

    private final ClusterPosts posts;
    private final RenderContext context;
    private final Scheduled scheduled;
    private final ValueCounts values;
    private final Budget budget;

    ClusterSearcher(DirectoryReader words, Budget budget, Generation generation) {
        super(words, budget);
        this.posts = generation.posts();
        this.context = generation.context();
        this.scheduled = generation.scheduled();
        this.values = generation.values();
        this.budget = budget;
    }

    /** What all searches of a generation share. */
    record Generation(ClusterPosts posts, RenderContext context, Scheduled scheduled, ValueCounts values) {}

    @Override
    public boolean isRemote() {
        return true;
    }

    ClusterPosts posts() {
        return posts;
    }

    /** Counts by value. */
    ValueCounts values() {
        return values;
    }

    /** A query as the cluster understands it. */
    ObjectNode json(Query query) throws IOException {
        return QueryJson.of(query, context);
    }

    @Override
    public int count(Query query) throws IOException {
        budget.check();
        OptionalInt known = scheduled.count(query);
        return known.isPresent() ? known.getAsInt() : Math.toIntExact(posts.count(json(query)));
    }

    @Override
    public boolean hasAny(Query query) throws IOException {
        budget.check();
        return posts.hasAny(json(query));
    }

    /** In the order of posts: which come first is the same for each server. */
    @Override
    public void eachText(BytesRef word, int samples, Predicate<String> taker) throws IOException {
        budget.check();
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", samples).put("track_total_hits", false);
        body.putObject("query").putObject("constant_score").putObject("filter").putObject("term")
                .put(PostSchema.EXACT, GivenTokens.escaped(word.utf8ToString()));
        body.putArray("sort").addObject().put(ClusterSchema.ORDER, "asc");
        body.putArray("_source").add(ClusterSchema.POST + ".excerpt").add(ClusterSchema.POST + ".body");
        for (JsonNode source : posts.sources(body)) {
            JsonNode post = source.path(ClusterSchema.POST);
            if (!taker.test(post.path("excerpt").asString("") + post.path("body").asString(""))) {
                return;
            }
        }
    }
}
