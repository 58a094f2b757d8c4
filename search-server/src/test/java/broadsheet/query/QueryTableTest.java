package broadsheet.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The query language as a table in a text file: what is typed, how it is read, which notes it leaves. */
class QueryTableTest {

    @ParameterizedTest
    @MethodSource("rows")
    void readsAsTheTableSays(Row row) {
        ParsedQuery parsed = QueryParser.parse(row.typed());
        assertEquals(row.read(), parsed.read());
        assertEquals(row.notes(), parsed.notes().stream().map(Note::code).distinct().collect(Collectors.joining(" ")));
        QueryLawTest.assertReadsTheSame(row.typed());
    }

    static Stream<Row> rows() throws IOException {
        try (InputStream table = QueryTableTest.class.getResourceAsStream("query-table.txt")) {
            return List.of(new String(table.readAllBytes(), StandardCharsets.UTF_8).split("\n")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("##")).map(Row::of);
        }
    }

    record Row(String typed, String read, String notes) {

        static Row of(String line) {
            String[] cells = line.split(" => ?", 2);
            String[] answer = (cells[1] + " ").split(";;", 2);
            return new Row(characters(cells[0]), characters(answer[0]).strip(),
                    answer.length > 1 ? answer[1].strip() : "");
        }

        private static String characters(String cell) {
            return Pattern.compile("\\{([0-9A-F]{2,4})}").matcher(cell.replace("\\0", "\0"))
                    .replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)));
        }
    }
}
