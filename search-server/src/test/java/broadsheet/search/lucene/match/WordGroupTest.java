package broadsheet.search.lucene.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;
import org.junit.runner.notification.Failure;
import org.junit.jupiter.api.parallel.Isolated;

/** A word and what counts as it, scored as one word. */
@Isolated("Lucene's framework changes the locale and the time zone, and counts threads")
class WordGroupTest {

    private static final String FIELD = RandomTexts.FIELD;

    @Test
    void lucenesOwnChecksOfQueriesPass() {
        Result result = JUnitCore.runClasses(GroupChecks.class);
        assertEquals(List.of(), result.getFailures().stream().map(Failure::getTrace).toList());
        assertEquals(6, result.getRunCount());
    }

    @Test
    void aGroupOfOneWordScoresAsTheWord() throws IOException {
        long seed = System.nanoTime();
        try (RandomTexts texts = RandomTexts.of(new Random(seed))) {
            for (String word : List.of("a", "ab", "dd", "zz")) {
                assertEquals(Matched.scores(texts.searcher(), new TermQuery(new Term(FIELD, word))),
                        Matched.scores(texts.searcher(), Groups.of(word)), word + ", seed " + seed);
            }
        }
    }

    @Test
    void findsTheDocumentsOfEachMember() throws IOException {
        long seed = System.nanoTime();
        try (RandomTexts texts = RandomTexts.of(new Random(seed))) {
            Set<Integer> expected = new HashSet<>();
            for (String text : List.of("a", "b", "c d")) {
                expected.addAll(Matched.scores(texts.searcher(), Groups.member(text, 1).query()).keySet());
            }
            Query group = Groups.of("a", "b", "c d");
            assertEquals(expected, Matched.scores(texts.searcher(), group).keySet(), "seed " + seed);
            assertEquals(expected.size(), texts.searcher().count(group), "seed " + seed);
        }
    }

    @Test
    void aTextWithTheTypedWordComesBeforeOneWithASynonym() throws IOException {
        try (RandomTexts texts = RandomTexts.of(List.of(List.of("tram x", "streetcar x", "light rail", "bus x")))) {
            Map<Integer, Float> scores = Matched.scores(texts.searcher(), Groups.of("tram", "streetcar", "light rail"));
            assertEquals(Set.of(0, 1, 2), scores.keySet());
            assertTrue(scores.get(0) > scores.get(1));
            assertEquals(scores.get(1), scores.get(2), 1e-6f, "a phrase counts as a word does");
        }
    }

    @Test
    void aRareSynonymIsWorthNoMoreThanACommonOne() throws IOException {
        List<String> texts = new ArrayList<>(List.of("rare x", "common x"));
        for (int i = 0; i < 20; i++) {
            texts.add("common common x y z");
        }
        try (RandomTexts index = RandomTexts.of(List.of(texts))) {
            Map<Integer, Float> scores = Matched.scores(index.searcher(), Groups.of("typed", "rare", "common"));
            assertEquals(scores.get(0), scores.get(1), 1e-6f);
        }
    }

    @Test
    void membersAddUpInOneText() throws IOException {
        try (RandomTexts texts = RandomTexts.of(List.of(List.of("a x", "b x", "a b", "x x"), List.of("a a")))) {
            Map<Integer, Float> scores = Matched.scores(texts.searcher(), Groups.of("a", "b"));
            assertTrue(scores.get(4) > scores.get(2), "twice the typed word before the word and its synonym");
            assertTrue(scores.get(2) > scores.get(0), "both before one");
            assertTrue(scores.get(0) > scores.get(1), "the typed word before its synonym");
        }
    }

    @Test
    void segmentsChangeNoScore() throws IOException {
        List<String> texts = List.of("a b c", "b c", "c c d", "a", "d b c", "x");
        List<List<String>> parts = List.of(texts.subList(0, 1), texts.subList(1, 4), texts.subList(4, 6));
        try (RandomTexts one = RandomTexts.of(List.of(texts)); RandomTexts three = RandomTexts.of(parts)) {
            Query group = Groups.of("a", "b c", "d");
            assertEquals(3, three.reader().leaves().size());
            assertEquals(Matched.scores(one.searcher(), group), Matched.scores(three.searcher(), Groups.of("a", "b c",
                    "d")));
            assertEquals(5, Matched.scores(one.searcher(), group).size());
        }
    }

