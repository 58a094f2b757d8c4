package broadsheet.search.lucene.translate;

import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostSchema;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryReading;
import broadsheet.search.Ranking;
import broadsheet.search.lucene.match.BoundedIntervals.Bound;
import broadsheet.search.lucene.match.PatternQuery;
import broadsheet.search.lucene.match.TermAt;
import broadsheet.search.lucene.match.TermExpansion;
import broadsheet.search.lucene.translate.Translation.Piece;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** A query tree as Lucene queries over the posts of one language. */
final class LanguageTranslator {

    private final Expansions expansions;
    private final TypedWords typed;
    private final PhraseQueries phrases;
    private final WordQueries words;
    private final IntervalQueries intervals;
    private final Ranking ranking;
    private final List<String> cut;

    /** @param cut takes the patterns of which only the most frequent words are used */
    LanguageTranslator(Expansions expansions, SynonymQueries synonyms, HeadlineWords headlines, Ranking ranking,
            List<String> cut) {
        this.expansions = expansions;
        this.typed = synonyms.typed();
        this.phrases = synonyms.phrases();
        this.words = new WordQueries(synonyms, headlines, ranking);
        this.intervals = new IntervalQueries(expansions, words, synonyms);
        this.ranking = ranking;
        this.cut = cut;
    }

    /** The whole query for one language. */
    record Plan(Query all, Optional<Query> any, boolean scored, List<Piece> pieces) {}

    Plan plan(QueryNode root) throws IOException {
        QueryParts parts = QueryParts.of(root, typed);
        BooleanQuery.Builder frame = new BooleanQuery.Builder();
        for (QueryNode filter : parts.filters()) {
            frame.add(query(filter), Occur.FILTER);
        }
        for (QueryNode excluded : parts.excluded()) {
            frame.add(query(excluded), Occur.MUST_NOT);
        }
        for (QueryNode required : parts.required()) {
            add(frame, required, Occur.MUST);
        }
        List<QueryNode> content = parts.content();
        for (Query pair : pairs(content)) {
            frame.add(pair, Occur.SHOULD);
        }
        for (QueryNode stopWord : parts.stopWords()) {
            if (stopWord instanceof QueryNode.Word word) {
                words.stopWord(word).ifPresent(bonus -> frame.add(bonus, Occur.SHOULD));
            }
        }
        BooleanQuery framed = frame.build();
        BooleanQuery.Builder all = copy(framed);
        for (QueryNode part : content) {
            add(all, part, Occur.MUST);
        }
        words.headline(content, parts.stopWords()).ifPresent(headline -> all.add(headline, Occur.SHOULD));
        boolean scored = !content.isEmpty() || !parts.required().isEmpty();
        if (!scored) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        Optional<Query> any = content.size() < 2 ? anyPair(framed, content) : Optional.of(any(framed, content));
        List<QueryNode> shown = new ArrayList<>(content);
        shown.addAll(parts.required());
        List<Piece> pieces = new PieceMaker(words, phrases, intervals, this::query).pieces(shown);
        return new Plan(all.build(), any, scored, pieces);
    }

    private Query any(BooleanQuery framed, List<QueryNode> content) throws IOException {
        BooleanQuery.Builder some = new BooleanQuery.Builder();
        BooleanQuery.Builder any = copy(framed);
        for (QueryNode part : content) {
            add(some, any, part, Occur.SHOULD);
        }
        return any.add(some.setMinimumNumberShouldMatch(1).build(), Occur.MUST).build();
    }

    /** A single run of Chinese, Japanese or Korean characters is many words, typed without spaces. */
    private Optional<Query> anyPair(BooleanQuery framed, List<QueryNode> content) {
        if (content.size() == 1 && content.get(0) instanceof QueryNode.Word word
                && words.match(new QueryNode.Word(word.text(), word.acronym())) instanceof BooleanQuery pairs
                && typed.tokens(word.text()).size() > 2) {
            BooleanQuery.Builder some = new BooleanQuery.Builder();
            pairs.clauses().forEach(clause -> some.add(clause.query(), Occur.SHOULD));
            return Optional.of(copy(framed).add(some.build(), Occur.MUST).build());
        }
        return Optional.empty();
    }

