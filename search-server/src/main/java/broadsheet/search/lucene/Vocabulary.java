package broadsheet.search.lucene;

import broadsheet.index.lucene.Language;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.index.lucene.PostSchema;
import broadsheet.index.lucene.TextAnalysis;
import broadsheet.index.lucene.TextAnalysis.Token;
import broadsheet.index.lucene.WrittenForms;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The words of the posts that may be seen at a moment, in any language of the archive. */
final class Vocabulary {

    /** Letters by which the forms of a word mostly differ: {@code ferry}, {@code ferries}. */
    private static final int ENDING = 3;
    private static final int MOST_FORMS = 200;

    private final IndexView view;
    private final IndexSearcher searcher;
    private final Analyses analyses;
    private final Instant now;
    private final SynonymTable synonyms;
    private final Map<String, List<Token>> known = new HashMap<>();

    Vocabulary(IndexView view, Analyses analyses, Instant now) {
        this(view, analyses, now, SynonymTable.NONE);
    }

    /** @param synonyms whose words are words, too, though no post has them */
    Vocabulary(IndexView view, Analyses analyses, Instant now, SynonymTable synonyms) {
        this.synonyms = synonyms;
        this.view = view;
        this.searcher = view.searcher();
        this.analyses = analyses;
        this.now = now;
    }

    /** Whether the archive has no post at all. */
    boolean isEmpty() {
        return view.languages().isEmpty();
    }

    /** Whether every post may be seen, so that what is found of a word now holds as long as the index. */
    boolean areAllSeen() {
        return !view.hidesPostsAt(now);
    }

    IndexReader reader() {
        return view.reader();
    }

    /** The tokens of a word, by the archive's commonest language; each is asked for many times in a search. */
    List<Token> tokens(String word) {
        return known.computeIfAbsent(word, analyses
                .of(view.languages().isEmpty() ? Language.of("xx") : view.languages().get(0))::tokens);
    }

    /** Whether some post has the word, in this or another form of the same stem, or the owner has named it. */
    boolean occurs(String word) throws IOException {
        for (Language language : view.languages()) {
            if (synonyms.knows(word, analyses.of(language))) {
                return true;
            }
            for (Token token : analyses.of(language).tokens(word)) {
                if (posts(new Term(PostSchema.EXACT, token.exact())) > 0 || hasStem(language, token)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many posts have a word, none of which has this very form, by its stem alone; 0 where the form occurs. */
    int postsByStem(String word) throws IOException {
        int most = 0;
        for (Language language : view.languages()) {
            for (Token token : analyses.of(language).tokens(word)) {
                if (posts(new Term(PostSchema.EXACT, token.exact())) > 0) {
                    return 0;
                }
                most = Math.max(most, posts(new Term(PostSchema.all(language), token.stem())));
            }
        }
        return most;
    }

    /** Whether the archive has a word of the same stem that differs in the ending alone. */
    boolean hasOtherEnding(String word) {
        return view.languages().stream().anyMatch(language -> hasOtherEnding(analyses.of(language), word));
    }

    private boolean hasOtherEnding(TextAnalysis analysis, String word) {
        WordList all = view.words(PostSchema.EXACT);
        for (Token token : analysis.tokens(word)) {
            String exact = token.exact().utf8ToString();
            BytesRef start = new BytesRef(exact.substring(0, Math.clamp(exact.length() - ENDING, 1, exact.length())));
            int from = all.firstFrom(start);
            for (int i = from; i < Math.min(all.size(), from + MOST_FORMS) && all.begins(i, start); i++) {
                List<Token> other = analysis.tokens(all.term(i).utf8ToString());
                if (other.size() == 1 && other.get(0).stem().equals(token.stem())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether two words are forms of one, in some language of the archive. */
    boolean shareStem(String left, String right) {
        return view.languages().stream().anyMatch(
                language -> stems(language, left).stream().anyMatch(stems(language, right)::contains));
    }

    private List<BytesRef> stems(Language language, String word) {
        AccentlessWords accentless = new AccentlessWords(view.reader(), PostSchema.all(language));
        return analyses.of(language).tokens(word).stream().flatMap(token -> accentless.stems(token).stream()).toList();
    }

    /** Whether a word has signs, as {@code C++}, and no post has it so, nor has the owner named it. */
    boolean lacksWritten(String word) throws IOException {
        Optional<WrittenForms.Written> written = WrittenForms.whole(word);
        return written.isPresent() && posts(new Term(PostSchema.EXACT, written.get().term())) == 0
                && view.languages().stream().noneMatch(language -> synonyms.knows(word, analyses.of(language)));
    }

    private boolean hasStem(Language language, Token token) throws IOException {
        String field = PostSchema.all(language);
        for (BytesRef stem : new AccentlessWords(view.reader(), field).stems(token)) {
            if (posts(new Term(field, stem)) > 0) {
                return true;
            }
        }
        return false;
    }

    /** How many posts have this very form; a rough number where posts are hidden, but 0 only if none may be seen. */
    int frequency(String exact) throws IOException {
        return posts(new Term(PostSchema.EXACT, exact));
    }

    /** The same for a word of the {@link #near} ones. */
    int frequency(WordList.Near near) throws IOException {
        return view.hidesPostsAt(now) ? frequency(word(near)) : near.posts();
    }

    /** The words that so many edits at most make of a word, the nearest first, itself included. */
    List<WordList.Near> near(String exact, int edits, int leastPosts) {
        return view.words(PostSchema.EXACT).near(exact, edits, leastPosts);
    }

    String word(WordList.Near near) {
        return view.words(PostSchema.EXACT).term(near.number()).utf8ToString();
    }

    private int posts(Term term) throws IOException {
        int posts = view.reader().docFreq(term);
        return posts > 0 && view.hidesPostsAt(now) ? count(new TermQuery(term)) : posts;
    }

    /** How many posts have all of the words, each in any form of its stem in the archive's commonest language. */
    int together(List<String> words) throws IOException {
        return count(all(PostSchema.all(view.languages().get(0)), words));
    }

    /** Whether the headline of some post has all of the words. */
    boolean inOneHeadline(List<String> words) throws IOException {
        return count(all(PostSchema.title(view.languages().get(0)), words)) > 0;
    }

    private Query all(String field, List<String> words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String word : words) {
            tokens(word).forEach(token -> all.add(new TermQuery(new Term(field, token.stem())), Occur.FILTER));
        }
        return all.build();
    }

    private int count(Query query) throws IOException {
        if (!view.hidesPostsAt(now)) {
            return searcher.count(query);
        }
        return searcher.count(new BooleanQuery.Builder().add(query, Occur.FILTER)
                .add(LucenePostIndexer.hiddenAt(now), Occur.MUST_NOT).build());
    }
}
