package broadsheet.search.lucene.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.MatchesIterator;
import org.junit.jupiter.api.Test;

/** Intervals of parts near each other, and the words that are marked in them. */
class MarkedIntervalsTest {

    private static final String FIELD = RandomTexts.FIELD;

    private static IntervalsSource word(String word) {
        return Intervals.term(word);
    }

    private static IntervalsSource near(int gaps, IntervalsSource left, IntervalsSource right) {
        return Intervals.maxgaps(gaps, Intervals.unorderedNoOverlaps(left, right));
    }

    /** Each match with the words within it, in the order of the text: {@code 0-2[0-0, 2-2]}. */
    private static List<String> described(IntervalMatchesIterator matches) throws IOException {
        List<String> described = new ArrayList<>();
        while (matches != null && matches.next()) {
            List<int[]> words = new ArrayList<>();
            addWords(words, matches.getSubMatches());
            List<String> spans = words.stream().sorted((a, b) -> Integer.compare(a[0], b[0]))
                    .map(span -> span[0] + "-" + span[1]).distinct().toList();
            described.add(matches.startPosition() + "-" + matches.endPosition() + spans);
        }
        return described;
    }

    private static void addWords(List<int[]> words, MatchesIterator matches) throws IOException {
        while (matches != null && matches.next()) {
            MatchesIterator inner = matches.getSubMatches();
            if (inner == null) {
                words.add(new int[]{matches.startPosition(), matches.endPosition()});
            } else {
                addWords(words, inner);
            }
        }
    }

    private record Source(IntervalsSource both, List<IntervalsSource> parts) {}

    private static List<Source> sources() {
        IntervalsSource a = word("a");
        IntervalsSource b = word("b");
        IntervalsSource c = word("c");
        IntervalsSource row = Intervals.phrase(a, b);
        return List.of(new Source(Intervals.ordered(a, b), List.of(a, b)),
                new Source(Intervals.maxgaps(2, Intervals.ordered(a, b)), List.of(a, b)),
                new Source(near(1, a, b), List.of(a, b)), new Source(near(3, row, c), List.of(row, c)));
    }

    @Test
    void marksWhatLuceneMarks() throws IOException {
        long seed = System.nanoTime();
        int matches = 0;
        try (RandomTexts texts = RandomTexts.of(new Random(seed))) {
            for (Source source : sources()) {
                MarkedIntervals marked = new MarkedIntervals(source.both(), source.parts());
                assertEquals(Matched.intervals(texts.reader(), source.both(), FIELD),
                        Matched.intervals(texts.reader(), marked, FIELD));
                for (LeafReaderContext segment : texts.reader().leaves()) {
                    for (int document = 0; document < segment.reader().maxDoc(); document++) {
                        List<String> theirs = described(source.both().matches(FIELD, segment, document));
                        List<String> ours = described(marked.matches(FIELD, segment, document));
                        assertEquals(theirs, ours, source.both() + ", document " + document + ", seed " + seed);
                        matches += ours.size();
                    }
                }
            }
        }
        assertTrue(matches > 50, () -> "too few matches to say anything, seed " + seed);
    }

    /** Of a chain more is marked than by Lucene: each of its words that stands within the match. */
    @Test
    void inAChainEachWordWithinTheMatchIsMarked() throws IOException {
        IntervalsSource chain = Intervals.ordered(near(0, word("a"), word("b")), word("c"));
        try (RandomTexts texts = RandomTexts.of(List.of(List.of("a b x b x c")))) {
            LeafReaderContext segment = texts.reader().leaves().get(0);
            MarkedIntervals marked = new MarkedIntervals(chain, List.of(word("a"), word("b"), word("c")));
            assertEquals(List.of("0-5[0-0, 1-1, 5-5]"), described(chain.matches(FIELD, segment, 0)));
            assertEquals(List.of("0-5[0-0, 1-1, 3-3, 5-5]"), described(marked.matches(FIELD, segment, 0)));
        }
    }

    /**
     * Lucene's fault for which {@link MarkedIntervals} was written: an array of CachingMatchesIterator grows by too
     * little. When this test fails, Lucene has mended it, and MarkedIntervals can go.
     */
    @Test
    void luceneStillFailsWhereAPartHasMoreThanADozenWords() throws IOException {
        String[] words = "a b c d e f g h i j k l m n o p".split(" ");
        try (RandomTexts texts = RandomTexts.of(List.of(List.of(String.join(" ", words) + " z")))) {
            IntervalsSource row = Intervals.phrase(Arrays.copyOf(words, 13));
            IntervalsSource both = Intervals.ordered(row, word("z"));
            LeafReaderContext segment = texts.reader().leaves().get(0);
            assertThrows(ArrayIndexOutOfBoundsException.class, () -> described(both.matches(FIELD, segment, 0)));
            List<String> ours = described(
                    new MarkedIntervals(both, List.of(row, word("z"))).matches(FIELD, segment, 0));
            assertEquals(1, ours.size());
            assertTrue(ours.get(0).startsWith("0-16[0-0, 1-1, 2-2,") && ours.get(0).endsWith("12-12, 16-16]"),
                    ours::toString);
        }
    }

    @Test
    void marksAreFoundInAnyOrderOfDocuments() throws IOException {
        try (RandomTexts texts = RandomTexts.of(List.of(List.of("a b", "x", "b x a", "a"), List.of("x a b")))) {
            MarkedIntervals marked = new MarkedIntervals(near(1, word("a"), word("b")), List.of(word("a"), word("b")));
            LeafReaderContext one = texts.reader().leaves().get(0);
            LeafReaderContext two = texts.reader().leaves().get(1);
            assertEquals(List.of("0-2[0-0, 2-2]"), described(marked.matches(FIELD, one, 2)));
            assertEquals(List.of("0-1[0-0, 1-1]"), described(marked.matches(FIELD, one, 0)));
            assertEquals(List.of("1-2[1-1, 2-2]"), described(marked.matches(FIELD, two, 0)));
            assertEquals(List.of("0-2[0-0, 2-2]"), described(marked.matches(FIELD, one, 2)));
            assertEquals(List.of("0-2[0-0, 2-2]"), described(marked.matches(FIELD, one, 2)), "the same once more");
            assertNull(marked.matches(FIELD, one, 1));
            assertNull(marked.matches(FIELD, one, 3));
        }
    }

    @Test
    void aMarkedMatchSaysItsGapsAndHasNoOffsets() throws IOException {
        try (RandomTexts texts = RandomTexts.of(List.of(List.of("a x b")))) {
            MarkedIntervals marked = new MarkedIntervals(near(1, word("a"), word("b")), List.of(word("a"), word("b")));
            IntervalMatchesIterator match = marked.matches(FIELD, texts.reader().leaves().get(0), 0);
            assertTrue(match.next());
            assertEquals(List.of(0, 2, 1, 3, -1, -1), List.of(match.startPosition(), match.endPosition(), match.gaps(),
                    match.width(), match.startOffset(), match.endOffset()));
            assertNull(match.getQuery());
        }
    }

    @Test
    void markedIntervalsAreEqualWhereTheirMatchesAre() {
        IntervalsSource a = word("a");
        MarkedIntervals marked = new MarkedIntervals(near(1, a, word("b")), List.of(a, word("b")));
        assertEquals(marked, new MarkedIntervals(near(1, a, word("b")), List.of()));
        assertNotEquals(marked, new MarkedIntervals(near(2, a, word("b")), List.of(a, word("b"))));
        assertEquals(2, marked.minExtent());
    }
}
