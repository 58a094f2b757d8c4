package broadsheet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class IndexFactsTest {

    private static final List<Document> POSTS = List.of(post("a", "the old sea wall", 1), post("b", "a wall", 2),
            post("c", "old sea", 3));

    private static Document post(String id, String text, long date) {
        return post(id, text, date, "news", text);
    }

    private static Document post(String id, String text, long date, String tag, String value) {
        Document post = new Document();
        post.add(new StringField("id", id, Field.Store.YES));
        post.add(new TextField("all", text, Field.Store.NO));
        post.add(new LongField("date", date, Field.Store.YES));
        post.add(new SortedSetDocValuesField("tag", new BytesRef(tag)));
        post.add(new BinaryDocValuesField("text", new BytesRef(value)));
        return post;
    }

    private static SortedMap<String, String> facts(boolean segmentEach, List<Document> posts) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(new StandardAnalyzer())
                .setMergePolicy(NoMergePolicy.INSTANCE);
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (Document post : posts) {
                    writer.addDocument(post);
                    if (segmentEach) {
                        writer.flush();
                    }
                }
            }
            return IndexFacts.ofLucene(directory);
        }
    }

    /** The names of the facts in which an index with another first post differs. */
    private static List<String> changedBy(Document first) throws IOException {
        List<Document> posts = new ArrayList<>(POSTS);
        posts.set(0, first);
        return differences(facts(false, POSTS), facts(false, posts));
    }

    private static List<String> differences(SortedMap<String, String> before, SortedMap<String, String> after) {
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.removeIf(key -> before.getOrDefault(key, "").equals(after.getOrDefault(key, "")));
        return List.copyOf(keys);
    }

    @Test
    void countsAreThoseOfCheckIndex() throws IOException {
        SortedMap<String, String> facts = facts(false, POSTS);
        assertEquals("true", facts.get("CheckIndex\tclean"));
        assertEquals("3", facts.get("CheckIndex\tdocuments"));
        // a, b, c; the, old, sea, wall, a
        assertEquals("8", facts.get("CheckIndex\tterms"));
        assertEquals("11", facts.get("CheckIndex\tpostings"));
        // an id occurs once, though it has no position
        assertEquals("11", facts.get("CheckIndex\tpositions"));
        assertEquals("6", facts.get("CheckIndex\tstored fields"));
        assertEquals("different 5 postings 8 occurrences 8 posts 3", facts.get("terms\tall"));
        assertEquals("news", facts.get("values tag\tb"));
        assertEquals("2", facts.get("values date\tb"));
    }

    @Test
    void equalPostsHaveEqualFacts() throws IOException {
        assertEquals(List.of(), differences(facts(false, POSTS), facts(false, List.copyOf(POSTS))));
    }

    @Test
    void segmentsAloneChangeNothingOfPostsAndTerms() throws IOException {
        assertEquals(List.of(), differences(facts(false, POSTS), facts(true, POSTS)).stream()
                .filter(key -> !key.startsWith("CheckIndex\t")).toList());
    }

    @Test
    void anotherOrderOfPostsIsOneDifference() throws IOException {
        assertEquals(List.of("order\tof all posts"),
                differences(facts(false, POSTS), facts(false, POSTS.reversed())));
    }

    @Test
    void aWordThatMovedIsADifferenceOfItsPostings() throws IOException {
        assertEquals(List.of("term all\told", "term all\tsea"),
                changedBy(post("a", "the sea old wall", 1, "news", "the old sea wall")));
    }

    @Test
    void eachKindOfValueIsLookedAt() throws IOException {
        assertEquals(List.of("values text\ta"),
                changedBy(post("a", "the old sea wall", 1, "news", "the old sea walL")));
        assertEquals(List.of("values tag\ta"), changedBy(post("a", "the old sea wall", 1, "odd", "the old sea wall")));
        assertEquals(List.of("points date\ta", "stored\ta", "values date\ta"),
                changedBy(post("a", "the old sea wall", 9, "news", "the old sea wall")));
    }
}
