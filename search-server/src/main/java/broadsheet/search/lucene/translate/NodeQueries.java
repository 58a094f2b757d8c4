package broadsheet.search.lucene.translate;

import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostSchema;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryReading;
import broadsheet.search.lucene.match.BoundedIntervals.Bound;
import broadsheet.search.lucene.match.PatternQuery;
import broadsheet.search.lucene.match.TermAt;
import broadsheet.search.lucene.match.TermExpansion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Each node of a query tree as a Lucene query that matches and scores, for one language and one search. */
final class NodeQueries {

    private final TypedWords typed;
    private final PhraseQueries phrases;
    private final WordQueries words;
    private final IntervalQueries intervals;
    private final Expansions expansions;
    private final List<String> cut = new ArrayList<>();

    NodeQueries(TypedWords typed, PhraseQueries phrases, WordQueries words, IntervalQueries intervals,
            Expansions expansions) {
        this.typed = typed;
        this.phrases = phrases;
        this.words = words;
        this.intervals = intervals;
        this.expansions = expansions;
    }

    /** The patterns so far of which only the most frequent words are used, as typed. */
    List<String> cut() {
        return List.copyOf(cut);
    }

    /**
     * Adds a part to the clauses that decide what matches; what only adds to the score goes to others, which may be the
     * same. A word's own clauses stand beside those of other words, which Lucene runs fastest.
     */
    void add(BooleanQuery.Builder deciding, BooleanQuery.Builder scoring, QueryNode part, Occur occur)
            throws IOException {
        switch (part) {
            case QueryNode.Not not -> deciding.add(query(not.node()), Occur.MUST_NOT);
            case QueryNode.Word word when typed.isCompound(word) && occur == Occur.SHOULD && typed.isLoose(word) ->
                words.members(word).forEach(member -> deciding.add(member, Occur.SHOULD));
            case QueryNode.Word word when typed.isCompound(word) -> deciding.add(alone(word), occur);
            case QueryNode.Word word when typed.isRun(word) && occur == Occur.SHOULD -> {
                words.runs().terms(word).forEach(pair -> deciding.add(pair, Occur.SHOULD));
                words.runs().inHeadline(word).forEach(pair -> scoring.add(pair, Occur.SHOULD));
                words.bonus(word).forEach(bonus -> scoring.add(bonus, Occur.SHOULD));
            }
            case QueryNode.Word word -> {
                deciding.add(words.match(word), occur);
                words.bonus(word).forEach(bonus -> scoring.add(bonus, Occur.SHOULD));
            }
            default -> deciding.add(query(part), occur);
        }
    }

    /** Whether no post of the language has any of these, where they are words: so it mostly is in all languages but one. */
    boolean areNowhere(List<QueryNode> parts) throws IOException {
        for (QueryNode part : parts) {
            if (!(part instanceof QueryNode.Word word) || typed.tokens(word.text()).size() != 1
                    || typed.mayMatch(words.match(word))) {
                return false;
            }
        }
        return !parts.isEmpty();
    }

    /** A node as a query, with its score. */
    Query query(QueryNode node) throws IOException {
        typed.budget().check();
        return switch (node) {
            case QueryNode.Everything everything -> MatchAllDocsQuery.INSTANCE;
            case QueryNode.Word word -> alone(word);
            case QueryNode.Phrase phrase -> phrase(phrase);
            case QueryNode.Pattern pattern -> pattern(pattern);
            case QueryNode.InField field -> inField(field.field(), field.node());
            case QueryNode.Dates dates -> DateQueries.between(dates.from(), dates.to(), typed.zone());
            case QueryNode.Close close -> close(close);
            case QueryNode.Sequence sequence -> group(QueryParts.withoutStopWords(sequence.parts(), typed));
            case QueryNode.AllOf every -> group(every.parts());
            case QueryNode.AnyOf any -> either(any.parts());
            case QueryNode.Required required -> query(required.node());
            case QueryNode.Not not -> group(List.of(not));
        };
    }

    private Query alone(QueryNode.Word word) {
        Occur occur = typed.isCompound(word) ? Occur.FILTER : Occur.MUST;
        BooleanQuery.Builder alone = new BooleanQuery.Builder().add(words.match(word), occur);
        words.bonus(word).forEach(bonus -> alone.add(bonus, Occur.SHOULD));
        return alone.build();
    }

