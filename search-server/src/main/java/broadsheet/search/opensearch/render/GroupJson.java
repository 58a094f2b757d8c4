package broadsheet.search.opensearch.render;

import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.search.lucene.match.Positions;
import broadsheet.search.lucene.match.TermAt;
import broadsheet.search.lucene.match.WordGroupQuery;
import broadsheet.search.lucene.match.WordGroupQuery.Member;
import broadsheet.search.opensearch.render.Formula.Counted;
import broadsheet.search.opensearch.render.Formula.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SynonymQuery;
import tools.jackson.databind.node.ObjectNode;

/**
 * Words that are scored as one. A clause of OpenSearch does so for words that count the same; where some count less than
 * others or are several words, a script does.
 */
final class GroupJson {

    /** A term of so many posts lacks in one of ten shards less than once in thirty thousand times. */
    private static final int SURELY_EVERYWHERE = 100;

    private final RenderContext context;
    private final Formula formula;

    GroupJson(RenderContext context) {
        this.context = context;
        this.formula = new Formula(context);
    }

    /**
     * Terms that count the same, as rare as the commonest of them. A shard that lacks some of them weighs the others
     * alone; where that may be, its scores are set right.
     */
    ObjectNode asOne(String field, List<Term> terms, float boost) throws IOException {
        ObjectNode body = Json.object().put("query", Rows.any(terms).text()).put("analyzer", ClusterSchema.GIVEN);
        boolean everywhere = true;
        for (Term term : terms) {
            everywhere &= formula.count(term).posts() >= SURELY_EVERYWHERE;
        }
        return everywhere || terms.size() == 1
                ? Json.clause("match", field, body, boost)
                : formula.ofAllShards(Json.clause("match", field, body, 1), terms, boost);
    }

    ObjectNode synonyms(SynonymQuery query, float boost) throws IOException {
        List<Counted> words = words(query).stream().filter(word -> context.occurs(word.term())).toList();
        if (words.isEmpty()) {
            return Json.none();
        }
        if (words.stream().allMatch(word -> word.share() == 1)) {
            return asOne(query.getField(), words.stream().map(Counted::term).toList(), boost);
        }
        long posts = 0;
        long times = 0;
        for (Counted word : words) {
            RenderContext.Count count = formula.count(word.term());
            posts = Math.max(posts, count.posts());
            times += count.times();
        }
        return formula.clause(query.getField(), here(words), words,
                new Weights(List.of(new RenderContext.Count(posts, times)), boost));
    }

    /** What each word counts is said by nothing but the query's text, {@code Synonym(f:labour f:labor^0.8)}. */
    private static List<Counted> words(SynonymQuery query) {
        List<Counted> words = new ArrayList<>();
        String text = query.toString("");
        int at = "Synonym(".length();
        for (Term term : query.getTerms()) {
            at += term.toString().length();
            int end = at;
            while (text.charAt(end) != ' ' && text.charAt(end) != ')') {
                end++;
            }
            words.add(new Counted(term, end == at ? 1 : Float.parseFloat(text.substring(at + 1, end))));
            at = end + 1;
        }
        return words;
    }

    ObjectNode group(WordGroupQuery group, float boost) throws IOException {
        String field = group.field();
        long posts = 0;
        long times = 0;
        List<Counted> words = new ArrayList<>();
        List<ObjectNode> any = new ArrayList<>();
        for (Member member : group.members()) {
            RenderContext.Count count = count(field, member.terms());
            posts += count.posts();
            times += count.times();
            Counted word = new Counted(member.terms().get(0).term(), member.share());
            if (member.terms().size() > 1) {
                PositionJson.of(Positions.row(member.terms()), field, context)
                        .ifPresent(rule -> any.add(Formula.rows(field, rule, member.share())));
            } else if (context.occurs(word.term())) {
                words.add(word);
            }
        }
        any.addAll(here(words));
        long known = Math.min(posts, context.words().getDocCount(field));
        Weights weights = new Weights(List.of(new RenderContext.Count(known, Math.max(known, times))), boost);
        return any.isEmpty() ? Json.none() : formula.clause(field, any, words, weights);
    }

    private RenderContext.Count count(String field, List<TermAt> terms) throws IOException {
        return terms.size() > 1 ? context.phrases().of(field, terms) : formula.count(terms.get(0).term());
    }

    /** Clauses that find the posts of words and score nothing. */
    private static List<ObjectNode> here(List<Counted> words) {
        List<ObjectNode> here = new ArrayList<>();
        for (Counted word : words) {
            ObjectNode plain = Json.object();
            plain.set("filter", Json.clause("term", word.term().field(),
                    Json.object().put("value", Json.term(word.term())), 1));
            here.add(Json.clause("constant_score", plain, 0));
        }
        return here;
    }
}
