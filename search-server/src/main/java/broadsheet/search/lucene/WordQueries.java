package broadsheet.search.lucene;

import broadsheet.index.lucene.Language;
import broadsheet.index.lucene.PostSchema;
import broadsheet.index.lucene.TextAnalysis;
import broadsheet.index.lucene.TextAnalysis.Token;
import broadsheet.index.lucene.WrittenForms;
import broadsheet.query.QueryNode;
import broadsheet.search.Ranking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The leaves of a query for one language: words, phrases and patterns, as Lucene queries over the post's text. */
final class WordQueries {

    /** Of a pattern's words so many are scored as one word; past it the scores hardly change. */
    private static final int SCORED = 64;

    private final IndexReader reader;
    private final TextAnalysis analysis;
    private final TextAnalysis names;
    private final Ranking ranking;
    private final Map<String, List<Token>> known = new HashMap<>();
    private final String all;
    private final String title;
    private final HeadlineWords headlines;
    private final SynonymQueries synonyms;

    WordQueries(IndexView view, Analyses analyses, Language language, Ranking ranking) {
        this.reader = view.reader();
        this.analysis = analyses.of(language);
        this.names = analyses.of(Language.of("xx"));
        this.ranking = ranking;
        this.all = PostSchema.all(analysis.language());
        this.title = PostSchema.title(analysis.language());
        this.headlines = new HeadlineWords(reader, analysis, view.stories().prefixes());
        this.synonyms = new SynonymQueries(this, view, ranking.synonym());
    }

    Language language() {
        return analysis.language();
    }

    SynonymQueries synonyms() {
        return synonyms;
    }

    /** The tokens of a word or quotation; each is asked for many times in a search. */
    List<Token> tokens(String text) {
        return known.computeIfAbsent(text, analysis::tokens);
    }

    /** A word or term to look for: one term in one field, at a place within a phrase. */
    record Place(Term term, int position) {}

    /**
     * What a word matches, without what only adds to its score: the terms of all its tokens, next to each other; of
     * Chinese, Japanese and Korean each pair of characters.
     */
    Query match(QueryNode.Word word) {
        List<Token> tokens = tokens(word.text());
        if (tokens.isEmpty()) {
            return new MatchNoDocsQuery("no word in it");
        }
        BytesRef written = written(word.text());
        if (written.length > 0) {
            return synonyms.with(word, new Term(PostSchema.EXACT, written));
        }
        if (tokens.size() == 1) {
            return single(word, tokens.get(0));
        }
        if (tokens.stream().allMatch(Token::cjk)) {
            BooleanQuery.Builder pairs = new BooleanQuery.Builder();
            pairs(word.text(), tokens).forEach(pair -> pairs.add(new TermQuery(new Term(all, pair)), Occur.MUST));
            return synonyms.with(word, pairs.build());
        }
        return synonyms.with(word, stemPlaces(word.text(), tokens));
    }

    private Query single(QueryNode.Word word, Token token) {
        Query stem = synonyms.with(word, new Term(all, token.stem()));
        boolean asAcronym = word.acronym() || word.text().indexOf('.') > 0;
        if (!asAcronym || !hasAcronym(token)) {
            return stem;
        }
        return new BooleanQuery.Builder().add(stem, Occur.SHOULD)
                .add(new BoostQuery(new TermQuery(new Term(PostSchema.EXACT, token.acronym())), 0), Occur.SHOULD)
                .build();
    }

    /** Whether the word is several: {@code wing-body}, {@code F-16}; they match next to each other, and score each. */
    boolean isCompound(QueryNode.Word word) {
        List<Token> tokens = tokens(word.text());
        return tokens.size() > 1 && written(word.text()).length == 0 && !tokens.stream().allMatch(Token::cjk);
    }

