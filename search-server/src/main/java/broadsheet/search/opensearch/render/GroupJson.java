package broadsheet.search.opensearch.render;

import broadsheet.index.lucene.PostSchema;
import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.opensearch.Cluster;
import broadsheet.search.lucene.match.Positions;
import broadsheet.search.lucene.match.TermAt;
import broadsheet.search.lucene.match.WordGroupQuery;
import broadsheet.search.lucene.match.WordGroupQuery.Member;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Words that are scored as one. A clause of OpenSearch does so for words that count the same; where some count less than
 * others or are several words, a script adds up how often they stand in a post.
 */
final class GroupJson {

    /**
     * The formula of {@code IneB2Similarity}: {@code _score} is how often the post has the members of several words, and
     * the others are asked for one by one.
     */
    private static final String FORMULA = """
            double times = _score;
            for (int i = 0; i < params.terms.length; i++) {
              times += params.shares[i] * termFreq(params.fields[i], params.terms[i]);
            }
            double length = doc[params.length].size() == 0 ? 1 : Math.max(1, doc[params.length].value);
            double x = times * Math.log(1 + params.average / length) / Math.log(2);
            return params.weight * (x / (x + 1));""";
    /** A clause of intervals scores f / (f + 1), where f is how often the row stands in the post. */
    private static final String TIMES = "params.share * Math.round(_score / (1 - _score))";

    private final RenderContext context;

    GroupJson(RenderContext context) {
        this.context = context;
    }

    /** One of the words: a term or several in a row, and what one occurrence counts. */
    private record Word(List<TermAt> terms, float share) {
        boolean isRow() {
            return terms.size() > 1;
        }

        Term term() {
            return terms.get(0).term();
        }
    }

    /** Terms that count the same, as rare as the commonest of them. */
    static ObjectNode asOne(String field, List<Term> terms, float boost) {
        ObjectNode body = Json.object().put("query", Rows.any(terms).text()).put("analyzer", 
                ClusterSchema.GIVEN);
        return Json.clause("match", field, body, boost);
    }

    ObjectNode synonyms(SynonymQuery query, float boost) throws IOException {
        List<Word> words = words(query).stream().filter(word -> context.occurs(word.term())).toList();
        if (words.isEmpty()) {
            return Json.none();
        }
        if (words.stream().allMatch(word -> word.share() == 1)) {
            return asOne(query.getField(), words.stream().map(Word::term).toList(), boost);
        }
        long posts = 1;
        long times = 0;
        for (Term term : query.getTerms()) {
            posts = Math.max(posts, context.words().docFreq(term));
            times += context.words().totalTermFreq(term);
        }
        return script(query.getField(), words, weight(query.getField(), posts, times), boost);
    }

    /** What each word counts is said by nothing but the query's text, {@code Synonym(f:labour f:labor^0.8)}. */
    private static List<Word> words(SynonymQuery query) {
        List<Word> words = new ArrayList<>();
        String text = query.toString("");
        int at = "Synonym(".length();
        for (Term term : query.getTerms()) {
            at += term.toString().length();
            int end = at;
            while (text.charAt(end) != ' ' && text.charAt(end) != ')') {
                end++;
            }
            float share = end == at ? 1 : Float.parseFloat(text.substring(at + 1, end));
            words.add(new Word(List.of(new TermAt(term, 0)), share));
            at = end + 1;
        }
        return words;
    }

    ObjectNode group(WordGroupQuery group, float boost) throws IOException {
        long posts = 0;
        long times = 0;
        List<Word> words = new ArrayList<>();
        for (Member member : group.members()) {
            RenderContext.Count count = count(group.field(), member.terms());
            posts += count.posts();
            times += count.times();
            words.add(new Word(member.terms(), member.share()));
        }
        long most = Math.max(1, context.words().getDocCount(group.field()));
        posts = Math.clamp(posts, 1, most);
        return script(group.field(), words, weight(group.field(), posts, Math.max(posts, times)), boost);
    }

    private RenderContext.Count count(String field, List<TermAt> terms) throws IOException {
        if (terms.size() > 1) {
            return context.phrases().of(field, terms);
        }
        Term term = terms.get(0).term();
        return new RenderContext.Count(context.words().docFreq(term), context.words().totalTermFreq(term));
    }

    /** The most that a word can score in a field, which is its weight; 0 where no post has the field. */
    private double weight(String field, long posts, long times) throws IOException {
        IndexReader words = context.words();
        long documents = words.getDocCount(field);
        if (documents == 0) {
            return 0;
        }
        CollectionStatistics all = new CollectionStatistics(field, documents, documents,
                words.getSumTotalTermFreq(field), documents);
        TermStatistics one = new TermStatistics(new BytesRef("group"), posts,
                Math.max(posts, times));
        return PostSchema.similarity().scorer(1, all, one).score(Float.MAX_VALUE, 1);
    }

    private ObjectNode script(String field, List<Word> words, double weight, float boost) throws IOException {
        List<ObjectNode> any = new ArrayList<>();
        ObjectNode parameters = Json.object().put("weight", weight).put("average", average(field)).put("length",
                ClusterSchema.lengthOf(field));
        ArrayNode fields = parameters.putArray("fields");
        ArrayNode terms = parameters.putArray("terms");
        ArrayNode shares = parameters.putArray("shares");
        for (Word word : words) {
            if (word.isRow()) {
                row(field, word).ifPresent(any::add);
            } else if (context.occurs(word.term())) {
                any.add(here(word.term()));
                fields.add(word.term().field());
                terms.add(Json.term(word.term()));
                shares.add(word.share());
            }
        }
        if (any.isEmpty()) {
            return Json.none();
        }
        ObjectNode either = Json.object();
        either.set("should", Json.array(any));
        return scored(Json.clause("bool", either, 1), FORMULA, parameters, boost);
    }

    private double average(String field) throws IOException {
        return (double) context.words().getSumTotalTermFreq(field) / Math.max(1, context.words().getDocCount(field));
    }

    private static ObjectNode here(Term term) {
        ObjectNode plain = Json.object();
        plain.set("filter", Json.clause("term", term.field(), Json.object().put("value", Json.term(term)), 1));
        return Json.clause("constant_score", plain, 0);
    }

    private Optional<ObjectNode> row(String field, Word word) {
        return PositionJson.of(Positions.row(word.terms()), field, context)
                .map(rule -> scored(Json.clause("intervals", field, rule, 1), TIMES,
                        Json.object().put("share", word.share()), 1));
    }

    private static ObjectNode scored(ObjectNode query, String source, ObjectNode parameters, float boost) {
        ObjectNode script = Cluster.JSON.createObjectNode().put("source", source);
        script.set("params", parameters);
        ObjectNode body = Json.object();
        body.set("query", query);
        body.set("script", script);
        return Json.clause("script_score", body, boost);
    }
}
