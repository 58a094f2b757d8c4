package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import broadsheet.search.Hit;
import broadsheet.search.SearchResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ProximityTest {

    private static final Post POST = SmallArchive
            .post("a", "Harbour notes",
                    "The mayor praised the old ferry crew after a long winter. Dockers cheered. Nobody paid Mr. Hale.\n\n"
                            + "Winter tides broke the pier, and women mended nets. The mayor left.")
            .excerpt("Gulls returned.").build();

    @TempDir
    private Path folder;
    private SmallArchive archive;

    @BeforeEach
    void open() throws IOException {
        archive = SmallArchive.of(folder, List.of(POST));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void nearnessIsCountedAsTheTableSays() throws IOException {
        List<String> rows;
        try (var table = ProximityTest.class.getResourceAsStream("/broadsheet/search/proximity-table.txt")) {
            rows = new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).toList();
        }
        assertTrue(rows.size() >= 40);
        assertAll(rows.stream().map(row -> row.split("\t"))
                .map(row -> (Executable) () -> assertEquals(row[0], archive.ask(row[1]).total() > 0 ? "yes" : "no",
                        row[1])));
    }

    @Test
    void patternsStandNearOtherPatternsInAnyDepth() {
        assertEquals(1, archive.ask("dock* /p ol* NEAR/9 win*").total());
        assertEquals(1, archive.ask("ti* /s mend?d NEAR/5 net*").total());
        assertEquals(0, archive.ask("dock* /s ol* NEAR/9 mend*").total());
        assertEquals(0, archive.ask("xy* NEAR/9 ol*").total());
    }

    @Test
    void partsOfAnyLengthStandNearAWord() {
        String text = "mayor praised the old ferry crew after a long winter dockers cheered nobody paid";
        assertEquals(1, archive.ask("\"" + text + "\" NEAR/5 hale").total());
        assertEquals(1, archive.ask(text.replace(" ", " NEAR/5 ") + " NEAR/20 hale").total());
        assertEquals(1, archive.ask(text.replace(" ", " /p ") + " /p hale").total());
    }

    @Test
    void theSnippetShowsTheWholeSpan() {
        SearchResponse answer = archive.ask("mayor /p cheered");
        Hit.Snippet snippet = answer.hits().get(0).snippets().get(0);
        List<String> marked = snippet.marks().stream().map(m -> snippet.text().substring(m.start(), m.end())).toList();
        assertEquals(List.of("mayor", "cheered"), marked);
    }
}
