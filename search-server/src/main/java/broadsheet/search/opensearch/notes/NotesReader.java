package broadsheet.search.opensearch.notes;

import broadsheet.index.opensearch.Notes;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * What the notes of a generation say of its posts, for all that asks an index which terms it has and in how many posts
 * they stand. It grows with the words of an archive and not with its posts: some 25 bytes a term and a field.
 */
public final class NotesReader extends FilterDirectoryReader {

    private final Known known;

    private NotesReader(DirectoryReader in, Known known) throws IOException {
        super(in, new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader leaf) {
                return new Leaf(leaf, known);
            }
        });
        this.known = known;
    }

    /**
     * What is known of a field of numbers.
     *
     * @param posts that have one
     */
    public record Numbers(int posts, long least, long most) {}

    /** What is known of a generation. */
    private record Known(int posts, Map<String, NoteTerms> terms, Map<String, Numbers> numbers) {}

    /**
     * Reads the notes.
     *
     * @param posts how many there are in all
     * @param having how many of them have a field of words
     * @param numbers by field; a field that no post has is not there
     */
    public static NotesReader of(Notes notes, int posts, Map<String, Integer> having, Map<String, Numbers> numbers)
            throws IOException {
        Map<String, NoteTerms> terms = new HashMap<>();
        for (String field : notes.fields()) {
            NoteTerms.Builder builder = new NoteTerms.Builder();
            notes.eachTerm(field, builder::add);
            terms.put(field, builder.build(having.getOrDefault(field, posts)));
        }
        return new NotesReader(fields(terms), new Known(posts, terms, numbers));
    }

    /** One document with all fields, so that Lucene knows which there are. */
    private static DirectoryReader fields(Map<String, NoteTerms> terms) throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            Document document = new Document();
            terms.keySet().forEach(field -> document.add(new StringField(field, "", Field.Store.NO)));
            writer.addDocument(document);
        }
        return DirectoryReader.open(directory);
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader in) throws IOException {
        return new NotesReader(in, known);
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
        return in.getReaderCacheHelper();
    }

    private static final class Leaf extends FilterLeafReader {
        private final Known known;

        Leaf(LeafReader in, Known known) {
            super(in);
            this.known = known;
        }

        @Override
        public Terms terms(String field) {
            return known.terms().get(field);
        }

        @Override
        public PointValues getPointValues(String field) {
            Numbers numbers = known.numbers().get(field);
            return numbers == null ? null : new KnownPoints(numbers);
        }

        @Override
        public int maxDoc() {
            return known.posts();
        }

        @Override
        public int numDocs() {
            return known.posts();
        }

        @Override
        public CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }
    }
}
