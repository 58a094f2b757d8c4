package broadsheet.search.lucene.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.PostBuilder;
import broadsheet.index.PostFields;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Post;
import broadsheet.post.PostBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Room search.lucene.view: one search's hold on the index says which posts may be seen. */
class ReadingTest {

    private static final Instant NOON = Instant.parse("2099-03-01T12:00:00Z");

    @TempDir
    private Path folder;
    private ViewFollower views;
    private IndexView view;

    @BeforeEach
    void oneOfThreePostsIsPublishedAtNoon() throws IOException {
        try (LucenePostIndexer indexer = LucenePostIndexer.open(folder, false)) {
            for (String id : List.of("old", "new")) {
                indexer.put(id, List.of(post(id).build()));
            }
            indexer.put("noon", List.of(post("noon").date(NOON).visibleFrom(NOON).build()));
            indexer.publish(new byte[0]);
        }
        views = new ViewFollower(folder, opened -> {});
        view = views.acquire();
    }

    private static PostBuilder post(String id) {
        return Post.builder(id).title("Tide").body("The tide rose.").lang("en")
                .date(Instant.parse("2024-05-01T09:00:00Z"));
    }

    @AfterEach
    void close() {
        view.release();
        views.close();
    }

    private Reading at(Instant now) {
        return Reading.of(view, new Analyses.Pool(1).borrow(), now, Budget.begin(Budget.Limits.NONE));
    }

    private static int document(Reading reading, String id) throws IOException {
        return reading.searcher().search(new TermQuery(new Term(PostFields.ID, id)), 1).scoreDocs[0].doc;
    }

    @Test
    void beforeItsHourAPostIsHidden() throws IOException {
        Reading before = at(NOON.minusMillis(1));
        assertTrue(before.hidesPosts());
        assertTrue(before.isHidden(document(before, "noon")));
        assertFalse(before.isHidden(document(before, "old")));
        assertEquals(2, before.posts());
    }

    @Test
    void fromItsHourOnEveryoneMaySeeIt() throws IOException {
        Reading noon = at(NOON);
        assertFalse(noon.hidesPosts());
        assertFalse(noon.isHidden(document(noon, "noon")));
        assertEquals(3, noon.posts());
    }

    @Test
    void aQueryIsNarrowedToThePostsThatMayBeSeen() throws IOException {
        for (Reading reading : List.of(at(NOON.minusMillis(1)), at(NOON))) {
            BooleanQuery.Builder all = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
            reading.addVisible(all);
            assertEquals(reading.posts(), reading.searcher().count(all.build()));
        }
    }

    @Test
    void anotherSearcherReadsTheSamePostsAtTheSameHour() throws IOException {
        Reading before = at(NOON.minusMillis(1));
        Reading other = before.guarded();
        assertNotSame(before.searcher(), other.searcher());
        assertEquals(3, other.reader().numDocs());
        assertEquals(2, other.posts());
    }
}
