package broadsheet.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** What others answer by default, over the same documents: BM25 with k1 = 1.2 and b = 0.75. */
final class Baseline implements AutoCloseable {

    private final Analyzer analyzer;
    private final List<String> fields;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private Baseline(Corpus corpus, Analyzer analyzer, List<String> fields) throws IOException {
        this.analyzer = analyzer;
        this.fields = fields;
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(new BM25Similarity(1.2f, 0.75f));
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (Corpus.Doc doc : corpus.docs()) {
                Document document = new Document();
                document.add(new StringField("id", doc.id(), Field.Store.YES));
                document.add(new TextField("all", doc.title() + "\n\n" + doc.body(), Field.Store.NO));
                document.add(new TextField("title", doc.title(), Field.Store.NO));
                document.add(new TextField("body", doc.body(), Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        this.searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
        IndexSearcher.setMaxClauseCount(4096);
    }

    /** Elasticsearch's default for one field: the standard analyzer, which keeps stop words. */
    static Baseline standard(Corpus corpus) throws IOException {
        return new Baseline(corpus, new StandardAnalyzer(CharArraySet.EMPTY_SET), List.of("all"));
    }

    /** BM25 with Lucene's English analyzer over one field, which is Elasticsearch's {@code english} too. */
    static Baseline english(Corpus corpus) throws IOException {
        return new Baseline(corpus, new EnglishAnalyzer(), List.of("all"));
    }

    /** Elasticsearch's {@code multi_match} of headline and body as it is by default, {@code best_fields}. */
    static Baseline bestFields(Corpus corpus) throws IOException {
        return new Baseline(corpus, new StandardAnalyzer(CharArraySet.EMPTY_SET), List.of("title", "body"));
    }

    /** The best documents of any word, no text read. */
    ScoreDoc[] best(String text, int count) throws IOException {
        String field = fields.getFirst();
        Query query = text.endsWith("*")
                ? new PrefixQuery(new Term(field, text.substring(0, text.length() - 1)))
                : new QueryBuilder(analyzer).createBooleanQuery(field, text);
        return query == null ? new ScoreDoc[0] : searcher.search(query, count).scoreDocs;
    }

    List<String> ask(String text) throws IOException {
        List<Query> queries = new ArrayList<>();
        for (String field : fields) {
            Query query = new QueryBuilder(analyzer).createBooleanQuery(field, text);
            queries.add(query == null ? new BooleanQuery.Builder().build() : query);
        }
        Query query = queries.size() == 1 ? queries.get(0) : new DisjunctionMaxQuery(queries, 0);
        ScoreDoc[] found = searcher.search(query, 100).scoreDocs;
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit : Arrays.asList(found)) {
            ids.add(reader.storedFields().document(hit.doc).get("id"));
        }
        return ids;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
