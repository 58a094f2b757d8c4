package broadsheet.search.lucene.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.lucene.view.Patterns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.WildcardQuery;
import org.junit.jupiter.api.Test;

/** The words of a pattern, scored as one word. */
class PatternQueryTest {

    private static final String FIELD = RandomTexts.FIELD;
    private static final int PATTERNS = 60;

    private interface Check {
        void of(RandomTexts texts, String pattern, String where) throws IOException;
    }

    /** Random patterns over random texts; a failure names the seed. */
    private static void forRandomPatterns(Check check) throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (RandomTexts texts = RandomTexts.of(random)) {
            for (int i = 0; i < PATTERNS; i++) {
                String pattern = RandomTexts.word(random, "abcd?*", 1 + random.nextInt(4));
                check.of(texts, pattern, pattern + ", seed " + seed);
            }
        }
    }

    private static Query lucene(String pattern) {
        return new WildcardQuery(new Term(FIELD, pattern));
    }

    private static LeafReaderContext first(RandomTexts texts) {
        return texts.reader().leaves().get(0);
    }

    @Test
    void aPatternScoresItsWordsAsOneWord() throws IOException {
        forRandomPatterns((texts, pattern, where) -> {
            TermExpansion expansion = Patterns.wildcard(texts.reader(), FIELD, pattern);
            SynonymQuery.Builder one = new SynonymQuery.Builder(FIELD);
            expansion.terms().stream().limit(48).forEach(word -> one.addTerm(new Term(FIELD, word)));
            Map<Integer, Float> scored = Matched.scores(texts.searcher(), one.build());
            Map<Integer, Float> found = Matched.scores(texts.searcher(), new PatternQuery(expansion));
            assertEquals(Matched.scores(texts.searcher(), lucene(pattern)).keySet(), found.keySet(), where);
            found.forEach((document, score) -> assertEquals(scored.getOrDefault(document, 0f), score, 1e-6f, where));
        });
    }

    @Test
    void ofMoreThan48WordsTheOthersMatchAndScoreNothing() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = 10; i < 60; i++) {
            texts.add("w" + i + (i < 58 ? " w" + i + " " : " ") + "x");
        }
        // So that the first 48 words are the most frequent ones.
        texts.addAll(texts.subList(0, 48));
        try (RandomTexts index = RandomTexts.of(List.of(texts))) {
            PatternQuery pattern = new PatternQuery(Patterns.prefix(index.reader(), FIELD, "w"));
            Map<Integer, Float> scores = Matched.scores(index.searcher(), pattern);
            assertEquals(98, scores.size());
            assertEquals(0, scores.get(48));
            assertEquals(0, scores.get(49));
            assertTrue(scores.get(0) > 0);
            assertEquals(48, pattern.terms().size());
        }
    }

    @Test
    void aPatternThatStandsForNothingFindsNothing() throws IOException {
        try (RandomTexts texts = RandomTexts.of(List.of(List.of("aa")))) {
            PatternQuery nothing = new PatternQuery(Patterns.prefix(texts.reader(), FIELD, "zz"));
            assertEquals(Map.of(), Matched.scores(texts.searcher(), nothing));
            assertEquals(0, texts.searcher().count(nothing));
        }
    }

    @Test
    void aPatternsExplanationIsItsScore() throws IOException {
        forRandomPatterns((texts, pattern, where) -> {
            IndexSearcher searcher = texts.searcher();
            PatternQuery query = new PatternQuery(Patterns.wildcard(texts.reader(), FIELD, pattern));
            for (Map.Entry<Integer, Float> found : Matched.scores(searcher, query).entrySet()) {
                assertEquals(found.getValue(), searcher.explain(query, found.getKey()).getValue().floatValue(), 1e-6f,
                        where);
            }
        });
    }

    /** What a pattern's words match is the pattern's, so that explanations can count it. */
    @Test
    void aPatternsMatchesAreItsPositions() throws IOException {
        try (RandomTexts texts = RandomTexts.of(List.of(List.of("aa b ab", "b")))) {
            PatternQuery pattern = new PatternQuery(Patterns.wildcard(texts.reader(), FIELD, "a?"));
            MatchesIterator matches = texts.searcher().createWeight(pattern,
                    ScoreMode.COMPLETE_NO_SCORES, 1).matches(first(texts), 0)
                    .getMatches(FIELD);
            assertEquals(List.of("0-0", "2-2"), Matched.spans(matches));
        }
    }
}
