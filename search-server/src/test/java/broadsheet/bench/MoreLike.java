package broadsheet.bench;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.copies.StoryTable;
import broadsheet.index.PostFields;
import broadsheet.index.generation.Generation;
import broadsheet.index.generation.GenerationStore;
import broadsheet.index.lucene.PostSchema;
import broadsheet.index.lucene.StoryFile;
import broadsheet.search.lucene.view.StoredPosts;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/**
 * Lucene's MoreLikeThis over an index of English posts. Stems, the number of words, the formula for the order and the
 * table of copies are the product's, so that only the choice of the words and their weights differ.
 */
final class MoreLike implements AutoCloseable {

    private static final Language LANGUAGE = Language.of("en");
    private static final int WORDS = 25;
    private static final int CHARACTERS = 4_000;
    /** Posts put in order, so that ten are left without copies; the corpora have fewer than 50 copies of a story. */
    private static final int DEPTH = 60;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final StoryTable stories;
    private final Analyzer stems = new Stems();

    MoreLike(Path index) throws IOException {
        Generation generation = GenerationStore.at(index).open().orElseThrow().generation();
        this.reader = DirectoryReader.open(FSDirectory.open(generation.folder()));
        this.stories = StoryFile.read(generation);
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(PostSchema.similarity());
    }

    /** How words are chosen and weighed. */
    enum Choice {
        /** As MoreLikeThis does by default: words twice in the post and in five posts; all weigh the same. */
        DEFAULT,
        /** Any word of the post; all weigh the same. */
        ANY,
        /** Any word of the post, weighed by its rarity: the nearest to the product. */
        WEIGHED
    }

    /** The ids of the posts most like a document: one of each other story. */
    List<String> ids(Corpus.Doc doc, int size, Choice choice) throws IOException {
        StoredPosts posts = new StoredPosts(reader);
        int self = searcher.search(new TermQuery(new Term(PostFields.ID, doc.id())), 1).scoreDocs[0].doc;
        Set<Integer> seen = new HashSet<>(Set.of(stories.storyOf(self)));
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query(doc, choice), DEPTH).scoreDocs) {
            int story = stories.storyOf(hit.doc);
            boolean other = story == StoryTable.NONE ? hit.doc != self : seen.add(story);
            if (other && ids.size() < size) {
                ids.add(posts.card(hit.doc).id());
            }
        }
        return ids;
    }

    private Query query(Corpus.Doc doc, Choice choice) throws IOException {
        String field = PostSchema.all(LANGUAGE);
        MoreLikeThis more = new MoreLikeThis(reader);
        more.setAnalyzer(stems);
        more.setFieldNames(new String[]{field});
        more.setMaxQueryTerms(WORDS);
        more.setMaxNumTokensParsed(CHARACTERS);
        more.setMinTermFreq(choice == Choice.DEFAULT ? MoreLikeThis.DEFAULT_MIN_TERM_FREQ : 1);
        more.setMinDocFreq(choice == Choice.DEFAULT ? MoreLikeThis.DEFAULT_MIN_DOC_FREQ : 1);
        more.setBoost(choice == Choice.WEIGHED);
        String body = doc.body().substring(0, Math.min(CHARACTERS, doc.body().length()));
        return more.like(field, new StringReader(doc.title() + "\n" + body));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** The stems of a text's words, without stop words. */
    private static final class Stems extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new Words());
        }
    }

    private static final class Words extends Tokenizer {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final TextAnalysis analysis = new TextAnalysis(LANGUAGE);
        private Iterator<Token> tokens = List.<Token>of().iterator();

        @Override
        public void reset() throws IOException {
            super.reset();
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[1024];
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                text.append(buffer, 0, read);
            }
            tokens = analysis.tokens(text.toString()).stream()
                    .filter(token -> !token.stopWord() && token.stem().length > 1).iterator();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!tokens.hasNext()) {
                return false;
            }
            term.append(tokens.next().stem().utf8ToString());
            return true;
        }
    }
}
