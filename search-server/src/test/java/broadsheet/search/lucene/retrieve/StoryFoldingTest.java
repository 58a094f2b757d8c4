package broadsheet.search.lucene.retrieve;

import static broadsheet.search.lucene.IndexOfPosts.post;
import static broadsheet.search.lucene.retrieve.Retrieved.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.copies.StoryTable;
import broadsheet.post.Post;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.view.MatchSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of one story as one hit, folded afterwards or while they are collected. */
class StoryFoldingTest {

    private static final String STORY = """
            The night watchman of the harbour found the old lighthouse lamp burning although nobody had lit it, said \
            the council on Friday, and sent %s keepers across the bay to look after the glass and the brass.""";

    @TempDir
    private static Path folder;
    private static IndexOfPosts index;

    /** Documents 0 to 4: three copies of one story, of which the last has no date, and two posts of their own. */
    @BeforeAll
    static void open() throws IOException {
        index = IndexOfPosts.of(folder, List.of(copy("old", "2024-01-01"), post("a", "en", "Rain", "Rain.").build(),
                copy("new", "2024-02-01"), post("b", "en", "Sun", "Sun.").build(),
                Post.builder("undated").lang("en").title("Lamp burns").body(STORY.formatted("two")).build()));
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static Post copy(String id, String day) {
        return post(id, "en", "Lamp burns", STORY.formatted("two")).date(Instant.parse(day + "T09:00:00Z")).build();
    }

    private static Found found(int document, double score) {
        return new Found(document, score, true);
    }

    private static MatchSet set(int... documents) {
        FixedBitSet bits = new FixedBitSet(5);
        for (int document : documents) {
            bits.set(document);
        }
        return new MatchSet(bits, documents.length);
    }

    @Test
    void theFirstOfAStoryStays() throws IOException {
        Folding folding = Retrieved.folding(index, true);
        List<Found> ordered = List.of(found(0, 5), found(1, 4), found(2, 3), found(3, 2), found(4, 1));
        assertEquals("old a b", ids(index, folding.fold(List.of(), ordered, true)));
        assertEquals("old a b", ids(index, folding.fold(List.of(), ordered, false)));
    }

    @Test
    void ofEquallyGoodCopiesTheNewestStays() throws IOException {
        Folding folding = Retrieved.folding(index, true);
        assertEquals("new a", ids(index, folding.fold(List.of(),
                List.of(found(4, 5), found(0, 5), found(1, 5), found(2, 5)), true)));
        assertEquals("undated a", ids(index, folding.fold(List.of(),
                List.of(found(4, 0), found(0, 0), found(1, 0), found(2, 0)), false)), "by date the order is given");
    }

    @Test
    void aStoryThatStandsBeforeIsLeftOut() throws IOException {
        Folding folding = Retrieved.folding(index, true);
        assertEquals("a", ids(index, folding.fold(List.of(found(0, 9)), List.of(found(2, 9), found(1, 3)), true)));
        assertEquals("a", ids(index, folding.fold(List.of(found(3, 9)), List.of(found(1, 3)), true)));
    }

    @Test
    void nothingIsFoldedUnlessAskedFor() throws IOException {
        Folding folding = Retrieved.folding(index, false);
        List<Found> all = List.of(found(0, 5), found(2, 5), found(4, 5));
        assertEquals(all, folding.fold(List.of(found(0, 5)), all, true));
        assertEquals(3, folding.hits(set(0, 2, 4)));
        assertEquals(10, folding.depth(10));
        assertEquals(false, folding.folds());
    }

    @Test
    void hitsAreCountedOverSetsWithoutAPostInCommon() {
        Folding folding = Retrieved.folding(index, true);
        assertEquals(3, folding.hits(set(0, 1, 2, 3, 4)));
        assertEquals(1, folding.hits(set(0), set(2), set(4)));
        assertEquals(3, folding.hits(set(0, 1), set(2, 3)));
        assertEquals(0, folding.hits(set(), set()));
        assertEquals(0, folding.hits());
    }

    @Test
    void knowsStoriesAndDates() throws IOException {
        Folding folding = Retrieved.folding(index, true);
        assertEquals(folding.storyOf(0), folding.storyOf(4));
        assertEquals(StoryTable.NONE, folding.storyOf(1));
        assertEquals(true, folding.comesBefore(2, 0));
        assertEquals(false, folding.comesBefore(0, 2));
        assertEquals(false, folding.comesBefore(4, 0), "an undated post is oldest");
        assertEquals(true, folding.folds());
        assertTrue(folding.depth(10) >= 10 + 5);
    }

    private static List<ScoreDoc> collected(IndexOfPosts posts, Query query, int count) throws IOException {
        return posts.searcher().search(query, new StoryCollectorManager(Retrieved.folding(posts, true), count,
                List.of(), Optional.empty()));
    }

    @Test
    void oneOfEachStoryIsCollected() throws IOException {
        List<ScoreDoc> hits = collected(index, new TermQuery(new Term("all_en", "lamp")), 5);
        assertEquals(List.of("new"), List.of(index.id(hits.get(0).doc)));
        assertEquals(1, hits.size());
    }

    @Test
    void ofEqualScoresTheFirstByIdComesFirst() throws IOException {
        Query same = new ConstantScoreQuery(new TermQuery(new Term("analysis", "en")));
        List<ScoreDoc> hits = collected(index, same, 5);
        assertEquals(List.of("a", "b", "new"), List.of(index.id(hits.get(0).doc), index.id(hits.get(1).doc),
                index.id(hits.get(2).doc)));
    }

    /** What is collected is what folding afterwards gives, over segments, deletions and many stories. */
    @Test
    void collectingFoldsAsFoldingAfterwards() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<List<Post>> builds = new ArrayList<>(List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        for (int i = 0; i < 60; i++) {
            String keepers = List.of("two", "three", "four", "five").get(random.nextInt(4));
            String title = "Lamp " + keepers + (random.nextBoolean() ? " lamp" : "");
            String day = "2024-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
            String body = random.nextInt(3) == 0
                    ? "Lamp " + "word%d other%d ".formatted(i, i).repeat(1 + random.nextInt(20))
                    : STORY.formatted(keepers);
            // The last posts of each build take the place of the first ones.
            builds.get(i / 20).add(post("p" + (i % 20 > 17 ? i % 20 : i), "en", title, body)
                    .date(Instant.parse(day + "T09:00:00Z")).build());
        }
        try (IndexOfPosts posts = IndexOfPosts.ofBuilds(folder.resolve("random"), builds)) {
            Query query = new TermQuery(new Term("all_en", "lamp"));
            IndexSearcher searcher = posts.searcher();
            List<Found> all = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query, 100).scoreDocs) {
                all.add(found(hit.doc, hit.score));
            }
            Folding folding = Retrieved.folding(posts, true);
            List<Found> folded = folding.fold(List.of(), all, true);
            for (int count = 1; count <= folded.size(); count++) {
                List<Found> collected = new ArrayList<>();
                for (ScoreDoc hit : collected(posts, query, count)) {
                    collected.add(found(hit.doc, hit.score));
                }
                assertEquals(scores(folded.subList(0, count)),
                        scores(folding.fold(List.of(), collected, true).subList(0, count)), "seed " + seed);
                assertEquals(count, stories(folding, folding.fold(List.of(), collected, true).subList(0, count)));
            }
            List<LeafReaderContext> segments = posts.reader().leaves();
            assertTrue(segments.size() > 1, "several segments");
        }
    }

    private static List<Double> scores(List<Found> found) {
        return found.stream().map(Found::score).toList();
    }

    private static int stories(Folding folding, List<Found> found) {
        Set<Integer> stories = new TreeSet<>();
        int own = 0;
        for (Found post : found) {
            int story = folding.storyOf(post.document());
            own += story == StoryTable.NONE ? 1 : 0;
            stories.add(story);
        }
        stories.remove(StoryTable.NONE);
        return own + stories.size();
    }
}
