package broadsheet.search.lucene.match;

import static broadsheet.search.lucene.IndexOfPosts.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.match.BoundedIntervals.Bound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
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
                    PositionIntervals.sequence(FIELD,
                            List.of(new TermAt(new Term(RandomTexts.OTHER, "B"), 0))),
                    FIELD));
        }
    }
}
