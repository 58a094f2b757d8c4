package broadsheet.search.lucene;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostSchema;
import broadsheet.query.QueryNode;
import broadsheet.search.SearchResponse.FacetCount;
import broadsheet.search.lucene.view.ReadWords;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * The authors whom the plain words of a query name: with two neighbouring words, {@code Jane Tarnwood}, or with the last
 * word of a name that stands in bylines at least as often as in texts of others, {@code Tarnwood lamp}. So <i>may
 * election</i> names no Theresa May, whose last word stands in many texts, and <i>Jane Austen</i> no Jane Tarnwood.
 */
final class Bylines {

    /** A longer query asks for a text, not for a person. */
    private static final int MOST_WORDS = 16;
    private static final int MOST_AUTHORS = 3;
    /** Characters of a word that may name somebody by itself. */
    private static final int SHORTEST = 3;
    private static final String WORDS = PostSchema.words(PostFields.AUTHOR);

    private final Reading reading;
    private final Finding finding;
    private final ReadWords names;
    private final Set<String> found = new LinkedHashSet<>();

    Bylines(Reading reading, Finding finding) {
        this.reading = reading;
        this.finding = finding;
        this.names = reading.words(Language.of("xx"));
    }

    /** The names as posts write them, those named with two words first. */
    List<String> named(QueryNode root) throws IOException {
        if (!hasAuthors()) {
            return List.of();
        }
        List<List<Token>> runs = runs(root);
        if (runs.stream().mapToInt(List::size).sum() > MOST_WORDS) {
            return List.of();
        }
        List<BytesRef> known = new ArrayList<>();
        for (List<Token> run : runs) {
            boolean before = false;
            for (int i = 0; i < run.size(); i++) {
                boolean here = posts(WORDS, run.get(i).exact()) > 0;
                if (here) {
                    known.add(run.get(i).exact());
                }
                if (here && before) {
                    addNamed(List.of(run.get(i - 1).exact(), run.get(i).exact()));
                }
                before = here;
            }
        }
        for (BytesRef word : known) {
            if (word.utf8ToString().codePoints().count() >= SHORTEST && posts(WORDS, word) >= postsOfOthers(word)) {
                addNamed(List.of(word));
            }
        }
        return found.stream().limit(MOST_AUTHORS).toList();
    }

    /** Many archives name no author at all. */
    private boolean hasAuthors() throws IOException {
        for (LeafReaderContext segment : reading.reader().leaves()) {
            if (segment.reader().terms(WORDS) != null) {
                return true;
            }
        }
        return false;
    }

    /** The words that stand side by side: those of a quotation, or of single words with nothing else between them. */
    private List<List<Token>> runs(QueryNode root) {
        List<List<Token>> runs = new ArrayList<>();
        runs.add(new ArrayList<>());
        for (QueryNode part : root instanceof QueryNode.Sequence || root instanceof QueryNode.AllOf
                ? root.children()
                : List.of(root)) {
            switch (part) {
                case QueryNode.Word word -> runs.getLast().addAll(names.tokens(word.text()));
                case QueryNode.Phrase phrase -> {
                    runs.add(new ArrayList<>(names.tokens(phrase.text())));
                    runs.add(new ArrayList<>());
                }
                default -> runs.add(new ArrayList<>());
            }
        }
        return runs;
    }

    private int posts(String field, BytesRef word) throws IOException {
        return reading.reader().docFreq(new Term(field, word));
    }

    /** How many posts have the word in their texts, and not in their bylines. */
    private int postsOfOthers(BytesRef word) throws IOException {
        return reading.searcher().count(new BooleanQuery.Builder()
                .add(new TermQuery(new Term(PostSchema.EXACT, word)), Occur.FILTER)
                .add(new TermQuery(new Term(WORDS, word)), Occur.MUST_NOT).build());
    }

    private void addNamed(List<BytesRef> words) throws IOException {
        BooleanQuery.Builder posts = new BooleanQuery.Builder();
        words.forEach(word -> posts.add(new TermQuery(new Term(WORDS, word)), Occur.FILTER));
        reading.addVisible(posts);
        for (FacetCount author : finding.authors(posts.build())) {
            if (isNamed(author.value(), words)) {
                found.add(author.value());
            }
        }
    }

    /**
     * Whether some words of a byline name it: its last word alone, or that and another, which are more than half of its
     * words, initials apart.
     */
    private boolean isNamed(String author, List<BytesRef> words) {
        List<BytesRef> own = names.tokens(author).stream().map(Token::exact).toList();
        long whole = own.stream().filter(word -> word.utf8ToString().codePoints().count() > 1).count();
        boolean last = !own.isEmpty() && words.contains(own.getLast());
        return last && own.containsAll(words) && (words.size() == 1 || whole < 2 * words.size());
    }
}
