package broadsheet.search.opensearch.render;

import broadsheet.index.lucene.PostSchema;
import broadsheet.index.opensearch.ClusterSchema;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The formula of {@code IneB2Similarity} as a script, for what no clause of OpenSearch counts as it should be: words of
 * which some count less than others, and words of which some stand in names.
 */
final class Formula {

    /** {@code _score} is how often the post has what clauses count; single terms are asked for one by one. */
    private static final String SCORE = """
            double times = _score;
            for (int i = 0; i < params.terms.length; i++) {
              times += params.shares[i] * termFreq(params.fields[i], params.terms[i]);
            }
            double length = doc[params.length].size() == 0 ? 1 : Math.max(1, doc[params.length].value);
            double x = times * Math.log(1 + params.average / length) / Math.log(2);
            return params.weight * (x / (x + 1));""";
    /** A clause of intervals scores f / (f + 1), where f grows by 1 for each that is as short as it can be. */
    private static final String ROWS = "params.share * Math.round(_score / (1 - _score))";
    private static final String NEARNESS = "_score / (1 - _score)";

    private final RenderContext context;

    Formula(RenderContext context) {
        this.context = context;
    }

    /** A term, and what one occurrence counts. */
    record Counted(Term term, float share) {}

    /**
     * A clause for posts that any of some clauses find.
     *
     * @param any what each of them scores is how often a post has it
     * @param terms that are counted besides
     */
    ObjectNode clause(String field, List<ObjectNode> any, List<Counted> terms, double weight) throws IOException {
        ObjectNode parameters = Json.object().put("weight", weight).put("average", average(field))
                .put("length", ClusterSchema.lengthOf(field));
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

    /** A clause whose score is how often a row stands in a post, times what one occurrence counts. */
    static ObjectNode rows(String field, ObjectNode rule, float share) {
        return script(Json.clause("intervals", field, rule, 1), ROWS, Json.object().put("share", share));
    }

    /** A clause whose score is how often and how near two words stand together. */
    static ObjectNode nearness(String field, ObjectNode rule) {
        return script(Json.clause("intervals", field, rule, 1), NEARNESS, Json.object());
    }

    private static ObjectNode script(ObjectNode query, String source, ObjectNode parameters) {
        ObjectNode body = Json.object();
        body.set("query", query);
        body.putObject("script").put("source", source).set("params", parameters);
        return Json.clause("script_score", body, 1);
    }

    /** The most that words can score together in a field, which is their weight; 0 where no post has the field. */
    double weight(String field, List<RenderContext.Count> counts) throws IOException {
        IndexReader words = context.words();
        long documents = words.getDocCount(field);
        if (documents == 0) {
            return 0;
        }
        CollectionStatistics all = new CollectionStatistics(field, documents, documents,
                words.getSumTotalTermFreq(field), documents);
        TermStatistics[] each = counts.stream().map(count -> new TermStatistics(new BytesRef("word"),
                Math.clamp(count.posts(), 1, documents), Math.max(count.posts(), Math.max(1, count.times()))))
                .toArray(TermStatistics[]::new);
        return PostSchema.similarity().scorer(1, all, each).score(Float.MAX_VALUE, 1);
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
