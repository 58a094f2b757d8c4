package broadsheet.search.opensearch.render;

import broadsheet.index.lucene.PostSchema;
import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.opensearch.Cluster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The formula of {@code IneB2Similarity} as a script, for what no clause of OpenSearch counts as it should be: words of
 * which some count less than others, and words of which some stand in names.
 */
final class Formula {

    /** Rounds as Lucene's own DFR similarity does, since posts of one score may come from its clauses and from here. */
    private static final String ROUNDED = """
            double length = params.length == '' || doc[params.length].size() == 0
                ? 1 : Math.max(1, doc[params.length].value);
            double unit = Math.log(1 + params.average / length) / Math.log(2);
            %s
            float score = 0;
            for (double weight : params.weights) {
              score += (float) (params.boost * (weight * (1 - 1 / (1 + times * unit))));
            }
            return score;""";
    /** {@code _score} is how often the post has what clauses count; single terms are asked for one by one. */
    private static final String SCORE = ROUNDED.formatted("""
            float times = (float) _score;
            for (int i = 0; i < params.terms.length; i++) {
              times += (float) params.shares[i] * termFreq(params.fields[i], params.terms[i]);
            }""");
    /** A clause of intervals scores f / (f + 1), where f grows by 1 for each that is as short as it can be. */
    private static final String ROWS = "params.share * Math.round(_score / (1 - _score))";
    private static final String NEARNESS = "_score / (1 - _score)";

    /** How often a post has any of some terms is known from its score and the weight that its shard takes them for. */
    private static final String OF_ALL_SHARDS = ROUNDED.formatted("""
            if (params.here == null) {
              double n = params.documents;
              double posts = 0;
              double all = 0;
              for (int i = 0; i < params.terms.length; i++) {
                if (totalTermFreq(params.field, params.terms[i]) > 0) {
                  posts = Math.max(posts, params.posts[i]);
                  all += params.times[i];
                }
              }
              double expected = n * (1 - Math.pow((n - 1) / n, all));
              params.here = Math.log((n + 1) / (expected + 0.5)) / Math.log(2) * (all + 2) / (posts + 1);
            }
            double share = _score / params.here;
            double times = share < 1 ? Math.round(share / (1 - share) / unit) : 1000000;""");

    private final RenderContext context;

    Formula(RenderContext context) {
        this.context = context;
    }

    /** A term, and what one occurrence counts. */
    record Counted(Term term, float share) {}

    /**
     * A clause for posts that have any of some rows or terms.
     *
     * @param rows what each of these clauses scores is how often a post has it
     * @param weights how much the words weigh that are scored, one by one
     */
    ObjectNode clause(String field, List<ObjectNode> rows, List<Counted> terms, Weights weights) throws IOException {
        List<ObjectNode> any = new ArrayList<>(rows);
        terms.forEach(counted -> any.add(clause(counted)));
        if (!context.scripts()) {
            ObjectNode best = Json.object();
            best.set("queries", Json.array(any));
            return Json.clause("dis_max", best, weights.boost());
        }
        ObjectNode parameters = parameters(field, weights);
        ArrayNode fields = parameters.putArray("fields");
        ArrayNode texts = parameters.putArray("terms");
        ArrayNode shares = parameters.putArray("shares");
        terms.forEach(counted -> {
            fields.add(counted.term().field());
            texts.add(Json.term(counted.term()));
            shares.add(counted.share());
        });
        ObjectNode either = Json.object();
        either.set("should", Json.array(any));
        return script(Json.clause("bool", either, 1), SCORE, parameters);
    }

    /** Finds the posts of a term; what it scores counts only where no script does. */
    private ObjectNode clause(Counted counted) {
        ObjectNode value = Json.object().put("value", Json.term(counted.term()));
        if (!context.scripts()) {
            return Json.clause("term", counted.term().field(), value, counted.share());
        }
        ObjectNode plain = Json.object();
        plain.set("filter", Json.clause("term", counted.term().field(), value, 1));
        return Json.clause("constant_score", plain, 0);
    }

    private ObjectNode parameters(String field, Weights weights) throws IOException {
        ObjectNode parameters = Json.object().put("boost", weights.boost()).put("average", average(field))
                .put("length", PostSchema.isWords(field) ? "" : ClusterSchema.lengthOf(field));
        ArrayNode each = parameters.putArray("weights");
        for (RenderContext.Count count : weights.counts()) {
            each.add(weight(field, count));
        }
        return parameters;
    }

