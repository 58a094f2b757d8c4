package broadsheet.search.lucene;

import static broadsheet.search.lucene.SmallArchive.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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

    /** {@code tory} is one letter from {@code tony}, but five headlines have that. */
    @Test
    void aWordThatManyHeadlinesHaveIsNoSlip() throws IOException {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            posts.add(post("tony" + i, "Tony sails, leg " + i, "x").build());
        }
        posts.add(post("tory", "Blair wins a tory vote", "x").build());
        try (SmallArchive names = SmallArchive.of(folder.resolve("names"), posts)) {
            assertEquals(List.of(), names.suggested("tony bla"));
            assertEquals(List.of("Blair wins a tory vote"), names.suggested("torx bla"));
        }
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

    @Test
    void ofHeadlinesThatBeginAsTypedThoseWithTheSameCapitalsAndSignsComeFirst() throws IOException {
        try (SmallArchive other = SmallArchive.of(folder.resolve("other"),
                List.of(post("new", "Polish workers march", "x").build(),
                        post("old", "polish, then sell", "x").date(Instant.parse("2020-01-01T09:00:00Z")).build()))) {
            assertEquals(List.of("Polish workers march", "polish, then sell"), other.suggested("Polish"));
            assertEquals(List.of("polish, then sell", "Polish workers march"), other.suggested("polish"));
            assertEquals(List.of("polish, then sell", "Polish workers march"), other.suggested("Polish,"));
        }
    }

    @Test
    void ofCopiesOfAStoryOneHeadlineIsOffered() throws IOException {
        String story = "The night ferry to Orsa sails again from Monday, the harbour office said, after six weeks in the "
                + "dry dock at Carrow where its second engine was taken out, cleaned and put back.";
        try (SmallArchive other = SmallArchive.of(folder.resolve("other"),
                List.of(post("a", "Ferry to Orsa sails again", story).build(),
                        post("b", "Ferry to Orsa sails from Monday", story).build(),
                        post("c", "Ferry fares rise", "Crossings will cost more from spring.").build()))) {
            assertEquals(2, other.suggested("ferry").size());
            assertEquals(List.of("Ferry to Orsa sails from Monday"), other.suggested("ferry to orsa sails from"));
        }
    }
}
