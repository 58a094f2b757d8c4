package broadsheet.search.snippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.Hit.Mark;
import broadsheet.search.Hit.Snippet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which snippets a text gives for the places of a query's pieces, as cases in a text file. */
class SnippetTableTest {

    record Case(String name, List<String> lines) {

        static Case of(String text) {
            List<String> lines = text.lines().toList();
            return new Case(lines.getFirst().strip(), lines.subList(1, lines.size()));
        }

        String[] text() {
            return lines.stream().filter(line -> line.matches("[TEB][¶~]* .*")).toArray(String[]::new);
        }

        List<String> pieces() {
            return lines.stream().filter(line -> line.startsWith("? ")).map(line -> line.substring(2)).toList();
        }

        List<String> expected(boolean title) {
            return lines.stream().filter(line -> line.matches("[TEB]~?> .*") && line.startsWith("T") == title)
                    .map(MadeText::spelt).toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream table = SnippetTableTest.class.getResourceAsStream("snippet-table.txt")) {
            String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^=== ")).skip(1).map(Case::of);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void snippetsAreThoseOfTheTable(Case one) {
        MadeText text = new MadeText(one.text());
        List<Span> spans = text.spans(one.pieces());
        List<String> shown = new ArrayList<>();
        for (Snippet snippet : text.maker().snippets(spans)) {
            shown.add((snippet.field() == Snippet.Field.EXCERPT ? "E" : "B") + (snippet.seen() ? "" : "~") + "> "
                    + marked(snippet.text(), snippet.marks()));
        }
        assertEquals(String.join("\n", one.expected(false)), String.join("\n", shown));
        List<Mark> title = text.maker().titleMarks(text.title(), spans);
        assertEquals(one.expected(true), title.isEmpty() ? List.of() : List.of("T> " + marked(text.title(), title)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyPieceOfTheTextHasAPlaceToBeShown(Case one) {
        MadeText text = new MadeText(one.text());
        long pieces = text.spans(one.pieces()).stream().mapToInt(Span::piece).distinct().count();
        assertEquals(one.pieces().size(), pieces, "a piece of the case does not occur in its text");
        assertTrue(one.pieces().isEmpty() || !one.expected(false).isEmpty() || !one.expected(true).isEmpty());
    }

    static String marked(String text, List<Mark> marks) {
        StringBuilder marked = new StringBuilder(text);
        for (Mark mark : marks.reversed()) {
            marked.insert(mark.end(), ']').insert(mark.start(), '[');
        }
        return marked.toString();
    }
}
