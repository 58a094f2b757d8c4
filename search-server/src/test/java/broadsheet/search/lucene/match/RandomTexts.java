package broadsheet.search.lucene.match;

import broadsheet.index.lucene.PostSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Texts of random words in a Lucene index of several segments, of which some documents are deleted. */
final class RandomTexts implements AutoCloseable {

    static final String FIELD = "f";
    static final String OTHER = "g";
    private static final int SEGMENTS = 5;
    private static final int TEXTS = 24;
    private static final String LETTERS = "abcd";

    private final Directory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;

    private RandomTexts(List<List<String>> segments, List<Integer> deleted) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer())
                .setMergePolicy(NoMergePolicy.INSTANCE)
                .setSimilarity(PostSchema.similarity());
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            int number = 0;
            for (List<String> texts : segments) {
                for (String text : texts) {
                    Document document = new Document();
                    document.add(new StringField("id", String.valueOf(number++), Field.Store.YES));
                    document.add(new TextField(FIELD, text, Field.Store.YES));
                    document.add(new TextField(OTHER, text.toUpperCase(Locale.ROOT), Field.Store.NO));
                    writer.addDocument(document);
                }
                writer.commit();
            }
            for (int text : deleted) {
                writer.deleteDocuments(new Term("id", String.valueOf(text)));
            }
        }
        this.reader = DirectoryReader.open(directory);
    }

    /** Five segments of 24 texts each, every sixth of them deleted. */
    static RandomTexts of(Random random) throws IOException {
        List<List<String>> segments = new ArrayList<>();
        List<Integer> deleted = new ArrayList<>();
        for (int i = 0; i < SEGMENTS; i++) {
            List<String> texts = new ArrayList<>();
            for (int k = 0; k < TEXTS; k++) {
                texts.add(text(random));
            }
            segments.add(texts);
        }
        for (int i = 0; i < SEGMENTS * TEXTS; i++) {
            if (random.nextInt(6) == 0) {
                deleted.add(i);
            }
        }
        return new RandomTexts(segments, deleted);
    }

    /** Texts with nothing deleted, a segment for each list. */
    static RandomTexts of(List<List<String>> segments) throws IOException {
        return new RandomTexts(segments, List.of());
    }

    /** The same with some texts deleted, by their number from 0. */
    static RandomTexts of(List<List<String>> segments, List<Integer> deleted) throws IOException {
        return new RandomTexts(segments, deleted);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int words = random.nextInt(30); words >= 0; words--) {
            text.append(word(random, LETTERS, 1 + random.nextInt(4))).append(' ');
        }
        return text.toString();
    }

    static String word(Random random, String letters, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    DirectoryReader reader() {
        return reader;
    }

    IndexSearcher searcher() {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(PostSchema.similarity());
        searcher.setQueryCache(null);
        return searcher;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