    /**
     * Whether the words of a compound say something each by itself, so that a post which has some of them may answer
     * where none has all; of {@code F-16} and {@code 10:30} only the whole does.
     */
    boolean isLoose(QueryNode.Word compound) {
        return tokens(compound.text()).stream()
                .allMatch(
                        token -> token.end() - token.start() > 1 && token.word().chars().noneMatch(Character::isDigit));
    }

    /** What each word of a compound adds to the score: its stem anywhere, and in the headline. */
    List<Query> members(QueryNode.Word compound) {
        List<Token> tokens = tokens(compound.text());
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

    private boolean hasAcronym(Token token) {
        return Token.has(token.acronym()) && occurs(PostSchema.EXACT, token.acronym());
    }

    /** What adds to the score of a post that has the word: the headline, capitals, accents. */
    List<Query> bonus(QueryNode.Word word) {
        List<Token> tokens = tokens(word.text());
        List<Query> bonus = new ArrayList<>();
        if (written(word.text()).length > 0 || tokens.isEmpty()) {
            return bonus;
        }
        if (isCompound(word)) {
            return members(word);
        }
        if (tokens.size() > 1) {
            if (tokens.get(0).cjk()) {
                List<Place> places = new ArrayList<>();
                stemPlaces(word.text(), tokens)
                        .forEach(p -> places.add(new Place(new Term(title, p.term().bytes()), p.position())));
                bonus.add(new BoostQuery(phrase(places, 0), ranking.title()));
                bonus.add(new BoostQuery(phrase(stemPlaces(word.text(), tokens), 0), ranking.pair()));
            }
            return bonus;
        }
        Token token = tokens.get(0);
        bonus.add(inHeadline(word, token));
        if ((word.acronym() || word.text().indexOf('.') > 0) && hasAcronym(token)) {
            bonus.add(new BoostQuery(synonyms.with(word, new Term(PostSchema.EXACT, token.acronym())),
                    ranking.acronym()));
        }
        if (Token.has(token.accented())) {
            bonus.add(new BoostQuery(new TermQuery(new Term(PostSchema.EXACT, token.accented())), ranking.accents()));
        }
        return bonus;
    }

    /**
     * What a post gets whose headline has all the words of a query: someone may be looking for that very post. Stop
     * words tell such headlines apart, though nothing else.
     */
    Optional<Query> headline(List<QueryNode> content, List<QueryNode> stopWords) {
        BooleanQuery.Builder every = new BooleanQuery.Builder();
        int found = 0;
        for (QueryNode part : content) {
            if (!(part instanceof QueryNode.Word word)) {
                return Optional.empty();
            }
            for (Token token : tokens(word.text())) {
                every.add(new TermQuery(new Term(title, token.stem())), Occur.MUST);
                found++;
            }
        }
        for (QueryNode part : stopWords) {
            if (part instanceof QueryNode.Word word) {
                every.add(new TermQuery(new Term(title, stem(word))), Occur.SHOULD);
                found++;
            }
        }
        return found < 2 ? Optional.empty() : Optional.of(new BoostQuery(every.build(), ranking.headline()));
    }

    /** Whether the word alone is a stop word of the language, which never decides whether a post matches. */
    boolean isStopWord(QueryNode.Word word) {
        List<Token> tokens = tokens(word.text());
        return tokens.size() == 1 && tokens.get(0).stopWord() && !word.acronym() && written(word.text()).length == 0;
    }

    /** The stem of a word that is one token; the empty term for others. */
    BytesRef stem(QueryNode.Word word) {
        List<Token> tokens = tokens(word.text());
        return tokens.size() == 1 ? tokens.get(0).stem() : new BytesRef();
    }

    /** Two stems near each other, either first. */
    Query near(BytesRef left, BytesRef right) {
        return new PhraseQuery(ranking.pairSlop(), all, left, right);
    }

    /** The words of a quotation: exact forms, each at its place. */
    List<Place> exactPlaces(String text) {
        List<Token> tokens = tokens(text);
        boolean capitalsMatter = tokens.size() == 1 || !text.equals(text.toUpperCase(Locale.ROOT));
        List<WrittenForms.Written> written = WrittenForms.in(text);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            BytesRef term = token.exact();
            BytesRef whole = writtenAt(written, token);
            if (whole.length > 0) {
                term = whole;
            } else if (capitalsMatter && hasAcronym(token)) {
                term = token.acronym();
            }
            addPlace(places, PostSchema.EXACT, term, tokens, i);
        }
        return places;
    }

