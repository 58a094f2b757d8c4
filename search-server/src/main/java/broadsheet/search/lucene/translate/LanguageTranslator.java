package broadsheet.search.lucene.translate;

import broadsheet.analysis.Language;
import broadsheet.query.QueryNode;
import broadsheet.search.Ranking;
import broadsheet.search.lucene.translate.Translation.Piece;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/** A whole query tree as Lucene queries over the posts of one language: with all the words, and with any of them. */
final class LanguageTranslator {

    private final TypedWords typed;
    private final PhraseQueries phrases;
    private final WordQueries words;
    private final IntervalQueries intervals;
    private final NodeQueries nodes;
    private final Ranking ranking;

    LanguageTranslator(Reading reading, Language language, Expansions expansions, Ranking ranking) {
        this.typed = new TypedWords(reading, language);
        this.phrases = new PhraseQueries(typed);
        SynonymQueries synonyms = new SynonymQueries(typed, phrases, reading, ranking.synonym());
        HeadlineWords headlines = new HeadlineWords(reading, language, reading.stories().prefixes());
        this.words = new WordQueries(typed, phrases, synonyms, headlines, ranking);
        this.intervals = new IntervalQueries(typed, phrases, synonyms, words, expansions);
        this.nodes = new NodeQueries(typed, phrases, words, intervals, expansions);
        this.ranking = ranking;
    }

    /**
     * The whole query for one language.
     *
     * @param any empty where it would be no other question than {@code all}
     * @param cut the patterns of which only the most frequent words are used, as typed
     */
    record Plan(Query all, Optional<Query> any, boolean scored, List<Piece> pieces, List<String> cut) {}

    Plan plan(QueryNode root) throws IOException {
        QueryParts parts = QueryParts.of(root, typed);
        List<QueryNode> content = parts.content();
        if (parts.isContent() && nodes.areNowhere(content)) {
            Query nothing = new MatchNoDocsQuery("no word of the language");
            return new Plan(nothing, isMany(content) ? Optional.of(nothing) : Optional.empty(), true, pieces(parts),
                    nodes.cut());
        }
        BooleanQuery frame = frame(parts);
        BooleanQuery.Builder all = copy(frame);
        for (QueryNode part : content) {
            nodes.add(all, all, part, Occur.MUST);
        }
        words.headline(content, parts.stopWords()).ifPresent(headline -> all.add(headline, Occur.SHOULD));
        boolean scored = !content.isEmpty() || !parts.required().isEmpty();
        if (!scored) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        Optional<Query> any = isMany(content) ? Optional.of(any(frame, content)) : Optional.empty();
        List<Piece> pieces = pieces(parts);
        return new Plan(all.build(), any, scored, pieces, nodes.cut());
    }

    private List<Piece> pieces(QueryParts parts) throws IOException {
        List<QueryNode> shown = new ArrayList<>(parts.content());
        shown.addAll(parts.required());
        return new PieceMaker(words, phrases, intervals, nodes).pieces(shown);
    }

    /**
     * Whether a post may have a part of the content. A run of characters without spaces is many words, and so are the
     * parts of a compound.
     */
    private boolean isMany(List<QueryNode> content) {
        return content.size() > 1 || content.size() == 1 && content.get(0) instanceof QueryNode.Word word
                && (typed.isRun(word)
                        ? typed.tokens(word.text()).size() > 2
                        : typed.isCompound(word) && typed.isLoose(word));
    }

    /** What holds for the posts with all the words and for those with any: filters, and what only adds to the score. */
    private BooleanQuery frame(QueryParts parts) throws IOException {
        BooleanQuery.Builder frame = new BooleanQuery.Builder();
        for (QueryNode filter : parts.filters()) {
            frame.add(nodes.query(filter), Occur.FILTER);
        }
        for (QueryNode excluded : parts.excluded()) {
            frame.add(nodes.query(excluded), Occur.MUST_NOT);
        }
        for (QueryNode required : parts.required()) {
            nodes.add(frame, frame, required, Occur.MUST);
        }
        pairs(parts.content()).forEach(pair -> frame.add(pair, Occur.SHOULD));
        for (QueryNode stopWord : parts.stopWords()) {
            if (stopWord instanceof QueryNode.Word word) {
                words.stopWord(word).ifPresent(bonus -> frame.add(bonus, Occur.SHOULD));
            }
        }
        return frame.build();
    }

    private Query any(BooleanQuery frame, List<QueryNode> content) throws IOException {
        BooleanQuery.Builder some = new BooleanQuery.Builder();
        BooleanQuery.Builder any = copy(frame);
        for (QueryNode part : content) {
            nodes.add(some, any, part, Occur.SHOULD);
        }
        return any.add(some.setMinimumNumberShouldMatch(1).build(), Occur.MUST).build();
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
}