    private static BooleanQuery.Builder copy(BooleanQuery query) {
        BooleanQuery.Builder copy = new BooleanQuery.Builder();
        query.clauses().forEach(copy::add);
        return copy;
    }

    private List<Query> pairs(List<QueryNode> content) {
        List<Query> pairs = new ArrayList<>();
        if (content.size() < 2 || content.size() > ranking.pairsUpTo()) {
            return pairs;
        }
        for (int i = 0; i + 1 < content.size(); i++) {
            if (content.get(i) instanceof QueryNode.Word left && content.get(i + 1) instanceof QueryNode.Word right) {
                BytesRef first = typed.stem(left);
                BytesRef second = typed.stem(right);
                if (first.length > 0 && second.length > 0 && !first.equals(second)) {
                    pairs.add(new BoostQuery(words.near(first, second), ranking.pair()));
                }
            }
        }
        return pairs;
    }

    private void add(BooleanQuery.Builder clauses, QueryNode part, Occur occur) throws IOException {
        add(clauses, clauses, part, occur);
    }

    /**
     * Adds a part to the clauses that decide what matches; what only adds to the score goes to others, which may be the
     * same. A word's own clauses stand beside those of other words, which Lucene runs fastest.
     */
    private void add(BooleanQuery.Builder deciding, BooleanQuery.Builder scoring, QueryNode part, Occur occur)
            throws IOException {
        switch (part) {
            case QueryNode.Not not -> deciding.add(query(not.node()), Occur.MUST_NOT);
            case QueryNode.Word word when typed.isCompound(word) && occur == Occur.SHOULD && typed.isLoose(word) ->
                words.members(word).forEach(member -> deciding.add(member, Occur.SHOULD));
            case QueryNode.Word word when typed.isCompound(word) -> deciding.add(alone(word), occur);
            case QueryNode.Word word -> {
                deciding.add(words.match(word), occur);
                words.bonus(word).forEach(bonus -> scoring.add(bonus, Occur.SHOULD));
            }
            default -> deciding.add(query(part), occur);
        }
    }

    /** What a node matches, with its score. */
    private Query query(QueryNode node) throws IOException {
        return switch (node) {
            case QueryNode.Everything everything -> MatchAllDocsQuery.INSTANCE;
            case QueryNode.Word word -> alone(word);
            case QueryNode.Phrase phrase -> phrase(phrase);
            case QueryNode.Pattern pattern -> pattern(pattern);
            case QueryNode.InField field -> inField(field.field(), field.node());
            case QueryNode.Dates dates -> DateQueries.between(dates.from(), dates.to());
            case QueryNode.Close close -> close(close);
            case QueryNode.Sequence sequence -> group(QueryParts.withoutStopWords(sequence.parts(), typed));
            case QueryNode.AllOf every -> group(every.parts());
            case QueryNode.AnyOf any -> either(any.parts());
            case QueryNode.Required required -> query(required.node());
            case QueryNode.Not not -> group(List.of(not));
        };
    }

    private Query alone(QueryNode.Word word) {
        Occur place = typed.isCompound(word) ? Occur.FILTER : Occur.MUST;
        BooleanQuery.Builder alone = new BooleanQuery.Builder().add(words.match(word), place);
        words.bonus(word).forEach(bonus -> alone.add(bonus, Occur.SHOULD));
        return alone.build();
    }

    private Query phrase(QueryNode.Phrase phrase) throws IOException {
        List<TermAt> places = phrases.exact(phrase.text());
        if (phrase.within() == 0 || places.size() < 2) {
            return PhraseQueries.inRow(places);
        }
        BooleanQuery.Builder loose = new BooleanQuery.Builder().add(intervals.loosePhrase(phrase), Occur.FILTER);
        places.forEach(place -> loose.add(new TermQuery(place.term()), Occur.SHOULD));
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

    /** A match decided by places, scored by the words that stand there. */
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
            add(group, part, Occur.MUST);
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
        return new ConstantScoreQuery(node instanceof QueryNode.Pattern pattern
                ? new PatternQuery(expansions.of(PostSchema.words(field), pattern))
                : phrases.name(field, QueryParts.text(node)));
    }
}
