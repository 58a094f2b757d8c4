package broadsheet.search.lucene.match;

import static broadsheet.search.lucene.IndexOfPosts.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.match.BoundedIntervals.Bound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals that keep their marks, lie in a part of a post, or have their terms at given positions. */
class IntervalsTest {

    private static final String FIELD = RandomTexts.FIELD;

    @TempDir
    private Path folder;

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
    void thePartsOfMarkedIntervalsAreTheirWords() {
        IntervalsSource a = word("a");
        MarkedIntervals marked = new MarkedIntervals(near(1, a, word("b")), List.of(a, word("b")));
        assertEquals(List.of(a, word("b")), MarkedIntervals.parts(marked));
        assertEquals(List.of(a), MarkedIntervals.parts(a));
        assertEquals(marked, new MarkedIntervals(near(1, a, word("b")), List.of()));
        assertNotEquals(marked, new MarkedIntervals(near(2, a, word("b")), List.of(a, word("b"))));
        assertEquals(2, marked.minExtent());
    }

    /** Headline from position 0 on, excerpt from 103, body from 205; the lead is the excerpt and the first paragraph. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TITLE     | sea   | 0-0/0
            TITLE     | sky   | ''
            LEAD      | sky   | 104-104/0 210-210/0
            LEAD      | sea   | 205-205/0 209-209/0
            BODY      | sea   | 205-205/0 209-209/0 212-212/0 215-215/0
            BODY      | sky   | 210-210/0
            BODY      | lead  | ''
            SENTENCE  | sea   | 0-0/0 205-205/0 209-209/0 212-212/0 215-215/0
            """)
    void anIntervalLiesInItsPartOfThePost(Bound bound, String word, String intervals) throws IOException {
        try (IndexOfPosts index = layered()) {
            assertEquals(intervals.isEmpty() ? Map.of() : Map.of(0, List.of(intervals.split(" "))),
                    Matched.intervals(index.reader(), new BoundedIntervals(word(word), bound), "all_en"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SENTENCE  | sea wall   | 0-1/0 205-206/0
            SENTENCE  | wall sea   | ''
            SENTENCE  | sea sky    | 209-210/0
            SENTENCE  | sky sea    | ''
            PARAGRAPH | wall sea   | 206-209/2
            PARAGRAPH | sky sea    | ''
            PARAGRAPH | sea tide   | 212-214/1
            """)
    void anIntervalStaysWithinASentenceOrParagraph(Bound bound, String words, String intervals) throws IOException {
        String[] two = words.split(" ");
        try (IndexOfPosts index = layered()) {
            IntervalsSource source = new BoundedIntervals(Intervals.ordered(word(two[0]), word(two[1])), bound);
            assertEquals(intervals.isEmpty() ? Map.of() : Map.of(0, List.of(intervals.split(" "))),
                    Matched.intervals(index.reader(), source, "all_en"));
        }
    }

    private IndexOfPosts layered() throws IOException {
        return IndexOfPosts.of(folder, List.of(post("a", "en", "Sea wall news", """
                Sea wall here now. Sea sky.

                Old sea and tide. Sea.""").excerpt("Lead sky.").build()));
    }

    @Test
    void boundedIntervalsAreEqualByWhatTheyBound() {
        BoundedIntervals one = new BoundedIntervals(word("a"), Bound.TITLE);
        assertEquals(one, new BoundedIntervals(word("a"), Bound.TITLE));
        assertEquals(one.hashCode(), new BoundedIntervals(word("a"), Bound.TITLE).hashCode());
        assertNotEquals(one, new BoundedIntervals(word("a"), Bound.BODY));
        assertNotEquals(one, new BoundedIntervals(word("b"), Bound.TITLE));
        assertEquals("TITLE(a)", one.toString());
        assertEquals(1, one.minExtent());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a@0             | 0-0/0 4-4/0
            a@0 b@1         | 0-1/0
            a@0 c@2         | 0-2/0
            b@0 c@1 d@2     | 1-3/0
            a@0 b@1 d@3     | 0-3/0
            a@0 d@2         | ''
            b@0 a@1         | ''
            """)
    void termsStandAtTheirPositionsInARow(String terms, String intervals) throws IOException {
        List<TermAt> row = Arrays.stream(terms.split(" "))
                .map(term -> new TermAt(new Term(FIELD, term.substring(0, 1)), term.charAt(2) - '0')).toList();
        try (RandomTexts texts = RandomTexts.of(List.of(List.of("a b c d a")))) {
            assertEquals(intervals.isEmpty() ? Map.of() : Map.of(0, spans(intervals)),
                    spansOf(Matched.intervals(texts.reader(), PositionIntervals.sequence(FIELD, row), FIELD)));
        }
    }

    private static List<String> spans(String intervals) {
        return Arrays.stream(intervals.split(" ")).map(i -> i.substring(0, i.indexOf('/'))).toList();
    }

    private static Map<Integer, List<String>> spansOf(Map<Integer, List<String>> found) {
        return found.isEmpty() ? found : Map.of(0, spans(String.join(" ", found.get(0))));
    }

    @Test
    void termsOfAnotherFieldStandAtTheSamePositions() throws IOException {
        List<TermAt> row = List.of(new TermAt(new Term(FIELD, "a"), 0),
                new TermAt(new Term(RandomTexts.OTHER, "B"), 1));
        try (RandomTexts texts = RandomTexts.of(List.of(List.of("b a b a", "b a")))) {
            assertEquals(Map.of(0, List.of("1-2/0")),
                    Matched.intervals(texts.reader(), PositionIntervals.sequence(FIELD, row), FIELD));
            assertEquals(Map.of(0, List.of("0-0/0", "2-2/0"), 1, List.of("0-0/0")), Matched.intervals(texts.reader(),
                    PositionIntervals.term(FIELD, RandomTexts.OTHER, new BytesRef("B")), FIELD));
        }
    }
}