    private Query phrase(QueryNode.Phrase phrase) throws IOException {
        List<TermAt> terms = phrases.exact(phrase.text());
        Map<Integer, QueryNode.Prefix> starred = phrases.starred(phrase.text());
        if (starred.isEmpty() && (phrase.within() == 0 || terms.size() < 2)) {
            return phrases.quoted(phrase.text());
        }
        BooleanQuery.Builder loose = new BooleanQuery.Builder().add(intervals.quotation(phrase), Occur.FILTER);
        for (TermAt term : terms) {
            QueryNode.Prefix prefix = starred.get(term.position());
            loose.add(prefix == null ? new TermQuery(term.term()) : pattern(prefix), Occur.SHOULD);
        }
        return loose.build();
    }

    private Query pattern(QueryNode.Pattern pattern) {
        TermExpansion expansion = expansions.of(PostSchema.EXACT, pattern);
        if (expansion.cut() && !(pattern instanceof QueryNode.Fuzzy)) {
            cut.add(QueryReading.of(pattern));
        }
        return new PatternQuery(expansion);
    }

    private Query close(QueryNode.Close close) throws IOException {
        Optional<List<QueryNode>> spread = QueryParts.spread(close);
        return spread.isPresent() ? group(spread.get()) : scoredBy(intervals.close(close), close.children());
    }

    /** A match decided by positions, scored by the words that stand there. */
    private Query scoredBy(Query match, List<QueryNode> parts) throws IOException {
        BooleanQuery.Builder scored = new BooleanQuery.Builder().add(match, Occur.FILTER);
        for (QueryNode part : parts) {
            addLeaves(scored, part);
        }
        return scored.build();
    }

    /** A chain is decided as a whole, so only its words score: each level anew would cost the square of its length. */
    private void addLeaves(BooleanQuery.Builder scored, QueryNode part) throws IOException {
        if (!(part instanceof QueryNode.Close)) {
            scored.add(query(part), Occur.SHOULD);
            return;
        }
        for (QueryNode within : part.children()) {
            addLeaves(scored, within);
        }
    }

    private Query group(List<QueryNode> parts) throws IOException {
        BooleanQuery.Builder group = new BooleanQuery.Builder();
        for (QueryNode part : parts) {
            add(group, group, part, Occur.MUST);
        }
        boolean onlyExclusions = parts.stream().allMatch(QueryNode.Not.class::isInstance);
        if (onlyExclusions) {
            group.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return group.build();
    }

    private Query either(List<QueryNode> parts) throws IOException {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        for (QueryNode part : parts) {
            either.add(query(part), Occur.SHOULD);
        }
        return either.setMinimumNumberShouldMatch(1).build();
    }

    /** A field's node is made of words alone: no exclusion, date or other field is in it. */
    private Query inField(QueryNode.Field field, QueryNode node) throws IOException {
        return switch (node) {
            case QueryNode.Sequence sequence -> group(each(field, sequence.parts()));
            case QueryNode.AllOf every -> group(each(field, every.parts()));
            case QueryNode.AnyOf any -> either(each(field, any.parts()));
            default -> switch (field) {
                case TITLE -> inPart(node, Bound.TITLE);
                case LEAD -> inPart(node, Bound.LEAD);
                case BODY -> inPart(node, Bound.BODY);
                case AUTHOR -> named(PostFields.AUTHOR, node);
                case CATEGORY -> named(PostFields.CATEGORY, node);
                case TAG -> named(PostFields.TAG, node);
                case LANG -> new ConstantScoreQuery(new TermQuery(
                        new Term(PostSchema.keys(PostFields.LANG), PostSchema.key(QueryParts.text(node)))));
            };
        };
    }

    private static List<QueryNode> each(QueryNode.Field field, List<QueryNode> parts) {
        return parts.stream().<QueryNode>map(part -> new QueryNode.InField(field, part)).toList();
    }

    private Query inPart(QueryNode node, Bound bound) throws IOException {
        return scoredBy(intervals.within(node, bound), List.of(node));
    }

    private Query named(String field, QueryNode node) throws IOException {
        String words = PostSchema.words(field);
        return new ConstantScoreQuery(node instanceof QueryNode.Pattern pattern
                ? new PatternQuery(expansions.of(words, pattern))
                : phrases.name(field, QueryParts.text(node), prefix -> expansions.of(words, prefix).terms()));
    }
}