    @Test
    void deletedTextsAreNotFound() throws IOException {
        try (RandomTexts texts = RandomTexts.of(List.of(List.of("a", "b c", "c b"), List.of("a")), List.of(0, 1))) {
            assertEquals(Set.of(3), Matched.scores(texts.searcher(), Groups.of("a", "b c")).keySet());
        }
    }

    @Test
    void theScoreIsExplainedAndNeverOverTheGreatest() throws IOException {
        long seed = System.nanoTime();
        try (RandomTexts texts = RandomTexts.of(new Random(seed))) {
            IndexSearcher searcher = texts.searcher();
            Query group = Groups.of("a", "b", "c d");
            Weight weight = searcher.createWeight(searcher.rewrite(group), ScoreMode.COMPLETE, 1);
            Map<Integer, Float> scores = Matched.scores(searcher, group);
            for (LeafReaderContext segment : texts.reader().leaves()) {
                Scorer scorer = weight.scorer(segment);
                for (int document = 0; document < segment.reader().maxDoc(); document++) {
                    Float score = scores.get(segment.docBase + document);
                    if (score != null) {
                        assertEquals(score, weight.explain(segment, document).getValue().floatValue(), "seed " + seed);
                        assertTrue(score <= scorer.getMaxScore(document), "seed " + seed);
                    }
                }
            }
            assertEquals(false, searcher.explain(Groups.of("zz"), 0).isMatch());
        }
    }

    @Test
    void aFieldThatNoTextHasIsFoundNowhere() throws IOException {
        try (RandomTexts texts = RandomTexts.of(List.of(List.of("a")))) {
            WordGroupQuery elsewhere = new WordGroupQuery("none", Groups.of("zz", "yy").members(),
                    new GroupStatistics());
            assertEquals(Map.of(), Matched.scores(texts.searcher(), elsewhere));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | tram, light rail
            1 | light rail
            2 | ''
            3 | ''
            4 | streetcar
            """)
    void saysWhichMembersATextHas(int document, String present) throws IOException {
        WordGroupQuery group = Groups.of("tram", "streetcar", "light rail");
        try (RandomTexts texts = RandomTexts.of(List.of(
                List.of("tram and light rail", "light rail", "tram tram", "rail light", "streetcar")))) {
            assertEquals(present, String.join(", ", group.present(texts.reader().leaves().get(0), document)));
        }
    }

    @Test
    void matchesAreThoseOfTheMembers() throws IOException {
        try (RandomTexts texts = RandomTexts.of(List.of(List.of("a x b c", "x", "b x c")))) {
            assertEquals(Map.of(0, List.of("0-0", "2-3")),
                    Matched.positions(texts.searcher(), Groups.of("a", "b c"), FIELD));
        }
    }

    @Test
    void aVisitorMeetsTheTermsOfEachMember() {
        List<String> met = new ArrayList<>();
        Groups.of("a", "b c").visit(new QueryVisitor() {
            @Override
            public void consumeTerms(Query query, Term... terms) {
                List.of(terms).forEach(term -> met.add(term.toString()));
            }
        });
        assertEquals(List.of("f:a", "f:b", "f:c"), met);
        assertEquals("f:oneOf[a, b c]", Groups.of("a", "b c").toString("x"));
    }

    /** Documents, occurrences. Deleted texts count until their segment is merged, as in all statistics of Lucene. */
    @ParameterizedTest
    @CsvSource({"a, 4, 6", "a b, 3, 4", "b a, 2, 2", "b b, 0, 0", "zz, 0, 0", "zz a, 0, 0"})
    void countsAPhraseOverAllSegments(String text, long posts, long times) throws IOException {
        try (RandomTexts texts = RandomTexts.of(
                List.of(List.of("a b a b", "b a"), List.of("a b", "c", "a a b")), List.of(2))) {
            GroupStatistics statistics = new GroupStatistics();
            GroupMember.Count expected = new GroupMember.Count(posts, times);
            assertEquals(expected, statistics.of(Groups.member(text, 1), FIELD, texts.reader()));
            assertEquals(expected, statistics.of(Groups.member(text, .5f), FIELD, texts.reader()), "kept");
        }
    }
}
