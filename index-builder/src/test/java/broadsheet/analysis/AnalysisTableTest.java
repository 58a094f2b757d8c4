package broadsheet.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A table of texts and their tokens, a language at a time: {@code analysis-table.txt}. A row is
 * {@code language | text | exact forms | stems | further terms}; each further term is followed by the number of its token.
 * {@code -Dgolden.update=true} writes the table anew.
 */
class AnalysisTableTest {

    private static final Path TABLE = Path.of("src/test/resources/broadsheet/analysis/analysis-table.txt");
    private static final Map<Character, String> MARKS = Map.of(WordForms.ACRONYM, "<acronym>", WordForms.WRITTEN,
            "<written>", WordForms.ACCENTED, "<accented>", '\u0004', "<restored>", '\u0005', "<joined>", '\u0000', ">");

    private final Map<String, TextAnalysis> analyses = new LinkedHashMap<>();

    @Test
    void everyRowHasItsTokens() throws IOException {
        List<String> expected = Files.readAllLines(TABLE);
        List<String> found = new ArrayList<>();
        for (String line : expected) {
            found.add(line.isBlank() || line.startsWith("#") ? line : row(line));
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.write(TABLE, found);
        }
        assertEquals(String.join("\n", expected), String.join("\n", found));
    }

    @Test
    void theTableHasAllKindsOfLanguages() throws IOException {
        List<String> languages = Files.readAllLines(TABLE).stream().filter(line -> line.contains(" | "))
                .map(line -> line.substring(0, line.indexOf(' '))).distinct().toList();
        assertTrue(languages.containsAll(List.of("en", "de", "fr", "es", "pt", "it", "nl", "ru", "uk", "pl", "tr", "ar",
                "fa", "hi", "th", "zh", "ja", "ko", "el", "xx")), languages.toString());
    }

    private String row(String line) {
        String[] cells = line.split(" \\| ", -1);
        TextAnalysis analysis = analyses.computeIfAbsent(cells[0], code -> new TextAnalysis(Language.of(code)));
        List<TextAnalysis.Token> tokens = analysis.tokens(cells[1]);
        TokenBuffer buffer = new TokenBuffer();
        int behind = analysis.addSentence(buffer, cells[1], 10);
        assertEquals(10 + tokens.size(), behind, "positions have no gap: " + line);
        String exact = tokens.stream().map(token -> token.exact().utf8ToString()).collect(Collectors.joining(" "));
        String stems = tokens.stream().map(token -> token.stem().utf8ToString()).collect(Collectors.joining(" "));
        String extras = IntStream.range(0, buffer.extraSize())
                .mapToObj(i -> shown(buffer.extraTerm(i).utf8ToString()) + "@" + buffer.extraToken(i)
                        + (!buffer.extraInStems(i) ? "" : buffer.extraInExact(i) ? "s" : "S"))
                .collect(Collectors.joining(" "));
        return String.join(" | ", cells[0], cells[1], exact, stems.equals(exact) ? "=" : stems,
                extras.isEmpty() ? "-" : extras);
    }

    private static String shown(String term) {
        StringBuilder shown = new StringBuilder();
        term.chars().forEach(c -> shown.append(MARKS.getOrDefault((char) c, Character.toString(c))));
        return shown.toString();
    }
}
