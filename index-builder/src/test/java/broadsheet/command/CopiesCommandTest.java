package broadsheet.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CopiesCommandTest {

    private static final String FERRY = "The night ferry to Orsa sails again from Monday, the harbour office said, after "
            + "six weeks in the dry dock at Carrow where its second engine was taken out, cleaned and put back.";
    private static final String TRAM = "A tram on line two stood for three hours between Weir Lane and the depot because "
            + "a swan had settled on the rails and nobody on duty was trained to carry one.";

    @TempDir
    Path folder;

    @BeforeEach
    void posts() throws IOException {
        write("2024-05-01-tram.md", "Breaking: Swan stops tram", TRAM);
        write("2024-05-02-tram.md", "Swan stops tram", "Just in: " + TRAM);
        write("2024-06-01-breaking.md", "Breaking: Latest Harrow ferry sails", FERRY + " New engines cost more.");
        write("2024-06-02-update.md", "Update: Latest Harrow ferry sails", FERRY);
        write("2024-06-03-new.md", "New: Latest Harrow ferry sails", "What we know: " + FERRY);
        write("2024-06-04-other.md", "Timetable", "It will be printed by the end of the week, if the ink comes.");
    }

    private void write(String name, String title, String body) throws IOException {
        Path file = folder.resolve("_posts").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "---\ntitle: \"" + title + "\"\n---\n" + body + "\n");
    }

    @Test
    void groupsAreListedLargestFirst() {
        Ran ran = Ran.command("check", "--copies", "--quiet", "--posts", folder);
        assertEquals(0, ran.code(), ran.err());
        assertEquals("""
                3 posts: Latest Harrow ferry sails
                  2024-06-03  _posts/2024-06-03-new.md       New: Latest Harrow ferry sails
                  2024-06-02  _posts/2024-06-02-update.md    Update: Latest Harrow ferry sails
                  2024-06-01  _posts/2024-06-01-breaking.md  Breaking: Latest Harrow ferry sails
                2 posts: Swan stops tram
                  2024-05-02  _posts/2024-05-02-tram.md  Swan stops tram
                  2024-05-01  _posts/2024-05-01-tram.md  Breaking: Swan stops tram
                """, ran.out().replace("\r", ""));
        assertEquals("", ran.err());
    }

    @Test
    void summaryGoesToStderr() {
        String err = Ran.command("check", "--copies", "--posts", folder).err();
        assertEquals(
                "2 stories stand in 5 of 6 posts; one of each would leave 3. Prefixes of feeds: breaking, new, update",
                err.strip().lines().toList().getLast());
    }

    @Test
    void jsonIsOneDocument() {
        JsonNode json = Ran.command("check", "--copies", "--json", "--quiet", "--posts", folder).json();
        assertEquals(6, json.get("posts").asInt());
        assertEquals(3, json.get("spare").asInt());
        assertEquals("breaking", json.get("prefixes").get(0).asString());
        JsonNode story = json.get("stories").get(0);
        assertEquals(3, story.get("size").asInt());
        assertEquals("_posts/2024-06-03-new.md", story.get("posts").get(0).get("id").asString());
        assertEquals("New: Latest Harrow ferry sails", story.get("posts").get(0).get("title").asString());
        assertEquals("2024-06-03T00:00:00Z", story.get("posts").get(0).get("date").asString());
    }

    @Test
    void anArchiveWithoutCopiesSaysSo() throws IOException {
        Path other = folder.resolve("other");
        Files.createDirectories(other.resolve("_posts"));
        Files.copy(folder.resolve("_posts/2024-06-04-other.md"), other.resolve("_posts/2024-06-04-other.md"));
        Ran ran = Ran.command("check", "--copies", "--posts", other);
        assertEquals("", ran.out());
        assertEquals("No copies in 1 posts.", ran.err().strip().lines().toList().getLast());
    }
}
