package broadsheet.search.opensearch.render;

import broadsheet.index.lucene.PostSchema;
import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.search.lucene.match.Positions;
import broadsheet.search.lucene.match.Positions.Order;
import broadsheet.search.lucene.match.TermAt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import tools.jackson.databind.node.ObjectNode;

/**
 * Words in a row or near each other, which score as one. Where a word also stands in names, the clause might take a word
 * of the text and one of a name on it for neighbours; a filter leaves those posts out. It cannot correct how often the
 * words stand together in a post that has both.
 */
final class PhraseJson {

    private final RenderContext context;

    PhraseJson(RenderContext context) {
        this.context = context;
    }

    ObjectNode of(PhraseQuery phrase, float boost) {
        List<Term> terms = List.of(phrase.getTerms());
        if (!terms.stream().allMatch(context::occurs)) {
            return Json.none();
        }
        ObjectNode clause = clause(terms.stream().map(List::of).toList(), phrase.getPositions(), phrase.getSlop(),
                boost);
        if (!PostSchema.isText(phrase.getField()) || PostSchema.isTitle(phrase.getField())
                || terms.stream().noneMatch(context::isInNames)) {
            return clause;
        }
        Optional<ObjectNode> apart = PositionJson.of(positions(phrase), phrase.getField(), context);
        if (apart.isEmpty()) {
            return Json.none();
        }
        ObjectNode both = Json.object();
        both.putArray("must").add(clause);
        both.putArray("filter").add(Json.clause("intervals", phrase.getField(), apart.get(), 1));
        return Json.clause("bool", both, 1);
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

    /** A word behind its place costs one move, and one before it two. */
    private static Positions positions(PhraseQuery phrase) {
        List<TermAt> row = new ArrayList<>();
        for (int i = 0; i < phrase.getPositions().length; i++) {
            row.add(new TermAt(phrase.getTerms()[i], phrase.getPositions()[i]));
        }
        int slop = phrase.getSlop();
        if (slop == 0) {
            return Positions.row(row);
        }
        List<Positions> words = row.stream().<Positions>map(word -> new Positions.OfTerm(word.term())).toList();
        if (words.size() > 2) {
            return new Positions.Near(new Positions.Together(words, Order.ANY), slop + words.size());
        }
        Positions forward = new Positions.Near(new Positions.Together(words, Order.AS_GIVEN), slop);
        Positions back = new Positions.Near(new Positions.Together(words.reversed(), Order.AS_GIVEN), slop - 2);
        return slop < 2 ? forward : Positions.either(List.of(forward, back));
    }
}
