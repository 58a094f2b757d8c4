package broadsheet.search.lucene.vocabulary;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.analysis.WrittenForms;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.lucene.view.AccentlessWords;
import broadsheet.search.lucene.view.Dictionary;
import broadsheet.search.lucene.view.ReadWords;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.Remembered;
import broadsheet.search.rules.SynonymTable;
import broadsheet.search.suggest.Vocabulary;
import broadsheet.words.Familiarity;
import broadsheet.words.KnownWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.CombineSuggestion;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.search.spell.WordBreakSpellChecker;
import org.apache.lucene.util.BytesRef;

/** The words of those posts of a Lucene index that may be seen at a moment, in any language of the archive. */
public final class LuceneVocabulary implements Vocabulary {

    /** How many ways to part a word are looked at, the likeliest first. */
    private static final int MOST_BREAKS = 5;

    private final Reading reading;
    private final SynonymTable synonyms;
    private final ReadWords commonest;
    private final Map<String, List<Token>> known = new HashMap<>();
    private final WordBreakSpellChecker breaks = new WordBreakSpellChecker();

    /** @param synonyms whose words are words, too, though no post has them */
    public LuceneVocabulary(Reading reading, SynonymTable synonyms) {
        this.reading = reading;
        this.synonyms = synonyms;
        this.commonest = reading.words(
                reading.languages().isEmpty() ? Language.of("xx") : reading.languages().get(0));
        breaks.setMinBreakWordLength(2);
        breaks.setMaxChanges(1);
    }

    @Override
    public boolean isEmpty() {
        return reading.languages().isEmpty();
    }

    /** Whether every post may be seen, so that what is found of a word now holds as long as the index. */
    boolean areAllSeen() {
        return !reading.hidesPosts();
    }

    @Override
    public List<Token> tokens(String word) {
        return known.computeIfAbsent(word, text -> commonest.tokens(text));
    }

    @Override
    public boolean occurs(String word) throws IOException {
        reading.budget().check();
        return isNamed(word) || (areAllSeen()
                ? reading.view().kept(Known.class, Known::new).occurring().of(word, () -> isInPosts(word))
                : isInPosts(word));
    }

    /** What is known of words for a generation; there are more words that occur than terms in one language. */
    private record Known(Remembered<Boolean> occurring) {
        private Known() {
            this(new Remembered<>(8_192));
        }
    }

    private boolean isInPosts(String word) throws IOException {
        for (Language language : reading.languages()) {
            for (Token token : reading.words(language).tokens(word)) {
                if (posts(new Term(PostSchema.EXACT, token.exact())) > 0 || hasStem(language, token)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public boolean isNamed(String word) {
        if (synonyms.isEmpty()) {
            return false;
        }
        return reading.languages().stream()
                .anyMatch(language -> synonyms.knows(word, reading.analysis(language)));
    }

    @Override
    public int postsByStem(String word) throws IOException {
        int most = 0;
        for (Language language : reading.languages()) {
            for (Token token : reading.words(language).tokens(word)) {
                if (posts(new Term(PostSchema.EXACT, token.exact())) > 0) {
                    return 0;
                }
                most = Math.max(most, posts(new Term(PostSchema.all(language), token.stem())));
            }
        }
        return most;
    }

    @Override
    public boolean hasOtherEnding(String word) {
        return new Stems(reading).hasOtherEnding(word);
    }

    @Override
    public boolean shareStem(String left, String right) {
        return new Stems(reading).areShared(left, right);
    }

    @Override
    public boolean lacksWritten(String word) throws IOException {
        Optional<WrittenForms.Written> written = WrittenForms.whole(word);
        return written.isPresent() && posts(new Term(PostSchema.EXACT, written.get().term())) == 0
                && !isNamed(word);
    }

    private boolean hasStem(Language language, Token token) throws IOException {
        String field = PostSchema.all(language);
        for (BytesRef stem : new AccentlessWords(reading.reader(), field).stems(token)) {
            if (posts(new Term(field, stem)) > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int frequency(String exact) throws IOException {
        return posts(new Term(PostSchema.EXACT, exact));
    }

    @Override
    public int frequency(Near near) throws IOException {
        return reading.hidesPosts() ? frequency(near.word()) : near.posts();
    }

    @Override
    public List<Near> near(String exact, int edits, int leastPosts) {
        reading.budget().check();
        Dictionary all = reading.view().words(PostSchema.EXACT);
        return all.near(exact, edits, leastPosts).stream()
                .map(near -> new Near(all.term(near.number()).utf8ToString(), near.edits(), near.posts())).toList();
    }

    @Override
    public List<List<String>> apart(String exact) throws IOException {
        SuggestWord[][] found = breaks.suggestWordBreaks(new Term(PostSchema.EXACT, exact), MOST_BREAKS,
                reading.reader(),
                SuggestMode.SUGGEST_ALWAYS,
                WordBreakSpellChecker.BreakSuggestionSortMethod.NUM_CHANGES_THEN_MAX_FREQUENCY);
        return Arrays.stream(found).map(parts -> Arrays.stream(parts).map(part -> part.string).toList()).toList();
    }

    @Override
    public Optional<String> joined(String left, String right) throws IOException {
        Term[] both = {new Term(PostSchema.EXACT, left), new Term(PostSchema.EXACT, right)};
        for (CombineSuggestion found : breaks.suggestWordCombinations(both, 1, reading.reader(),
                SuggestMode.SUGGEST_ALWAYS)) {
            if (frequency(found.suggestion().string) > 0) {
                return Optional.of(found.suggestion().string);
            }
        }
        return Optional.empty();
    }

    private int posts(Term term) throws IOException {
        int posts = reading.reader().docFreq(term);
        return posts > 0 && reading.hidesPosts() ? count(new TermQuery(term)) : posts;
    }

    @Override
    public int together(List<String> words) throws IOException {
        return count(all(PostSchema.all(reading.languages().get(0)), words));
    }

    @Override
    public boolean areTogether(List<String> words) throws IOException {
        return isInSome(PostSchema.all(reading.languages().get(0)), words);
    }

    @Override
    public int inARow(List<String> exact) throws IOException {
        return count(new PhraseQuery(PostSchema.EXACT, exact.toArray(String[]::new)));
    }

    @Override
    public boolean inOneHeadline(List<String> words) throws IOException {
        return isInSome(PostSchema.title(reading.languages().get(0)), words);
    }

    /** Whether the field of some post has all of the words. */
    private boolean isInSome(String field, List<String> words) throws IOException {
        if (reading.hidesPosts() || reading.searcher().isRemote()) {
            return count(all(field, words)) > 0;
        }
        reading.budget().check();
        List<BytesRef> stems = new ArrayList<>();
        words.forEach(word -> tokens(word).forEach(token -> stems.add(token.stem())));
        return new FirstPost(reading, field).hasAll(stems);
    }

    private Query all(String field, List<String> words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String word : words) {
            tokens(word).forEach(token -> all.add(new TermQuery(new Term(field, token.stem())), Occur.FILTER));
        }
        return all.build();
    }

    private int count(Query query) throws IOException {
        reading.budget().check();
        if (!reading.hidesPosts()) {
            return reading.searcher().count(query);
        }
        BooleanQuery.Builder visible = new BooleanQuery.Builder().add(query, Occur.FILTER);
        reading.addVisible(visible);
        return reading.searcher().count(visible.build());
    }

    @Override
    public Familiarity familiarity(String word) {
        return ArchiveWords.familiarity(word, reading);
    }

    @Override
    public boolean knowsForms() {
        return KnownWords.knowsForms(reading.languages().get(0).code());
    }
}
