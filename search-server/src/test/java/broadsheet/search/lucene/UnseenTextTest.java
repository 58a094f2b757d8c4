package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.archive.Archive;
import broadsheet.post.Post;
import broadsheet.post.ReadOptions;
import broadsheet.search.Hit.Snippet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alternatives of pictures are found and shown, and known as what the post's page does not show as text. */
class UnseenTextTest {

    private SmallArchive archive;

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(Files.createDirectories(folder.resolve("_posts")).resolve("2024-05-01-quay.md"),
                """
                        ---
                        title: Quay
                        excerpt: Pelicans landed – twice.
                        lang: en
                        ---
                        Cafés closed – early. ![A heron stands. It waits for fish.](heron.png)

                        Otters came. Seals left.

                        {% include figure.html alt="A map of the quay" %}

                        ![Gulls](gulls.png) and terns \uFFFC flew.
                        """);
        Archive posts = Archive.open(List.of(folder), ReadOptions.defaults());
        List<Post> read = posts.files().stream().flatMap(found -> posts.read(found).posts().stream()).toList();
        assertEquals(1, read.size(), file.toString());
        archive = SmallArchive.of(folder.resolve("index"), read);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private Snippet best(String query) {
        return archive.ask(query).hits().getFirst().snippets().getFirst();
    }

    @Test
    void theTextOfThePageIsSeen() {
        for (String word : List.of("early", "otters", "seals", "terns", "pelicans")) {
            assertEquals(true, best(word).seen(), word);
        }
        assertEquals("Otters came. Seals left.", best("otters").text());
    }

    @Test
    void whatStandsForAPictureIsNot() {
        for (String word : List.of("heron", "fish", "map", "gulls")) {
            assertEquals(false, best(word).seen(), word);
        }
        assertEquals("A heron stands. It waits for fish.", best("heron").text());
    }

    @Test
    void aPassageOfBothIsNot() {
        assertEquals(false, best("early PRE/3 heron").seen());
        assertEquals(false, best("fish PRE/3 otters").seen());
    }
}
