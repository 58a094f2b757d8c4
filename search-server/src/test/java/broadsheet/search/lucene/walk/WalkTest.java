package broadsheet.search.lucene.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.view.MatchSet;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk finds, counts and scores what Lucene does: random questions over random posts in several segments. */
class WalkTest {

    private static final String[] WORDS = {"harbour", "mayor", "flood", "wall", "council", "storm", "rail", "brass",
            "nowhere"};
    private static final int ROUNDS = 6;
    private static final int QUESTIONS = 120;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    private String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            // the first words are the commonest; the last one is in no post
            int word = (int) ((WORDS.length - 1) * Math.pow(random.nextDouble(), 2));
            text.append(WORDS[word]).append(random.nextInt(6) == 0 ? ". " : " ");
        }
        return text.toString();
    }

    private List<List<Post>> builds() {
        List<List<Post>> builds = new ArrayList<>();
        for (int build = 0; build < 1 + random.nextInt(3); build++) {
            List<Post> posts = new ArrayList<>();
            for (int i = 0; i < 20 + random.nextInt(300); i++) {
                // later builds write some posts anew, which leaves deleted documents
                String id = "p" + (build > 0 && random.nextInt(4) == 0 ? random.nextInt(20) : build * 1_000 + i);
                if (posts.stream().noneMatch(post -> post.id().equals(id))) {
                    posts.add(IndexOfPosts.post(id, "en", text(1 + random.nextInt(4)), text(1 + random.nextInt(60)))
                            .build());
                }
            }
            builds.add(posts);
        }
        return builds;
    }

    private TermQuery word(String field) {
        return new TermQuery(new Term(field, WORDS[random.nextInt(WORDS.length)]));
    }

    private Query boosted(Query query) {
        return random.nextInt(3) == 0 ? query : new BoostQuery(query, .1f + random.nextFloat());
    }

    private Query phrase() {
        return new PhraseQuery(random.nextInt(5), "all_en", WORDS[random.nextInt(4)], WORDS[4 + random.nextInt(5)]);
    }

    private Query bonus() {
        return switch (random.nextInt(4)) {
            case 0 -> boosted(word("title_en"));
            case 1 -> boosted(phrase());
            case 2 -> boosted(new BooleanQuery.Builder().add(word("title_en"), Occur.SHOULD)
                    .add(word("head_en"), Occur.SHOULD).build());
            default -> boosted(new BooleanQuery.Builder().add(word("title_en"), Occur.MUST)
                    .add(word("title_en"), Occur.MUST).add(word("title_en"), Occur.SHOULD).build());
        };
    }

    private Query needed() {
        return switch (random.nextInt(6)) {
            case 0 -> phrase();
            case 1 -> new BooleanQuery.Builder().add(word("all_en"), Occur.SHOULD)
                    .add(new BoostQuery(word("exact"), 0), Occur.SHOULD).build();
            default -> word("all_en");
        };
    }

    private Query question() {
        BooleanQuery.Builder question = new BooleanQuery.Builder();
        if (random.nextBoolean()) {
            for (int i = 0; i <= random.nextInt(4); i++) {
                question.add(needed(), Occur.MUST);
            }
        } else {
            BooleanQuery.Builder some = new BooleanQuery.Builder().setMinimumNumberShouldMatch(random.nextInt(2));
            for (int i = 0; i <= random.nextInt(5); i++) {
                some.add(boosted(word("all_en")), Occur.SHOULD);
            }
            question.add(some.build(), Occur.MUST);
        }
        for (int i = 0; i < random.nextInt(5); i++) {
            question.add(bonus(), Occur.SHOULD);
        }
        BooleanQuery.Builder framed = new BooleanQuery.Builder().add(question.build(), Occur.MUST);
        if (random.nextInt(3) == 0) {
            framed.add(random.nextBoolean() ? word("exact") : new PrefixQuery(new Term("exact", "h")), Occur.FILTER);
        }
        if (random.nextInt(4) == 0) {
            framed.add(random.nextBoolean() ? word("title_en") : phrase(), Occur.MUST_NOT);
        }
        return framed.build();
    }

    /** Nothing but the question's own score. */
    private static final Extra NOTHING = new Extra() {
        @Override
        public float most() {
            return 0;
        }

        @Override
        public OfPost in(LeafReaderContext segment) {
            return document -> 0;
        }
    };

    private static List<String> shown(TopDocs found) {
        List<String> shown = new ArrayList<>();
        for (ScoreDoc hit : found.scoreDocs) {
            shown.add("%d %.5g".formatted(hit.doc, hit.score));
        }
        return shown;
    }

    private int check(Reading reading, Query query) throws IOException {
        int count = 1 + random.nextInt(12);
        Optional<FixedBitSet> without = Optional.empty();
        Query left = query;
        if (random.nextInt(3) == 0) {
            Query others = random.nextInt(5) == 0 ? new MatchNoDocsQuery("nothing") : word("all_en");
            without = Optional.of(MatchSet.of(reading, others).documents());
            left = new BooleanQuery.Builder().add(query, Occur.MUST).add(others, Occur.MUST_NOT).build();
        }
        Optional<Walk> walk = Walk.of(query, reading, NOTHING);
        if (walk.isEmpty()) {
            return 0;
        }
        Walk.Result<TopDocs> walked = walk.get().run(new TopScoreDocCollectorManager(count, null, count), without);
        String name = "seed " + seed + ", " + query + ", best " + count;
        assertEquals(MatchSet.of(reading, left).documents(), walked.matches().documents(), name);
        assertEquals(walked.matches().documents().cardinality(), walked.matches().count(), name);
        assertEquals(shown(reading.searcher().search(left, new TopScoreDocCollectorManager(count, null, 1_000_000))),
                shown(walked.best()), name);
        return 1;
    }

    @Test
    void theWalkFindsCountsAndScoresAsLuceneDoes() throws IOException {
        int walked = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (IndexOfPosts index = IndexOfPosts.ofBuilds(folder.resolve("i" + round), builds())) {
                for (int i = 0; i < QUESTIONS; i++) {
                    walked += check(index.reading(), question());
                }
            }
        }
        assertTrue(walked > ROUNDS * QUESTIONS / 2, "only " + walked + " questions were walked, seed " + seed);
    }
}
