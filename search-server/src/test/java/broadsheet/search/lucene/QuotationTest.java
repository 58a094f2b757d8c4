package broadsheet.search.lucene;

import static broadsheet.search.lucene.SmallArchive.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.Post;
import broadsheet.query.Note;
import broadsheet.search.Hit;
import broadsheet.search.SearchResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Quotations that stand somewhere, that stand nowhere, and with stars, as a table in a text file over seven posts. */
class QuotationTest {

    @TempDir
    private static Path folder;
    private static SmallArchive archive;

    @BeforeAll
    static void open() throws IOException {
        List<Post> posts = List.of(
                post("wall", "Sea wall breached", "The sea wall at Orsa gave way on Monday.")
                        .authors(List.of("Jane Tarnwood"))
                        .build(),
                post("walls", "Sea walls cost money", "Higher sea walls are planned, says the council.").build(),
                post("plan", "Peace plan for the quay", "A plan for peace was agreed. Geneva was not asked.").build(),
                post("geneva", "Geneva talks", "Talks on the peace treaty go on in Geneva.").build(),
                post("cooks", "Cooks wanted", "Two cooks and cooking pots are wanted.").build(),
                post("don", "Don't panic", "I'm sure you're right, they don't.").build(),
                post("dont", "Dont panic twice", "He wrote it dont.").build(),
                post("later", "Harvest moon rises", "A harvest moon.").visibleFrom(SmallArchive.NOW.plusSeconds(9))
                        .build());
        archive = SmallArchive.of(folder, posts);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    /** @param hits each the id of a post, with the words it lacks in brackets */
    record Row(String typed, String total, String codes, List<String> hits) {

        static Row of(String line) {
            List<String> cells = Arrays.stream(line.split(" \\| ", -1)).map(String::strip).toList();
            return new Row(cells.get(0), cells.get(1), cells.get(2),
                    Arrays.stream(cells.get(3).split(" ; ")).map(String::strip).filter(hit -> !hit.isEmpty()).toList());
        }
    }

    static Stream<Row> rows() throws IOException {
        try (InputStream table = QuotationTest.class.getResourceAsStream("quotation-table.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("##")).map(Row::of).toList().stream();
        }
    }

    private static String shown(Hit hit) {
        return hit.post().id() + (hit.missing().isEmpty() ? "" : " [" + String.join(", ", hit.missing()) + "]");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void findsWhatTheTableSays(Row row) {
        SearchResponse answer = archive.ask(row.typed());
        List<String> hits = answer.hits().stream().map(QuotationTest::shown).toList();
        String codes = answer.query().notes().stream().map(Note::code).collect(Collectors.joining(" "));
        assertEquals(String.join(" | ", row.typed(), row.total(), row.codes(), String.join(" ; ", row.hits())),
                String.join(" | ", row.typed(), answer.total() + "/" + answer.totalAll(), codes,
                        String.join(" ; ", hits)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theReadingFindsTheSame(Row row) {
        SearchResponse typed = archive.ask(row.typed());
        SearchResponse again = archive.ask(typed.query().read());
        assertEquals(typed.query().read(), again.query().read());
        assertEquals(typed.hits().stream().map(QuotationTest::shown).toList(),
                again.hits().stream().map(QuotationTest::shown).toList());
    }
}
