package broadsheet.search.lucene.translate;

import broadsheet.index.lucene.PostSchema;
import broadsheet.query.QueryNode;
import broadsheet.search.lucene.match.BoundedIntervals.Bound;
import broadsheet.search.lucene.match.PositionQuery;
import broadsheet.search.lucene.match.Positions;
import broadsheet.search.lucene.match.Positions.Order;
import broadsheet.search.lucene.match.TermAt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/** Parts of a query that stand near each other, or within a part of the post, for one language. */
final class IntervalQueries {

    private static final int DEEP = 3;

    private final Expansions expansions;
    private final TypedWords typed;
    private final WordQueries words;
    private final PhraseQueries phrases;
    private final SynonymQueries synonyms;
    private final String all;

    IntervalQueries(TypedWords typed, PhraseQueries phrases, SynonymQueries synonyms, WordQueries words,
            Expansions expansions) {
        this.expansions = expansions;
        this.typed = typed;
        this.words = words;
        this.phrases = phrases;
        this.synonyms = synonyms;
        this.all = PostSchema.all(typed.language());
    }

    /** The node within a part of the post. */
    Query within(QueryNode node, Bound bound) throws IOException {
        return query(new Positions.Within(positions(node), bound));
    }

    /** Two parts near each other. */
    Query close(QueryNode.Close close) throws IOException {
        return query(positions(close));
    }

    /** Words of a quotation, as near each other as it asks, some of them perhaps with a star. */
    Query quotation(QueryNode.Phrase phrase) throws IOException {
        return query(positions(phrase));
    }

    private Query query(Positions positions) {
        return new PositionQuery(all, positions, typed.budget());
    }

    /**
     * The positions of a node in a post. Groups of alternatives are alternatives. For groups whose parts must all be
     * there the translator asks one question a part before it comes here; other such groups count as alternatives.
     */
    private Positions positions(QueryNode node) throws IOException {
        return switch (node) {
            case QueryNode.Word word -> word(word);
            case QueryNode.Phrase phrase -> phrase(phrase);
            case QueryNode.Pattern pattern -> pattern(pattern);
            case QueryNode.Near near -> near(near);
            case QueryNode.Same same -> same(same);
            case QueryNode.Required required -> positions(required.node());
            case QueryNode.InField field -> positions(field.node());
            case QueryNode.AnyOf any -> or(any.parts());
            case QueryNode.AllOf every -> or(every.parts());
            case QueryNode.Sequence sequence -> or(sequence.parts());
            case QueryNode.Not not -> new Positions.Nowhere("an exclusion has no positions");
            case QueryNode.Dates dates -> new Positions.Nowhere("a date has no positions");
            case QueryNode.Everything everything -> new Positions.Nowhere("an empty part has no positions");
        };
    }

    private Positions or(List<QueryNode> parts) throws IOException {
        List<Positions> positions = new ArrayList<>();
        for (QueryNode part : parts) {
            positions.add(positions(part));
        }
        return Positions.either(positions);
    }

    private Positions near(QueryNode.Near near) throws IOException {
        List<Positions> both = List.of(positions(near.left()), positions(near.right()));
        Order order = near.ordered() ? Order.AS_GIVEN : eitherOrder(near);
        return marked(new Positions.Near(new Positions.Together(both, order), near.distance() - 1), both);
    }

    private Positions same(QueryNode.Same same) throws IOException {
        Bound bound = same.unit() == QueryNode.Unit.SENTENCE ? Bound.SENTENCE : Bound.PARAGRAPH;
        List<Positions> both = List.of(positions(same.left()), positions(same.right()));
        return marked(new Positions.Within(new Positions.Together(both, eitherOrder(same)), bound), both);
    }

    private static Positions marked(Positions in, List<Positions> both) {
        return new Positions.Marked(in,
                both.stream().flatMap(part -> Positions.parts(part).stream()).distinct().toList());
    }

    /**
     * Two parts in either order that do not overlap. Lucene makes this of both orders, so that each level of a chain
     * doubles its work; from the third level on, parts may overlap.
     */
    private static Order eitherOrder(QueryNode.Close close) {
        return depth(close) <= DEEP ? Order.ANY_APART : Order.ANY;
    }

    /** How many levels of nearness a node has: 2 for {@code (a NEAR/2 b) NEAR/5 c}. */
    private static int depth(QueryNode node) {
        int within = node.children().stream().mapToInt(IntervalQueries::depth).max().orElse(0);
        return node instanceof QueryNode.Close ? 1 + within : within;
    }

    private Positions word(QueryNode.Word word) {
        List<Positions> either = new ArrayList<>();
        either.add(typed(new QueryNode.Word(word.text(), word.acronym())));
        synonyms.sequences(word).forEach(terms -> either.add(Positions.row(terms)));
        return Positions.either(either);
    }

    private Positions typed(QueryNode.Word word) {
        if (typed.isCompound(word) || typed.isRun(word)) {
            List<Positions> rows = words.rows(word).stream().map(Positions::row).toList();
            return rows.size() == 1 ? rows.get(0) : inParts(rows.get(1), List.of(rows.get(0)));
        }
        return inParts(one(word), words.parts(word).stream().map(Positions::row).toList());
    }

    /** A word in one piece, or in its parts: there it also stands where the first of them does, and is as long as all. */
    private static Positions inParts(Positions whole, List<Positions> inParts) {
        if (inParts.isEmpty()) {
            return whole;
        }
        Positions parts = Positions.either(inParts);
        return Positions.either(List.of(new Positions.Apart(whole, parts), parts));
    }

    private Positions one(QueryNode.Word word) {
        return switch (words.match(word)) {
            case TermQuery term -> new Positions.OfTerm(term.getTerm());
            case SynonymQuery any -> ofTerms(any.getTerms());
            default -> ofTerms(typed.tokens(word.text()).stream().map(token -> new Term(all, token.stem())).toList());
        };
    }

    private static Positions ofTerms(List<Term> terms) {
        return Positions.either(terms.stream().<Positions>map(Positions.OfTerm::new).toList());
    }

    private Positions phrase(QueryNode.Phrase phrase) {
        List<TermAt> terms = phrases.exact(phrase.text());
        Map<Integer, QueryNode.Prefix> starred = phrases.starred(phrase.text());
        if (terms.isEmpty()) {
            return new Positions.Nowhere("no word in it");
        }
        if (starred.isEmpty() && (phrase.within() == 0 || terms.size() < 2)) {
            return Positions.either(phrases.exactWays(phrase.text()).stream().map(Positions::row).toList());
        }
        List<Positions> parts = terms.stream().<Positions>map(term -> starred.containsKey(term.position())
                ? pattern(starred.get(term.position()))
                : new Positions.OfTerm(term.term())).toList();
        if (phrase.within() == 0 || terms.size() < 2) {
            return Positions.row(terms, parts);
        }
        Order order = parts.size() == 2 ? Order.ANY_APART : Order.ANY;
        return new Positions.Near(new Positions.Together(parts, order), phrase.within() - 1);
    }

    private Positions pattern(QueryNode.Pattern pattern) {
        return new Positions.OfAny(expansions.of(PostSchema.EXACT, pattern).any());
    }
}
