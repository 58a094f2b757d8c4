package broadsheet.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every string: it has a reading, the reading reads the same, and it takes no long time. */
class QueryLawTest {

    private static final int STRINGS = 30_000;

    private static final List<String> PIECES = List.of(("harbour tram OR AND NOT NEAR/5 W/3 PRE/2 ADJ4 ADJ/4 NEAR3"
            + " /s /p /5 /0 title: Title: author: by: section: headline: date: after: before: tag: lead: body: lang: US"
            + " who U.S. 10:30 http://x.y/z?q=1 C++ C# .net AT&T O\u2019Neill covid-19 \u00a35m elect* wom?n *ing ?at a*"
            + " w* a*b x?* ab** ~ ~2 smith~ smith~1 smith~0 smith~0.8 smith~2~ - -- -sport -OR +OR title:OR OR. OR, +"
            + " +a && || | & ! ( ) () [ ] { } < > \" \"\" \"a\u00a0b\" \"a\u00a0b\"~5 \u201c \u201d \u201e \u00ab"
            + " \u00bb ' \\ / : ; , . .. ... ? * ^2 = % # @ _ 2024 2024-03 2024-02-31 2024.. ..2023 date:2024..2023"
            + " date:2024-02..2024-03 after:2025 before:2023 before:2023-02-30 after:2024-13 date:.. date:2024*"
            + " \u0000 \u202e \u200b \ud83d\ude00 \u00e9 e\u0301 \u0301 \u4e2d\u6587 \uff0c \u65b0\u95fb \u0627\u0644"
            + " <b>bold</b> NEAR/999 NEAR/99999999999 1,000 a,b \u2014 \u2013 \u2026 \u00b0 \u0338 \u0645\u06cc\u200c\u062e\u0648* \u0645\u200c \u200c\u062e \u200d \ud83d\udc69\u200d\ud83d\ude92 \ud83c\udffd \ufe0f \u0e01 \u0924?\u094b* \u094d\u200d \uff08 \uff09")
            .split(" "));

    @Test
    void readingOfTheReadingIsTheReading() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("QueryLawTest: -Dseed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < STRINGS; i++) {
            assertReadsTheSame(typed(random));
        }
    }

    @Test
    void simpleWordsAreReadAsAnyOtherText() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> pieces = List.of("harbour", "Tram", "US", "OR", "W5", "A", "x", "1", "2024", "e", " ", " ", " ",
                " ",
                "-", "ADJ4", "date");
        int simple = 0;
        for (int i = 0; i < STRINGS; i++) {
            String text = random.ints(1 + random.nextInt(12), 0, pieces.size()).mapToObj(pieces::get)
                    .collect(Collectors.joining());
            assertEquals(QueryParser.parseAny(text), QueryParser.parse(text), "seed " + seed + " [" + text + "]");
            simple += SimpleWords.read(text).isPresent() ? 1 : 0;
        }
        assertTrue(simple > STRINGS / 100, simple + " were simple, seed " + seed);
        String many = "a ".repeat(64) + "a";
        assertEquals(QueryParser.parseAny(many), QueryParser.parse(many));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", ")", "\"", "\u201c", "NOT ", "a OR ", "a AND ", "OR ", "~", "* ", "a* ", "title:(",
            "title:",
            "a:(", "-(", "+(", "- ", "-", "+-", "()", "\"\" ", "title:() ", "NEAR/5 ", "a NEAR/5 ",
            "(a NEAR/5 b OR c AND ",
            "a (b OR c AND (", "x", "\ud800", "\ud83d\ude00", "e\u0301", "by:x|", "title:-", "a,", "1,", "smith~", "~5",
            "\"a b\"~5 ", "date:2024 ", "after:2025 before:2023 ", "title:(a -b) ", "a\u0338", "&", "a&&", ".", "a.",
            "?",
            "a?", "a*b", "<b>", "a OR (b AND ", "(a (b) OR ", "title:a NEAR/2 "})
    void anyNumberOfThemIsReadFast(String piece) {
        assertReadsTheSame(piece.repeat(33));
        assertReadsTheSame(piece.repeat(400));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertReadsTheSame(piece.repeat(100_000)));
    }

    @Test
    void joinersBesideMarksThatChangePlacesAreReadTheSame() {
        assertReadsTheSame("1\u0301\u094d\u200d\u0645");
        assertReadsTheSame("1\u0301\u034f\u094d\u200d\u0645");
        assertReadsTheSame("1" + "\u0301\u200d\u094d\u200c\u0645\u0327".repeat(300));
    }

    static void assertReadsTheSame(String typed) {
        ParsedQuery first = QueryParser.parse(typed);
        ParsedQuery second = QueryParser.parse(first.read());
        String message = "typed " + escaped(typed) + " notes " + first.notes();
        assertEquals(escaped(first.read()), escaped(second.read()), message);
        assertEquals(first.root(), second.root(), message);
        assertEquals(first.read(), QueryReading.of(first.root()), message);
    }

    private static String typed(Random random) {
        int kind = random.nextInt(10);
        if (kind < 7) {
            String space = kind < 2 ? "" : " ";
            return pieces(random, 1 + random.nextInt(14)).collect(Collectors.joining(space));
        }
        if (kind < 8) {
            return pieces(random, 50 + random.nextInt(300)).collect(Collectors.joining(" "));
        }
        int limit = kind < 9 ? 0x80 : 0x20000;
        return IntStream.range(0, 1 + random.nextInt(80)).map(i -> random.nextInt(limit))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static Stream<String> pieces(Random random, int count) {
        return IntStream.range(0, count).mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())));
    }

    private static String escaped(String text) {
        String shown = text.length() > 3000 ? text.substring(0, 3000) : text;
        return shown.chars().mapToObj(c -> c > 31 && c < 127 ? String.valueOf((char) c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
    }
}
