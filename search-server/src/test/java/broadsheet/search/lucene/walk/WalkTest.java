package broadsheet.search.lucene.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.lucene.PostSchema;
import broadsheet.index.lucene.grams.CommonGrams;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.view.MatchSet;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk finds, counts and scores what Lucene does: random questions over random posts in several segments. */
class WalkTest {

    private static final int ROUNDS = 6;
    private static final int QUESTIONS = 120;
    /** What is worth while for large archives is done for these small ones. */
    private static final SetWalk.Sizes SIZES = new SetWalk.Sizes(30, 200, 500);

    @TempDir
    Path folder;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    private static List<String> shown(TopDocs found) {
        List<String> shown = new ArrayList<>();
        for (ScoreDoc hit : found.scoreDocs) {
            shown.add("%d %.5g".formatted(hit.doc, hit.score));
        }
        return shown;
    }

    /** A hit behind which a page begins. */
    private static ScoreDoc middle(Reading reading, Query query) throws IOException {
        ScoreDoc[] all = reading.searcher().search(ExtraOfTests.added(query), 1_000).scoreDocs;
        return all.length == 0 ? null : all[all.length / 2];
    }

    /** The same hit with the score that the walk gives it, which may differ in the last bit. */
    private static ScoreDoc walked(Walk walk, ScoreDoc hit, Optional<FixedBitSet> without) throws IOException {
        for (ScoreDoc one : walk.run(new BestInAnyOrder(10_000, null), without).best().scoreDocs) {
            if (one.doc == hit.doc) {
                return one;
            }
        }
        throw new AssertionError("the walk does not find " + hit);
    }

    private int check(Reading reading, Query query, RandomQuestions questions) throws IOException {
        int count = 1 + random.nextInt(12);
        Optional<FixedBitSet> without = Optional.empty();
        Query left = query;
        if (random.nextInt(3) == 0) {
            Query others = random.nextInt(5) == 0 ? new MatchNoDocsQuery("nothing") : questions.others();
            without = Optional.of(MatchSet.of(reading, others).documents());
            left = new BooleanQuery.Builder().add(query, Occur.MUST).add(others, Occur.MUST_NOT).build();
        }
        Optional<Walk> walk = Walk.of(query, reading, ExtraOfTests.EXTRA, SIZES);
        if (walk.isEmpty()) {
            return 0;
        }
        ScoreDoc after = random.nextBoolean() ? null : middle(reading, left);
        ScoreDoc ownAfter = after == null ? null : walked(walk.get(), after, without);
        Walk.Result<TopDocs> walked = walk.get().run(new BestInAnyOrder(count, ownAfter), without);
        String name = "seed " + seed + ", " + query + ", best " + count;
        assertEquals(MatchSet.of(reading, left).documents(), walked.matches().documents(), name);
        assertEquals(walked.matches().documents().cardinality(), walked.matches().count(), name);
        assertEquals(
                shown(reading.searcher().search(ExtraOfTests.added(left),
                        new TopScoreDocCollectorManager(count, after, 1_000_000))),
                shown(walked.best()), name);
        return 1;
    }

    /** Those that an index of many posts has; from now on the index has them as well. */
    private static CommonGrams grams(IndexOfPosts index, Path folder) throws IOException {
        CommonGrams.write(folder, index.view().reader(), PostSchema.EXACT, 1);
        CommonGrams grams = CommonGrams.open(folder);
        index.view().put(CommonGrams.class, grams);
        return grams;
    }

    @Test
    void theWalkFindsCountsAndScoresAsLuceneDoes() throws IOException {
        int walked = 0;
        int walkedOfSeveral = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RandomQuestions questions = new RandomQuestions(random, round == 0);
            try (IndexOfPosts index = IndexOfPosts.ofBuilds(folder.resolve("i" + round), questions.builds());
                    CommonGrams grams = grams(index, Files.createDirectory(folder.resolve("g" + round)))) {
                assertTrue(grams.words() > 2, grams.words() + " words");
                for (int i = 0; i < QUESTIONS; i++) {
                    Query question = questions.question(index.reading());
                    int was = check(index.reading(), question, questions);
                    walked += was;
                    walkedOfSeveral += questions.isOfSeveral() ? was : 0;
                }
            }
        }
        assertTrue(walked > ROUNDS * QUESTIONS / 2, "only " + walked + " questions were walked, seed " + seed);
        assertTrue(walkedOfSeveral > ROUNDS * QUESTIONS / 20, walkedOfSeveral + " in two languages, seed " + seed);
    }
}
