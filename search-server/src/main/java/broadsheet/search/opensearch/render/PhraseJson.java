package broadsheet.search.opensearch.render;

import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.search.lucene.match.Positions;
import broadsheet.search.lucene.match.Positions.Order;
import broadsheet.search.lucene.match.TermAt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import tools.jackson.databind.node.ObjectNode;

/**
 * Words in a row or near each other, which score as one. Where a word also stands in names, the clause would take a word
 * of the text and one of a name on it for neighbours; then intervals find those that are, and a script scores them.
 */
final class PhraseJson {

    private final RenderContext context;
    private final Formula formula;

    PhraseJson(RenderContext context) {
        this.context = context;
        this.formula = new Formula(context);
    }

    ObjectNode of(PhraseQuery phrase, float boost) throws IOException {
        List<Term> terms = List.of(phrase.getTerms());
        if (!terms.stream().allMatch(context::occurs)) {
            return Json.none();
        }
        boolean named = terms.stream().anyMatch(context::isInNames);
        boolean counted = phrase.getSlop() == 0 || terms.size() == 2;
        ObjectNode clause = clause(terms.stream().map(List::of).toList(), phrase.getPositions(), phrase.getSlop(),
                boost);
        return named && counted ? scored(phrase, clause, boost) : clause;
    }

    ObjectNode of(MultiPhraseQuery phrase, float boost) {
        List<List<Term>> terms = new ArrayList<>();
        for (Term[] any : phrase.getTermArrays()) {
            terms.add(Arrays.stream(any).filter(context::occurs).toList());
        }
        return terms.stream().anyMatch(List::isEmpty)
                ? Json.none()
                : clause(terms, phrase.getPositions(), phrase.getSlop(), boost);
    }

    private static ObjectNode clause(List<List<Term>> terms, int[] positions, int slop, float boost) {
        Rows row = new Rows();
        for (int i = 0; i < positions.length; i++) {
            row.add(i == 0 ? 0 : positions[i] - positions[i - 1] - 1, terms.get(i));
        }
        ObjectNode body = Json.object().put("query", row.text()).put("analyzer", ClusterSchema.GIVEN);
        if (slop > 0) {
            body.put("slop", slop);
        }
        return Json.clause("match_phrase", terms.get(0).get(0).field(), body, boost);
    }

    /** Posts in which a name's word may be one of the neighbours are scored by the script, and all others by the clause. */
    private ObjectNode scored(PhraseQuery phrase, ObjectNode clause, float boost) throws IOException {
        List<Term> terms = List.of(phrase.getTerms());
        Positions together = phrase.getSlop() == 0
                ? row(phrase)
                : new Positions.Near(new Positions.Together(words(phrase), Order.ANY), phrase.getSlop());
        Optional<ObjectNode> mixed = PositionJson.mixed(together, terms, phrase.getField(), context)
                .map(rule -> Json.clause("intervals", phrase.getField(), rule, 1));
        if (mixed.isEmpty()) {
            return clause;
        }
        ObjectNode plain = Json.object();
        plain.putArray("must").add(clause);
        plain.putArray("must_not").add(mixed.get());
        List<ObjectNode> either = new ArrayList<>(List.of(Json.clause("bool", plain, 1)));
        List<RenderContext.Count> counts = new ArrayList<>();
        for (Term term : terms) {
            counts.add(formula.count(term));
        }
        List<ObjectNode> times = phrase.getSlop() == 0 ? rows(phrase, counts) : nearness(phrase, counts);
        if (!times.isEmpty()) {
            ObjectNode others = Json.object();
            others.putArray("must").add(formula.clause(phrase.getField(), times, List.of(),
                    new Formula.Weights(counts, boost)));
            others.putArray("filter").add(mixed.get().deepCopy());
            either.add(Json.clause("bool", others, 1));
        }
        ObjectNode body = Json.object();
        body.set("should", Json.array(either));
        return Json.clause("bool", body, 1);
    }

    private static Positions row(PhraseQuery phrase) {
        List<TermAt> row = new ArrayList<>();
        for (int i = 0; i < phrase.getPositions().length; i++) {
            row.add(new TermAt(phrase.getTerms()[i], phrase.getPositions()[i]));
        }
        return Positions.row(row);
    }

    private static List<Positions> words(PhraseQuery phrase) {
        return Arrays.stream(phrase.getTerms()).<Positions>map(Positions.OfTerm::new).toList();
    }

    private List<ObjectNode> rows(PhraseQuery phrase, List<RenderContext.Count> counts) throws IOException {
        List<ObjectNode> times = new ArrayList<>();
        Optional<ObjectNode> rule = rule(phrase, row(phrase));
        if (rule.isPresent()) {
            times.add(formula.rows(phrase.getField(), rule.get(), 1, counts));
        }
        return times;
    }

    /**
     * Two words, as a sloppy phrase counts them: a for b that stands d behind it 1 / d, and for b that stands d before it
     * 1 / (d + 2), since the words must pass each other. Intervals count 1 / d; with a rule beside them that finds nothing
     * and has no length, they count 1 / (d + 2).
     */
    private List<ObjectNode> nearness(PhraseQuery phrase, List<RenderContext.Count> counts) throws IOException {
        List<Positions> words = words(phrase);
        List<ObjectNode> rules = new ArrayList<>();
        rule(phrase, near(words, phrase.getSlop())).ifPresent(rules::add);
        if (phrase.getSlop() >= 2) {
            rule(phrase, near(words.reversed(), phrase.getSlop() - 2)).flatMap(
                    rule -> RuleJson.any(List.of(rule, RuleJson.match("", phrase.getField(), phrase.getField()))))
                    .ifPresent(rules::add);
        }
        List<ObjectNode> times = new ArrayList<>();
        for (ObjectNode rule : rules) {
            times.add(formula.nearness(phrase.getField(), rule, counts));
        }
        return times;
    }

    private static Positions near(List<Positions> words, int most) {
        return new Positions.Near(new Positions.Together(words, Order.AS_GIVEN), most);
    }

    private Optional<ObjectNode> rule(PhraseQuery phrase, Positions positions) {
        return PositionJson.of(positions, phrase.getField(), context);
    }
}
