package broadsheet.search.lucene.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.match.ByLanguage;
import broadsheet.search.lucene.match.OneOf;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.MatchSet;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
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
    /** The language that a question is asked in. */
    private String language = "en";

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
                    posts.add(IndexOfPosts
                            .post(id, random.nextInt(4) == 0 ? "de" : "en", text(1 + random.nextInt(4)),
                                    text(1 + random.nextInt(60)))
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
        return new PhraseQuery(random.nextInt(5), "all_" + language, WORDS[random.nextInt(4)],
                WORDS[4 + random.nextInt(5)]);
    }

    private Query bonus() {
        return switch (random.nextInt(4)) {
            case 0 -> boosted(word("title_" + language));
            case 1 -> boosted(phrase());
            case 2 -> boosted(new BooleanQuery.Builder().add(word("title_" + language), Occur.SHOULD)
                    .add(word("head_" + language), Occur.SHOULD).build());
            default -> boosted(new BooleanQuery.Builder().add(word("title_" + language), Occur.MUST)
                    .add(word("title_" + language), Occur.MUST).add(word("title_" + language), Occur.SHOULD).build());
        };
    }

    private Query needed() {
        return switch (random.nextInt(6)) {
            case 0 -> phrase();
            case 1 -> new BooleanQuery.Builder().add(word("all_" + language), Occur.SHOULD)
                    .add(new BoostQuery(word("exact"), 0), Occur.SHOULD).build();
            default -> word("all_" + language);
        };
    }

    /** Whether the last question is one in two languages. */
    private boolean ofSeveral;

    private Query question(Reading reading) throws IOException {
        ofSeveral = false;
        if (random.nextInt(4) > 0) {
            return framed(inOneLanguage("en"));
        }
        Query joined = new ByLanguage(reading)
                .joined(Map.of("de", inOneLanguage("de"), "en", inOneLanguage("en")));
        ofSeveral = joined instanceof OneOf;
        return framed(joined);
    }

    private Query inOneLanguage(String code) {
        language = code;
        BooleanQuery.Builder question = new BooleanQuery.Builder();
        if (random.nextBoolean()) {
            for (int i = 0; i <= random.nextInt(4); i++) {
                question.add(needed(), Occur.MUST);
            }
        } else {
            BooleanQuery.Builder some = new BooleanQuery.Builder().setMinimumNumberShouldMatch(random.nextInt(2));
            for (int i = 0; i <= random.nextInt(5); i++) {
                some.add(boosted(word("all_" + language)), Occur.SHOULD);
            }
            question.add(some.build(), Occur.MUST);
        }
        for (int i = 0; i < random.nextInt(5); i++) {
            question.add(bonus(), Occur.SHOULD);
        }
        return question.build();
    }

    private Query framed(Query question) {
        BooleanQuery.Builder framed = new BooleanQuery.Builder().add(question, Occur.MUST);
        if (random.nextInt(3) == 0) {
            framed.add(random.nextBoolean() ? word("exact") : new PrefixQuery(new Term("exact", "h")), Occur.FILTER);
        }
        if (random.nextInt(4) == 0) {
            framed.add(random.nextBoolean() ? word("title_" + language) : phrase(), Occur.MUST_NOT);
        }
        return framed.build();
    }

    /** What each post gets beside its words: so much that the best posts by words are often not the best of all. */
    private static float extra(int document) {
        return document * 31 % 17 / 4f;
    }

    private static final Extra EXTRA = new Extra() {
        @Override
        public float most() {
            return 4;
        }

        @Override
        public OfPost in(LeafReaderContext segment) {
            return document -> extra(segment.docBase + document);
        }
    };

    private static Query withExtra(Query query) {
        return new FunctionScoreQuery(query, new DoubleValuesSource() {
            @Override
            public DoubleValues getValues(LeafReaderContext segment, DoubleValues scores) {
                return new DoubleValues() {
                    private int post;

                    @Override
                    public double doubleValue() throws IOException {
                        return (float) scores.doubleValue() + extra(segment.docBase + post);
                    }

                    @Override
                    public boolean advanceExact(int document) throws IOException {
                        post = document;
                        return scores.advanceExact(document);
                    }
                };
            }

            @Override
            public boolean needsScores() {
                return true;
            }

            @Override
            public DoubleValuesSource rewrite(IndexSearcher searcher) {
                return this;
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }

            @Override
            public int hashCode() {
                return 1;
            }

            @Override
            public boolean equals(Object other) {
                return this == other;
            }

            @Override
            public String toString() {
                return "extra";
            }
        });
    }

    private static List<String> shown(TopDocs found) {
        List<String> shown = new ArrayList<>();
        for (ScoreDoc hit : found.scoreDocs) {
            shown.add("%d %.5g".formatted(hit.doc, hit.score));
        }
        return shown;
    }

    /** A hit behind which a page begins. */
    private static ScoreDoc middle(Reading reading, Query query) throws IOException {
        ScoreDoc[] all = reading.searcher().search(withExtra(query), 1_000).scoreDocs;
        return all.length == 0 ? null : all[all.length / 2];
    }

    /** The same hit with the score that the walk gives it, which may differ in the last bit. */
    private static ScoreDoc walked(Walk walk, ScoreDoc hit, Optional<FixedBitSet> without) throws IOException {
        for (ScoreDoc one : walk.run(new TopScoreDocCollectorManager(1_000, null, 1_000), without).best().scoreDocs) {
            if (one.doc == hit.doc) {
                return one;
            }
        }
        throw new AssertionError("the walk does not find " + hit);
    }

    private int check(Reading reading, Query query) throws IOException {
        int count = 1 + random.nextInt(12);
        Optional<FixedBitSet> without = Optional.empty();
        Query left = query;
        if (random.nextInt(3) == 0) {
            Query others = random.nextInt(5) == 0 ? new MatchNoDocsQuery("nothing") : word("all_" + language);
            without = Optional.of(MatchSet.of(reading, others).documents());
            left = new BooleanQuery.Builder().add(query, Occur.MUST).add(others, Occur.MUST_NOT).build();
        }
        Optional<Walk> walk = Walk.of(query, reading, EXTRA);
        if (walk.isEmpty()) {
            return 0;
        }
        ScoreDoc after = random.nextBoolean() ? null : middle(reading, left);
        ScoreDoc ownAfter = after == null ? null : walked(walk.get(), after, without);
        Walk.Result<TopDocs> walked = walk.get().run(new TopScoreDocCollectorManager(count, ownAfter, count), without);
        String name = "seed " + seed + ", " + query + ", best " + count;
        assertEquals(MatchSet.of(reading, left).documents(), walked.matches().documents(), name);
        assertEquals(walked.matches().documents().cardinality(), walked.matches().count(), name);
        assertEquals(
                shown(reading.searcher().search(withExtra(left),
                        new TopScoreDocCollectorManager(count, after, 1_000_000))),
                shown(walked.best()), name);
        return 1;
    }

    @Test
    void theWalkFindsCountsAndScoresAsLuceneDoes() throws IOException {
        int walked = 0;
        int walkedOfSeveral = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (IndexOfPosts index = IndexOfPosts.ofBuilds(folder.resolve("i" + round), builds())) {
                for (int i = 0; i < QUESTIONS; i++) {
                    Query question = question(index.reading());
                    int was = check(index.reading(), question);
                    walked += was;
                    walkedOfSeveral += ofSeveral ? was : 0;
                }
            }
        }
        assertTrue(walked > ROUNDS * QUESTIONS / 2, "only " + walked + " questions were walked, seed " + seed);
        assertTrue(walkedOfSeveral > ROUNDS * QUESTIONS / 20, walkedOfSeveral + " in two languages, seed " + seed);
    }

    private static final int MEGABYTES = 16;

    /** Uses up the budget when a segment is opened. */
    private static final Extra HUNGRY = new Extra() {
        @Override
        public float most() {
            return 0;
        }

        @Override
        public OfPost in(LeafReaderContext segment) {
            byte[] eaten = new byte[(MEGABYTES + 1) << 20];
            return document -> eaten[0];
        }
    };

    private static Query of(Query one, Occur occur, Query other, Occur otherOccur) {
        return new BooleanQuery.Builder().add(one, occur).add(other, otherOccur).build();
    }

    /** Ends at the first question to the budget, in the midst of a segment of 3,000 posts, whatever the question. */
    @Test
    void whatWasFoundUntilTheBudgetIsSpentCounts() throws IOException {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            posts.add(IndexOfPosts.post("p" + i, "en", "Harbour", "the harbour wall of the mayor " + i).build());
        }
        try (IndexOfPosts index = IndexOfPosts.of(folder, posts)) {
            Query wall = new TermQuery(new Term("all_en", "wall"));
            Query quoted = new PhraseQuery("exact", "harbour", "wall");
            Query nowhere = new PhraseQuery("exact", "wall", "harbour");
            Query mayor = new TermQuery(new Term("all_en", "mayor"));
            for (Query question : List.of(of(wall, Occur.MUST, mayor, Occur.MUST),
                    of(wall, Occur.MUST, quoted, Occur.MUST), of(wall, Occur.MUST, nowhere, Occur.MUST),
                    of(wall, Occur.MUST, nowhere, Occur.MUST_NOT), of(wall, Occur.MUST, quoted, Occur.FILTER))) {
                Budget budget = Budget.begin(
                        new Budget.Limits(Duration.ofHours(1), Duration.ofHours(1), MEGABYTES << 20));
                Reading reading = Reading.of(index.view(), index.analyses(), Instant.now(), budget);
                Walk.Result<TopDocs> walked = Walk.of(question, reading, HUNGRY).orElseThrow()
                        .run(new TopScoreDocCollectorManager(10, null, 10), Optional.empty());
                assertTrue(budget.isPartial(), question.toString());
                assertTrue(walked.matches().count() < 3_000, question.toString());
                assertTrue(walked.best().scoreDocs.length <= walked.matches().count(), question.toString());
            }
        }
    }
}
