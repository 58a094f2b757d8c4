package broadsheet.search.lucene;

import static broadsheet.search.lucene.SmallArchive.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionsTest {

    @TempDir
    private Path folder;
    private SmallArchive archive;

    @BeforeEach
    void open() throws IOException {
        archive = SmallArchive.of(folder,
                List.of(post("a", "Harbour wall cracks again", "x").authors(List.of("Ann O'Neill")).build(),
                        post("b", "Élections at the harbour", "x").tags(List.of("tide tables")).build(),
                        post("c", "中秋节快到了", "x").categories(List.of("Sport")).build()));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void headlinesAreOfferedFromTheStartFromInsideAndInAnyOrder() {
        assertEquals("Harbour wall cracks again", archive.suggested("harb").get(0));
        assertEquals(List.of("Harbour wall cracks again"), archive.suggested("cracks ag"));
        assertEquals(List.of("Harbour wall cracks again"), archive.suggested("cracks harb"));
        assertEquals(List.of("Élections at the harbour"), archive.suggested("elections at"));
        assertEquals(List.of("中秋节快到了"), archive.suggested("中秋"));
    }

    @Test
    void oneWrongLetterIsForgiven() {
        assertEquals(List.of("Harbour wall cracks again"), archive.suggested("hatbour wa"));
        assertEquals(List.of("Harbour wall cracks again"), archive.suggested("crakcs ag"));
    }

    @Test
    void authorsSectionsAndTagsAreOffered() {
        assertEquals(List.of("Ann O'Neill"), archive.suggested("oneil"));
        assertEquals(List.of("Sport"), archive.suggested("spo"));
        assertEquals(List.of("tide tables"), archive.suggested("tide t"));
    }

    @Test
    void anythingMayBeTyped() {
        for (String typed : List.of("", " ", "\"", "(", "\ud800", "a".repeat(5_000), "a ".repeat(2_000), "\u0000*")) {
            assertTrue(archive.suggested(typed).size() <= 5);
        }
    }
}
