package broadsheet.search.lucene.match;

import broadsheet.index.lucene.PostSchema;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.tests.search.CheckHits;
import org.apache.lucene.tests.search.QueryUtils;
import org.apache.lucene.tests.util.LuceneTestCase;
import org.junit.Test;

/**
 * Lucene's own checks of queries, on groups of words and on patterns: advance agrees with next, scores with
 * explanations, matches with hits; over several segments, by a codec that Lucene's framework picks at random. (They take
 * each document that a scorer gives for a hit, so nothing may be deleted here.) They want that framework's runner, so {@link WordGroupTest} runs them by it.
 */
public class GroupChecks extends LuceneTestCase {

    private static final String FIELD = RandomTexts.FIELD;

    private interface Check {
        void of(IndexSearcher searcher) throws IOException;
    }

    private static void onRandomTexts(Check check) throws IOException {
        try (Directory directory = newDirectory()) {
            IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer())
                    .setMergePolicy(NoMergePolicy.INSTANCE).setSimilarity(PostSchema.similarity());
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (int i = 0; i < 120; i++) {
                    Document document = new Document();
                    document.add(new TextField(FIELD, text(), Field.Store.NO));
                    writer.addDocument(document);
                    if (i % 40 == 39) {
                        writer.commit();
                    }
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(PostSchema.similarity());
                check.of(searcher);
            }
        }
    }

    private static String text() {
        StringBuilder text = new StringBuilder();
        for (int words = random().nextInt(20); words >= 0; words--) {
            text.append(RandomTexts.word(random(), "abc", 1)).append(' ');
        }
        return text.toString();
    }

    private static void checkAll(Query query, IndexSearcher searcher) throws IOException {
        QueryUtils.check(random(), query, searcher);
        CheckHits.checkExplanations(query, FIELD, searcher);
        CheckHits.checkMatches(query, searcher);
    }

    @Test
    public void testGroupOfWords() throws IOException {
        onRandomTexts(searcher -> checkAll(Groups.of("a", "b", "zz"), searcher));
    }

    @Test
    public void testGroupOfWordsAndPhrases() throws IOException {
        onRandomTexts(searcher -> checkAll(Groups.of("a", "b c", "c c a"), searcher));
    }

    @Test
    public void testGroupOfAPhrase() throws IOException {
        onRandomTexts(searcher -> checkAll(Groups.of("a b c", "c b a"), searcher));
    }

    @Test
    public void testGroupBesideOtherWords() throws IOException {
        onRandomTexts(searcher -> {
            Query group = Groups.of("a", "b c");
            Query word = new TermQuery(new Term(FIELD, "c"));
            checkAll(new BooleanQuery.Builder().add(group, Occur.MUST).add(word, Occur.SHOULD).build(), searcher);
            checkAll(new BooleanQuery.Builder().add(group, Occur.SHOULD).add(word, Occur.SHOULD).build(), searcher);
            checkAll(new BooleanQuery.Builder().add(word, Occur.MUST).add(group, Occur.MUST_NOT).build(), searcher);
        });
    }

    @Test
    public void testEqualGroups() {
        QueryUtils.checkEqual(Groups.of("a", "b c"), Groups.of("a", "b c"));
        QueryUtils.checkUnequal(Groups.of("a", "b c"), Groups.of("a", "b"));
        QueryUtils.checkUnequal(Groups.of("a", "b"), Groups.of("b", "a"));
    }

    @Test
    public void testAnyOfTerms() throws IOException {
        onRandomTexts(searcher -> checkAll(Groups.any(List.of("a", "zz")), searcher));
    }
}
