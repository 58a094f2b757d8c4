package broadsheet.search.lucene.match;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.lucene.view.Patterns;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/** Many words as one, held against Lucene's own queries and intervals of the same pattern. */
class AnyTermTest {

    private static final String FIELD = RandomTexts.FIELD;
    private static final int PATTERNS = 60;
    private static final int MANY = 1_000;

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

    private static AnyTermQuery any(RandomTexts texts, String pattern) throws IOException {
        return Patterns.wildcard(texts.reader(), FIELD, pattern).any();
    }

    private static Query lucene(String pattern) {
        return new WildcardQuery(new Term(FIELD, pattern));
    }

    @Test
    void findsTheDocumentsThatLuceneFinds() throws IOException {
        forRandomPatterns((texts, pattern, where) -> assertEquals(
                Matched.scores(texts.searcher(), new ConstantScoreQuery(lucene(pattern))),
                Matched.scores(texts.searcher(), any(texts, pattern)), where));
    }

    @Test
    void findsThePositionsThatLuceneFinds() throws IOException {
        forRandomPatterns((texts, pattern, where) -> assertEquals(
                Matched.positions(texts.searcher(), lucene(pattern), FIELD),
                Matched.positions(texts.searcher(), any(texts, pattern), FIELD), where));
    }

    @Test
    void findsTheSamePositionsWhereTheyWereExpected() throws IOException {
        forRandomPatterns((texts, pattern, where) -> {
            AnyTermQuery any = any(texts, pattern);
            any.expect(IntStream.range(0, texts.reader().maxDoc()).filter(i -> i % 3 == 0).boxed().toList());
            assertEquals(Matched.positions(texts.searcher(), lucene(pattern), FIELD),
                    Matched.positions(texts.searcher(), any, FIELD), where);
        });
    }

    @Test
    void hasTheIntervalsThatLuceneHas() throws IOException {
        forRandomPatterns((texts, pattern, where) -> assertEquals(
                Matched.intervals(texts.reader(), Intervals.wildcard(new BytesRef(pattern), MANY), FIELD),
                Matched.intervals(texts.reader(), new AnyTermIntervals(any(texts, pattern)), FIELD), where));
    }

    @Test
    void hasTheSameIntervalsWithinOthers() throws IOException {
        forRandomPatterns((texts, pattern, where) -> {
            IntervalsSource theirs = Intervals.wildcard(new BytesRef(pattern), MANY);
            IntervalsSource ours = new AnyTermIntervals(any(texts, pattern));
            for (String word : List.of("a", "ab", "dd")) {
                assertEquals(Matched.intervals(texts.reader(), near(theirs, word), FIELD),
                        Matched.intervals(texts.reader(), near(ours, word), FIELD), where + " near " + word);
                assertEquals(Matched.scores(texts.searcher(), new IntervalQuery(FIELD, near(theirs, word))).keySet(),
                        Matched.scores(texts.searcher(), new IntervalQuery(FIELD, near(ours, word))).keySet(), where);
            }
        });
    }

    private static IntervalsSource near(IntervalsSource pattern, String word) {
        return Intervals.maxgaps(2, Intervals.unorderedNoOverlaps(pattern, Intervals.term(word)));
    }

