package broadsheet.search.lucene.translate;

import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.index.lucene.PostSchema;
import broadsheet.query.QueryNode;
import broadsheet.search.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Single words of a query as queries: those that match, and those that only add to the score; for one language. */
final class WordQueries {

    private final TypedWords typed;
    private final PhraseQueries phrases;
    private final Ranking ranking;
    private final String all;
    private final String title;
    private final HeadlineWords headlines;
    private final SynonymQueries synonyms;

    WordQueries(TypedWords typed, PhraseQueries phrases, SynonymQueries synonyms, HeadlineWords headlines,
            Ranking ranking) {
        this.typed = typed;
        this.phrases = phrases;
        this.synonyms = synonyms;
        this.headlines = headlines;
        this.ranking = ranking;
        this.all = PostSchema.all(typed.language());
        this.title = PostSchema.title(typed.language());
    }

    /**
     * The query that a word must match, without what only adds to its score: the terms of all its tokens, next to each
     * other; of Chinese, Japanese and Korean each pair of characters.
     */
    Query match(QueryNode.Word word) {
        List<Token> tokens = typed.tokens(word.text());
        if (tokens.isEmpty()) {
            return new MatchNoDocsQuery("no word in it");
        }
        BytesRef written = typed.written(word.text());
        if (written.length > 0) {
            return synonyms.with(word, new Term(PostSchema.EXACT, written));
        }
        if (tokens.size() == 1) {
            return single(word, tokens.get(0));
        }
        if (tokens.stream().allMatch(Token::cjk)) {
            BooleanQuery.Builder pairs = new BooleanQuery.Builder();
            phrases.stems(all, word.text()).forEach(pair -> pairs.add(new TermQuery(pair.term()), Occur.MUST));
            return synonyms.with(word, pairs.build());
        }
        return synonyms.with(word, phrases.stems(all, word.text()));
    }

    private Query single(QueryNode.Word word, Token token) {
        List<BytesRef> stems = typed.stems(token);
        Query stem = stems.size() == 1
                ? synonyms.with(word, new Term(all, stems.get(0)))
                : synonyms.with(word, anyOf(stems));
        if (!typed.isAcronym(word, token)) {
            return stem;
        }
        return new BooleanQuery.Builder().add(stem, Occur.SHOULD)
                .add(new BoostQuery(new TermQuery(new Term(PostSchema.EXACT, token.acronym())), 0), Occur.SHOULD)
                .build();
    }

    /** Words that a word may stand for, scored as if they were one. */
    private Query anyOf(List<BytesRef> stems) {
        SynonymQuery.Builder one = new SynonymQuery.Builder(all);
        stems.forEach(stem -> one.addTerm(new Term(all, stem)));
        return one.build();
    }

    /** The score that each word of a compound adds: for its stem anywhere, and in the headline. */
    List<Query> members(QueryNode.Word compound) {
        List<Token> tokens = typed.tokens(compound.text());
        List<Token> telling = tokens.stream().filter(token -> !token.stopWord()).toList();
        List<Query> members = new ArrayList<>();
        for (Token token : telling.isEmpty() ? tokens : telling) {
            members.add(synonyms.with(compound, new Term(all, token.stem())));
            members.add(inHeadline(compound, token));
        }
        return members;
    }

    private Query inHeadline(QueryNode.Word word, Token token) {
        return new BoostQuery(headlines.word(token.stem(), term -> synonyms.with(word, term)), ranking.title());
    }

    /** Queries that add to the score of a post that has the word: for the headline, capitals, accents. */
    List<Query> bonus(QueryNode.Word word) {
        List<Token> tokens = typed.tokens(word.text());
        List<Query> bonus = new ArrayList<>();
        if (typed.written(word.text()).length > 0 || tokens.isEmpty()) {
            return bonus;
        }
        if (typed.isCompound(word)) {
            return members(word);
        }
        if (tokens.size() > 1) {
            if (tokens.get(0).cjk()) {
                Query inTitle = PhraseQueries.inRow(phrases.stems(title, word.text()));
                Query anywhere = PhraseQueries.inRow(phrases.stems(all, word.text()));
                bonus.add(new BoostQuery(inTitle, ranking.title()));
                bonus.add(new BoostQuery(anywhere, ranking.pair()));
            }
            return bonus;
        }
        Token token = tokens.get(0);
        bonus.add(inHeadline(word, token));
        acronym(word, ranking.acronym()).ifPresent(bonus::add);
        if (Token.has(token.accented())) {
            bonus.add(new BoostQuery(new TermQuery(new Term(PostSchema.EXACT, token.accented())), ranking.accents()));
        }
        return bonus;
    }

    /** The score for a stop word that was typed in capitals, {@code WHO}: as much as for any other acronym. */
    Optional<Query> stopWord(QueryNode.Word word) {
        return acronym(word, 1 + ranking.acronym());
    }

    private Optional<Query> acronym(QueryNode.Word word, float boost) {
        Token token = typed.tokens(word.text()).get(0);
        return typed.isAcronym(word, token)
                ? Optional.of(
                        new BoostQuery(synonyms.with(word, new Term(PostSchema.EXACT, token.acronym())), boost))
                : Optional.empty();
    }

    /**
     * The score for a headline that has all the words of a query: someone may be looking for that very post. Stop words
     * count only here, where they may be the only difference between two headlines.
     */
    Optional<Query> headline(List<QueryNode> content, List<QueryNode> stopWords) {
        BooleanQuery.Builder every = new BooleanQuery.Builder();
        int found = 0;
        for (QueryNode part : content) {
            if (!(part instanceof QueryNode.Word word)) {
                return Optional.empty();
            }
            for (Token token : typed.tokens(word.text())) {
                every.add(new TermQuery(new Term(title, token.stem())), Occur.MUST);
                found++;
            }
        }
        for (QueryNode part : stopWords) {
            if (part instanceof QueryNode.Word word) {
                every.add(new TermQuery(new Term(title, typed.stem(word))), Occur.SHOULD);
                found++;
            }
        }
        return found < 2 ? Optional.empty() : Optional.of(new BoostQuery(every.build(), ranking.headline()));
    }

    /** Two stems near each other, either first. */
    Query near(BytesRef left, BytesRef right) {
        return new PhraseQuery(ranking.pairSlop(), all, left, right);
    }
}
