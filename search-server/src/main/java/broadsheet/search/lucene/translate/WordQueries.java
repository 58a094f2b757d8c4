package broadsheet.search.lucene.translate;

import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.index.lucene.PostSchema;
import broadsheet.query.QueryNode;
import broadsheet.search.Ranking;
import broadsheet.search.lucene.match.TermAt;
import broadsheet.search.lucene.translate.Translation.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final RunQueries runs;
    /** Each word is asked for in both tiers, and for its marks. */
    private final Map<QueryNode.Word, Query> matches = new HashMap<>();
    private final Map<QueryNode.Word, List<Query>> bonuses = new HashMap<>();

    WordQueries(TypedWords typed, PhraseQueries phrases, SynonymQueries synonyms, HeadlineWords headlines,
            Ranking ranking) {
        this.typed = typed;
        this.phrases = phrases;
        this.synonyms = synonyms;
        this.headlines = headlines;
        this.ranking = ranking;
        this.runs = new RunQueries(typed, phrases, ranking);
        this.all = PostSchema.all(typed.language());
        this.title = PostSchema.title(typed.language());
    }

    /**
     * The query that a word must match, without what only adds to its score: the terms of all its tokens, next to each
     * other, or in one piece; of Chinese, Japanese and Korean each pair of characters, and words and digits among them.
     */
    Query match(QueryNode.Word word) {
        Query known = matches.get(word);
        if (known == null) {
            known = findMatch(word);
            matches.put(word, known);
        }
        return known;
    }

    private Query findMatch(QueryNode.Word word) {
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
        if (typed.isRun(word)) {
            BooleanQuery.Builder pairs = new BooleanQuery.Builder();
            runs.terms(word).forEach(pair -> pairs.add(pair, Occur.MUST));
            return synonyms.with(word, pairs.build());
        }
        Query row = synonyms.with(word, phrases.stems(all, word.text()));
        return typed.whole(word.text()).<Query>map(whole -> new BooleanQuery.Builder().add(row, Occur.SHOULD)
                .add(new TermQuery(new Term(all, whole)), Occur.SHOULD).build()).orElse(row);
    }

    /** Where the archive parts a word that was typed in one piece: the terms of the parts, for each way to part it. */
    List<List<TermAt>> parts(QueryNode.Word word) {
        List<Token> tokens = typed.tokens(word.text());
        return tokens.size() != 1
                ? List.of()
                : typed.partsOf(tokens.get(0)).stream().map(parts -> phrases.stems(all, parts)).toList();
    }

    /** What a post has or lacks of a word. */
    List<Piece> pieces(QueryNode.Word word) {
        return typed.isRun(word) && word.also().isEmpty()
                ? runs.pieces(word)
                : List.of(new Piece(word.text(), match(word), false));
    }

    /** Runs without spaces. */
    RunQueries runs() {
        return runs;
    }

    /** Where a word of several tokens stands: one term behind the other, or all in one piece. */
    List<List<TermAt>> rows(QueryNode.Word word) {
        List<List<TermAt>> rows = new ArrayList<>();
        rows.add(phrases.stems(all, word.text()));
        typed.whole(word.text()).ifPresent(whole -> rows.add(List.of(new TermAt(new Term(all, whole), 0))));
        return rows;
    }

    private Query single(QueryNode.Word word, Token token) {
        if (typed.isDotted(word, token)) {
            return synonyms.with(word, new Term(PostSchema.EXACT, token.acronym()));
        }
        List<BytesRef> stems = typed.stems(word.text());
        List<BytesRef> others = typed.otherSpellings(token);
        Query stem = stems.size() == 1 && others.isEmpty()
                ? synonyms.with(word, new Term(all, stems.get(0)))
                : synonyms.with(word, anyOf(stems, others));
        if (!typed.isAcronym(word, token)) {
            return stem;
        }
        return new BooleanQuery.Builder().add(stem, Occur.SHOULD)
                .add(new BoostQuery(new TermQuery(new Term(PostSchema.EXACT, token.acronym())), 0), Occur.SHOULD)
                .build();
    }

    /** Words that a word may stand for, scored as if they were one; other spellings of it count a little less. */
    private Query anyOf(List<BytesRef> stems, List<BytesRef> others) {
        SynonymQuery.Builder one = new SynonymQuery.Builder(all);
        stems.forEach(stem -> one.addTerm(new Term(all, stem)));
        others.stream().filter(other -> !stems.contains(other))
                .forEach(other -> one.addTerm(new Term(all, other), ranking.synonym()));
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
        typed.whole(compound.text()).ifPresent(whole -> {
            members.add(new TermQuery(new Term(all, whole)));
            members.add(new BoostQuery(headlines.word(whole, TermQuery::new), ranking.title()));
        });
        return members;
    }

    private Query inHeadline(QueryNode.Word word, Token token) {
        return new BoostQuery(headlines.word(token.stem(), term -> synonyms.with(word, term)), ranking.title());
    }

    /** Queries that add to the score of a post that has the word: for the headline, capitals, accents. */
    List<Query> bonus(QueryNode.Word word) {
        List<Query> known = bonuses.get(word);
        if (known == null) {
            known = findBonus(word);
            bonuses.put(word, known);
        }
        return known;
    }

    private List<Query> findBonus(QueryNode.Word word) {
        List<Token> tokens = typed.tokens(word.text());
        List<Query> bonus = new ArrayList<>();
        if (typed.written(word.text()).length > 0 || tokens.isEmpty()) {
            return bonus;
        }
        if (typed.isCompound(word)) {
            return members(word);
        }
        if (tokens.size() > 1) {
            return runs.inRow(word);
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
