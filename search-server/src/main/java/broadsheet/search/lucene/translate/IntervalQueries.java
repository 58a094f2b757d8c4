package broadsheet.search.lucene.translate;

import broadsheet.index.lucene.PostSchema;
import broadsheet.query.QueryNode;
import broadsheet.search.lucene.match.AnyTermIntervals;
import broadsheet.search.lucene.match.CountedIntervals;
import broadsheet.search.lucene.match.BoundedIntervals;
import broadsheet.search.lucene.match.BoundedIntervals.Bound;
import broadsheet.search.lucene.match.MarkedIntervals;
import broadsheet.search.lucene.match.PositionIntervals;
import broadsheet.search.lucene.match.TermAt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

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
        return query(new BoundedIntervals(source(node), bound));
    }

    /** Two parts near each other. */
    Query close(QueryNode.Close close) throws IOException {
        return query(source(close));
    }

    /** Words of a quotation, as near each other as it asks, some of them perhaps with a star. */
    Query quotation(QueryNode.Phrase phrase) throws IOException {
        return query(source(phrase));
    }

    private Query query(IntervalsSource source) {
        return new IntervalQuery(all, source);
    }

    /**
     * The positions of a node in a post. Groups of alternatives are alternatives. For groups whose parts must all be
     * there the translator asks one question a part before it comes here; other such groups count as alternatives.
     */
    private IntervalsSource source(QueryNode node) throws IOException {
        return switch (node) {
            case QueryNode.Word word -> word(word);
            case QueryNode.Phrase phrase -> phrase(phrase);
            case QueryNode.Pattern pattern -> pattern(pattern);
            case QueryNode.Near near -> nearSource(near);
            case QueryNode.Same same -> sameSource(same);
            case QueryNode.Required required -> source(required.node());
            case QueryNode.InField field -> source(field.node());
            case QueryNode.AnyOf any -> or(any.parts());
            case QueryNode.AllOf every -> or(every.parts());
            case QueryNode.Sequence sequence -> or(sequence.parts());
            case QueryNode.Not not -> Intervals.noIntervals("an exclusion has no positions");
            case QueryNode.Dates dates -> Intervals.noIntervals("a date has no positions");
            case QueryNode.Everything everything -> Intervals.noIntervals("an empty part has no positions");
        };
    }

    private IntervalsSource or(List<QueryNode> parts) throws IOException {
        List<IntervalsSource> sources = new ArrayList<>();
        for (QueryNode part : parts) {
            sources.add(source(part));
        }
        return Intervals.or(sources);
    }

    private IntervalsSource nearSource(QueryNode.Near near) throws IOException {
        IntervalsSource left = source(near.left());
        IntervalsSource right = source(near.right());
        IntervalsSource both = near.ordered()
                ? Intervals.ordered(left, right)
                : eitherOrder(near, left, right);
        return marked(Intervals.maxgaps(near.distance() - 1, both), left, right);
    }

    private IntervalsSource sameSource(QueryNode.Same same) throws IOException {
        Bound bound = same.unit() == QueryNode.Unit.SENTENCE ? Bound.SENTENCE : Bound.PARAGRAPH;
        IntervalsSource left = source(same.left());
        IntervalsSource right = source(same.right());
        return marked(new BoundedIntervals(eitherOrder(same, left, right), bound), left, right);
    }

    private static IntervalsSource marked(IntervalsSource both, IntervalsSource left, IntervalsSource right) {
        List<IntervalsSource> parts = new ArrayList<>(MarkedIntervals.parts(left));
        parts.addAll(MarkedIntervals.parts(right));
        return new MarkedIntervals(both, parts.stream().distinct().toList());
    }

    /**
     * Two parts in either order that do not overlap. Lucene makes this of both orders, so that each level of a chain
     * doubles its work; from the third level on, parts may overlap.
     */
    private static IntervalsSource eitherOrder(QueryNode.Close close, IntervalsSource left, IntervalsSource right) {
        return depth(close) <= DEEP
                ? Intervals.unorderedNoOverlaps(left, right)
                : Intervals.unordered(left, right);
    }

    /** How many levels of nearness a node has: 2 for {@code (a NEAR/2 b) NEAR/5 c}. */
    private static int depth(QueryNode node) {
        int within = node.children().stream().mapToInt(IntervalQueries::depth).max().orElse(0);
        return node instanceof QueryNode.Close ? 1 + within : within;
    }

    private IntervalsSource word(QueryNode.Word word) {
        List<IntervalsSource> either = new ArrayList<>();
        either.add(typed(new QueryNode.Word(word.text(), word.acronym())));
        synonyms.sequences(word).forEach(terms -> either.add(sequence(terms)));
        return either.size() == 1 ? either.get(0) : Intervals.or(either);
    }

    private IntervalsSource typed(QueryNode.Word word) {
        if (typed.isCompound(word) || typed.isRun(word)) {
            List<IntervalsSource> rows = words.rows(word).stream().map(this::sequence).toList();
            return rows.size() == 1 ? rows.get(0) : inParts(rows.get(1), List.of(rows.get(0)));
        }
        return inParts(one(word), words.parts(word).stream().map(this::sequence).toList());
    }

    /** A word in one piece, or in its parts: there it also stands where the first of them does, and is as long as all. */
    private static IntervalsSource inParts(IntervalsSource whole, List<IntervalsSource> inParts) {
        if (inParts.isEmpty()) {
            return whole;
        }
        IntervalsSource parts = inParts.size() == 1 ? inParts.get(0) : Intervals.or(inParts);
        return Intervals.or(Intervals.nonOverlapping(whole, parts), parts);
    }

    private IntervalsSource one(QueryNode.Word word) {
        return switch (words.match(word)) {
            case TermQuery term -> term(term.getTerm().field(), term.getTerm().bytes());
            case SynonymQuery any ->
                Intervals.or(any.getTerms().stream().map(t -> term(t.field(), t.bytes())).toList());
            default -> Intervals.or(typed.tokens(word.text()).stream().map(t -> term(all, t.stem())).toList());
        };
    }

    private IntervalsSource phrase(QueryNode.Phrase phrase) {
        List<TermAt> terms = phrases.exact(phrase.text());
        Map<Integer, QueryNode.Prefix> starred = phrases.starred(phrase.text());
        Function<TermAt, IntervalsSource> source = term -> starred.containsKey(term.position())
                ? pattern(starred.get(term.position()))
                : term(term.term().field(), term.term().bytes());
        if (phrase.within() == 0 || terms.size() < 2) {
            List<List<TermAt>> ways = starred.isEmpty() ? phrases.exactWays(phrase.text()) : List.of(terms);
            return terms.isEmpty()
                    ? Intervals.noIntervals("no word in it")
                    : Intervals.or(ways.stream().map(way -> PositionIntervals.sequence(way, source)).toList());
        }
        IntervalsSource[] parts = terms.stream().map(source).toArray(IntervalsSource[]::new);
        IntervalsSource together = parts.length == 2
                ? Intervals.unorderedNoOverlaps(parts[0], parts[1])
                : Intervals.unordered(parts);
        return Intervals.maxgaps(phrase.within() - 1, together);
    }

    private IntervalsSource sequence(List<TermAt> terms) {
        return PositionIntervals.sequence(all, terms);
    }

    private IntervalsSource pattern(QueryNode.Pattern pattern) {
        return counted(new AnyTermIntervals(expansions.of(PostSchema.EXACT, pattern).any()));
    }

    private IntervalsSource term(String field, BytesRef term) {
        return counted(PositionIntervals.term(all, field, term));
    }

    private IntervalsSource counted(IntervalsSource source) {
        return new CountedIntervals(source, typed.budget());
    }
}
