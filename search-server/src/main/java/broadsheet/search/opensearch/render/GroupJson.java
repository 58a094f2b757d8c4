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
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SynonymQuery;
import tools.jackson.databind.node.ObjectNode;

/**
 * Words that are scored as one. A clause of OpenSearch does so for words that count the same; where some count less than
 * others or are several words, a script does.
 */
final class GroupJson {

    /** A term of so many posts is missing in one of ten shards in fewer than 1 of 30,000 cases. */
    private static final int SURELY_EVERYWHERE = 100;

    private final RenderContext context;
    private final Formula formula;

    GroupJson(RenderContext context) {
        this.context = context;
        this.formula = new Formula(context);
    }

    /**
     * Terms that count the same, as rare as the commonest of them. A shard that lacks some of them weighs the others
     * alone; where that may be, scores are set right. A script is slow, and with it a node cannot skip any post; so it scores only
     * the posts that have a rare term.
     */
    ObjectNode asOne(String field, List<Term> terms, float boost) throws IOException {
        List<Term> common = new ArrayList<>();
        List<Term> rare = new ArrayList<>();
        for (Term term : terms) {
            (formula.count(term).posts() >= SURELY_EVERYWHERE ? common : rare).add(term);
        }
        if (rare.isEmpty() || terms.size() == 1 || !context.scripts()) {
            return any(field, terms, boost);
        }
        ObjectNode set = formula.ofAllShards(any(field, terms, 1), terms, boost);
        if (common.isEmpty()) {
            return set;
        }
        ObjectNode without = Json.object();
        float share = (float) (formula.weightAsOne(field, terms) / formula.weightAsOne(field, common));
        without.putArray("must").add(any(field, common, boost * share));
        without.putArray("must_not").add(values(field, rare));
        ObjectNode with = Json.object();
        with.putArray("must").add(set);
        with.putArray("filter").add(values(field, rare));
        ObjectNode either = Json.object();
        either.putArray("should").add(Json.clause("bool", without, 1)).add(Json.clause("bool", with, 1));
        return Json.clause("bool", either, 1);
    }

    private static ObjectNode any(String field, List<Term> terms, float boost) {
        return Json.clause("match", field,
                Json.object().put("query", Rows.any(terms).text()).put("analyzer", ClusterSchema.GIVEN), boost);
    }

    private static ObjectNode values(String field, List<Term> terms) {
        return TermsJson.any(field, terms.stream().map(Term::bytes).toList(), 1);
    }

    ObjectNode synonyms(SynonymQuery query, float boost) throws IOException {
        List<Counted> words = words(query).stream().filter(word -> context.occurs(word.term())).toList();
        if (words.isEmpty()) {
            return Json.none();
        }
        if (words.stream().allMatch(word -> word.share() == 1)) {
            return asOne(query.getField(), words.stream().map(Counted::term).toList(), boost);
        }
        RenderContext.Count together = formula.together(words.stream().map(Counted::term).toList());
        return formula.clause(query.getField(), List.of(), words, new Weights(List.of(together), boost));
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
        List<ObjectNode> rows = new ArrayList<>();
        for (Member member : group.members()) {
            RenderContext.Count count = count(field, member.terms());
            posts += count.posts();
            times += count.times();
            Counted word = new Counted(member.terms().get(0).term(), member.share());
            if (member.terms().size() > 1) {
                Optional<ObjectNode> rule = PositionJson.of(Positions.row(member.terms()), field, context);
                if (rule.isPresent()) {
                    rows.add(formula.rows(field, rule.get(), member.share(), List.of(count)));
                }
            } else if (context.occurs(word.term())) {
                words.add(word);
            }
        }
        long known = Math.min(posts, context.words().getDocCount(field));
        Weights weights = new Weights(List.of(new RenderContext.Count(known, Math.max(known, times))), boost);
        return rows.isEmpty() && words.isEmpty() ? Json.none() : formula.clause(field, rows, words, weights);
    }

    private RenderContext.Count count(String field, List<TermAt> terms) throws IOException {
        return terms.size() > 1 ? context.phrases().of(field, terms) : formula.count(terms.get(0).term());
    }
}