    private List<Place> stemPlaces(String text, List<Token> tokens) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            addPlace(places, all, tokens.get(i).stem(), tokens, i);
        }
        return places;
    }

    /** Characters that stand together are looked for by pairs, so the last of them needs no place of its own. */
    static void addPlace(List<Place> places, String field, BytesRef term, List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (i + 1 < tokens.size() && joined(token, tokens.get(i + 1))) {
            places.add(new Place(new Term(field, pair(token, tokens.get(i + 1))), i));
        } else if (i == 0 || !joined(tokens.get(i - 1), token)) {
            places.add(new Place(new Term(field, term), i));
        }
    }

    private static boolean joined(Token left, Token right) {
        return left.cjk() && right.cjk() && left.end() == right.start();
    }

    private static BytesRef pair(Token left, Token right) {
        return new BytesRef(left.exact().utf8ToString() + right.exact().utf8ToString());
    }

    private List<BytesRef> pairs(String text, List<Token> tokens) {
        return stemPlaces(text, tokens).stream().map(place -> place.term().bytes()).toList();
    }

    /** Terms at their places, in one field. */
    Query phrase(List<Place> places, int slop) {
        if (places.isEmpty()) {
            return new MatchNoDocsQuery("no word in it");
        }
        if (places.size() == 1) {
            return new TermQuery(places.get(0).term());
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
        places.forEach(place -> phrase.add(place.term(), place.position()));
        return phrase.build();
    }

    /** One of the terms, scored as if they were one word. */
    static Query anyOf(String field, List<BytesRef> terms) {
        if (terms.isEmpty()) {
            return new MatchNoDocsQuery("no such word");
        }
        SynonymQuery.Builder scored = new SynonymQuery.Builder(field);
        terms.stream().limit(SCORED).forEach(term -> scored.addTerm(new Term(field, term)));
        if (terms.size() <= SCORED) {
            return scored.build();
        }
        return new BooleanQuery.Builder().add(new TermInSetQuery(field, terms), Occur.FILTER)
                .add(scored.build(), Occur.SHOULD).build();
    }

    /** The words of a field of names, in order. */
    Query name(String field, String text) {
        List<Place> places = new ArrayList<>();
        List<Token> tokens = names.tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            addPlace(places, PostSchema.words(field), tokens.get(i).exact(), tokens, i);
        }
        return phrase(places, 0);
    }

    /** A word in the form that patterns are compared with: lower case, without accents. */
    String patternForm(String pattern) {
        String lower = pattern.toLowerCase(Locale.ROOT);
        char[] folded = new char[4 * lower.length()];
        int length = ASCIIFoldingFilter.foldToASCII(lower.toCharArray(), 0,
                folded, 0, lower.length());
        return new String(folded, 0, length);
    }

    BytesRef written(String text) {
        List<WrittenForms.Written> found = WrittenForms.in(text);
        boolean whole = found.size() == 1 && found.get(0).end() - found.get(0).start() == text.length();
        return whole && occurs(PostSchema.EXACT, found.get(0).term()) ? found.get(0).term() : new BytesRef();
    }

    private BytesRef writtenAt(List<WrittenForms.Written> written, Token token) {
        for (WrittenForms.Written form : written) {
            if (form.start() <= token.start() && token.end() <= form.end() && occurs(PostSchema.EXACT, form.term())) {
                return form.term();
            }
        }
        return new BytesRef();
    }

    boolean occurs(String field, BytesRef term) {
        try {
            return reader.docFreq(new Term(field, term)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("looking up a term", e);
        }
    }
}