    @Test
    void intervalsMoveForwardToAnyDocument() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (RandomTexts texts = RandomTexts.of(random)) {
            AnyTermQuery any = any(texts, "?b*");
            Map<Integer, List<String>> all = Matched.intervals(texts.reader(), new AnyTermIntervals(any), FIELD);
            for (LeafReaderContext segment : texts.reader().leaves()) {
                IntervalIterator moving = new AnyTermIntervals(any).intervals(FIELD, segment);
                Map<Integer, List<String>> met = new TreeMap<>();
                int target = random.nextInt(3);
                while (moving.advance(target) != IntervalIterator.NO_MORE_DOCS) {
                    assertTrue(moving.docID() >= target);
                    assertEquals(-1, moving.start(), "before the first interval");
                    met.put(segment.docBase + moving.docID(), Matched.here(moving));
                    assertEquals(IntervalIterator.NO_MORE_INTERVALS, moving.start(), "behind the last interval");
                    target = moving.docID() + 1 + random.nextInt(4);
                }
                assertTrue(!met.isEmpty(), "seed " + seed);
                met.forEach((document, found) -> assertEquals(all.get(document), found, "seed " + seed));
                assertEquals(IntervalIterator.NO_MORE_INTERVALS, moving.nextInterval(), "behind the last document");
            }
        }
    }

    @Test
    void matchesOfIntervalsAreTheQuerysPositions() throws IOException {
        forRandomPatterns((texts, pattern, where) -> {
            AnyTermQuery any = any(texts, pattern);
            Map<Integer, List<String>> expected = Matched.positions(texts.searcher(), lucene(pattern), FIELD);
            for (LeafReaderContext segment : texts.reader().leaves()) {
                for (int document = 0; document < segment.reader().maxDoc(); document++) {
                    IntervalMatchesIterator matches = new AnyTermIntervals(any).matches(FIELD, segment, document);
                    List<String> spans = expected.get(segment.docBase + document);
                    assertEquals(spans == null, matches == null, where);
                    assertEquals(spans == null ? List.of() : spans, Matched.spans(matches), where);
                }
            }
        });
    }

    @Test
    void aMatchIsOnePositionWithoutOffsetsAndNamesItsQuery() throws IOException {
        try (RandomTexts texts = RandomTexts.of(List.of(List.of("aa x ab")))) {
            AnyTermQuery any = any(texts, "a?");
            IntervalMatchesIterator matches = new AnyTermIntervals(any).matches(FIELD, first(texts), 0);
            assertTrue(matches.next());
            assertEquals(List.of(0, 0, -1, -1, 0, 1), describe(matches));
            assertTrue(matches.next());
            assertEquals(List.of(2, 2, -1, -1, 0, 1), describe(matches));
            assertEquals(any, matches.getQuery());
            assertNull(matches.getSubMatches());
            assertEquals(false, matches.next());
        }
    }

    private static List<Integer> describe(IntervalMatchesIterator matches) throws IOException {
        return List.of(matches.startPosition(), matches.endPosition(), matches.startOffset(), matches.endOffset(),
                matches.gaps(), matches.width());
    }

    private static LeafReaderContext first(RandomTexts texts) {
        return texts.reader().leaves().get(0);
    }

    @Test
    void twoWordsAtOnePositionAreOneMatch() throws IOException {
        try (RandomTexts texts = RandomTexts.of(List.of(List.of("aa ab aa", "x")))) {
            AnyTermQuery twice = new AnyTermQuery(FIELD, List.of(new BytesRef("aa"), new BytesRef("aa")));
            assertArrayEquals(new int[]{0, 2}, twice.in(first(texts)).positions(0));
            assertEquals(Map.of(0, List.of("0-0/0", "2-2/0")),
                    Matched.intervals(texts.reader(), new AnyTermIntervals(twice), FIELD));
            assertArrayEquals(new int[]{0, 2}, twice.in(first(texts)).positions(0), "after all positions were read");
            assertArrayEquals(new int[0], twice.in(first(texts)).positions(1));
        }
    }

    @Test
    void aFieldOrAWordThatIsNotThereMatchesNothing() throws IOException {
        try (RandomTexts texts = RandomTexts.of(List.of(List.of("aa", "ab")))) {
            for (AnyTermQuery nowhere : List.of(new AnyTermQuery("none", List.of(new BytesRef("aa"))),
                    new AnyTermQuery(FIELD, List.of(new BytesRef("zz"))), new AnyTermQuery(FIELD, List.of()))) {
                assertEquals(Map.of(), Matched.scores(texts.searcher(), nowhere));
                assertEquals(Map.of(), Matched.positions(texts.searcher(), nowhere, FIELD));
                assertNull(new AnyTermIntervals(nowhere).intervals(FIELD, first(texts)));
                assertNull(new AnyTermIntervals(nowhere).matches(FIELD, first(texts), 0));
            }
        }
    }

    @Test
    void queriesOfTheSameWordsAreEqual() {
        AnyTermQuery one = new AnyTermQuery(FIELD, List.of(new BytesRef("a"), new BytesRef("b")));
        AnyTermQuery other = new AnyTermQuery(FIELD, List.of(new BytesRef("b"), new BytesRef("a")));
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
        assertEquals(new AnyTermIntervals(one), new AnyTermIntervals(other));
        assertEquals(new AnyTermIntervals(one).hashCode(), new AnyTermIntervals(other).hashCode());
        assertNotEquals(one, new AnyTermQuery(FIELD, List.of(new BytesRef("a"))));
        assertNotEquals(one, new AnyTermQuery("g", List.of(new BytesRef("a"), new BytesRef("b"))));
        assertEquals("f:2 terms", one.toString("f"));
        assertEquals("f:2 terms", new AnyTermIntervals(one).toString());
    }
}