    /** What words weigh: by how often they stand, and by a boost. */
    record Weights(List<RenderContext.Count> counts, float boost) {}

    /**
     * A clause whose score is how often a row stands in a post, times what one occurrence counts. Without scripts it is the
     * clause's own f / (f + 1) times the weight of its words, which is near to what it should be.
     */
    ObjectNode rows(String field, ObjectNode rule, float share, List<RenderContext.Count> counts) throws IOException {
        return context.scripts()
                ? script(Json.clause("intervals", field, rule, 1), ROWS, Json.object().put("share", share))
                : Json.clause("intervals", field, rule, share * sumOfWeights(field, counts));
    }

    /** A clause whose score is how often and how near two words stand together. */
    ObjectNode nearness(String field, ObjectNode rule, List<RenderContext.Count> counts) throws IOException {
        return context.scripts()
                ? script(Json.clause("intervals", field, rule, 1), NEARNESS, Json.object())
                : Json.clause("intervals", field, rule, sumOfWeights(field, counts));
    }

    private float sumOfWeights(String field, List<RenderContext.Count> counts) throws IOException {
        double sum = 0;
        for (RenderContext.Count count : counts) {
            sum += weight(field, count);
        }
        return (float) sum;
    }

    private static ObjectNode script(ObjectNode query, String source, ObjectNode parameters) {
        ObjectNode body = Json.object();
        body.set("query", query);
        body.putObject("script").put("source", source).set("params", parameters);
        return Json.clause("script_score", body, 1);
    }

    /** A clause about several terms as one, with the weight that they have in all shards together. */
    ObjectNode ofAllShards(ObjectNode clause, List<Term> terms, float boost) throws IOException {
        String field = terms.get(0).field();
        ArrayNode texts = Cluster.JSON.createArrayNode();
        ArrayNode posts = Cluster.JSON.createArrayNode();
        ArrayNode times = Cluster.JSON.createArrayNode();
        for (Term term : terms) {
            RenderContext.Count count = count(term);
            texts.add(Json.term(term));
            posts.add(count.posts());
            times.add(count.times());
        }
        ObjectNode parameters = parameters(field, new Weights(List.of(together(terms)), boost));
        parameters.put("field", field).put("documents", context.words().getDocCount(field));
        parameters.set("terms", texts);
        parameters.set("posts", posts);
        parameters.set("times", times);
        return script(clause, OF_ALL_SHARDS, parameters);
    }

    /** What some terms weigh that count as one. */
    double weightAsOne(String field, List<Term> terms) throws IOException {
        return weight(field, together(terms));
    }

    /** Terms as one are as frequent as all of them, in as many posts as the commonest of them. */
    RenderContext.Count together(List<Term> terms) throws IOException {
        long most = 0;
        long all = 0;
        for (Term term : terms) {
            RenderContext.Count count = count(term);
            most = Math.max(most, count.posts());
            all += count.times();
        }
        return new RenderContext.Count(most, all);
    }

    /** By the steps of Lucene's models Ine and B, so that it is the same to the last bit. */
    private double weight(String field, RenderContext.Count count) throws IOException {
        long documents = Math.max(1, context.words().getDocCount(field));
        long posts = Math.clamp(count.posts(), 1, documents);
        long times = Math.max(posts, count.times());
        double expected = documents * (1 - Math.pow((documents - 1) / (double) documents, times));
        double information = Math.log((documents + 1) / (expected + 0.5)) / Math.log(2);
        return information * ((times + 1 + 1.0) / (posts + 1));
    }

    /** What a whole value scores, which is the same in each post: it stands there once, and has no length. */
    float value(Term term) throws IOException {
        IndexReader words = context.words();
        boolean counted = words.getDocCount(term.field()) > 0;
        long documents = Math.max(1, counted ? words.getDocCount(term.field()) : words.numDocs());
        long posts = counted ? Math.max(1, words.docFreq(term)) : 1;
        CollectionStatistics all = new CollectionStatistics(term.field(), documents, documents,
                counted ? words.getSumTotalTermFreq(term.field()) : documents, documents);
        return PostSchema.similarity().scorer(1, all, new TermStatistics(term.bytes(), posts, posts)).score(1, 1);
    }

    RenderContext.Count count(Term term) throws IOException {
        return new RenderContext.Count(context.words().docFreq(term), context.words().totalTermFreq(term));
    }

    private double average(String field) throws IOException {
        return (double) context.words().getSumTotalTermFreq(field) / Math.max(1, context.words().getDocCount(field));
    }
}
