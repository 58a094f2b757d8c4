package broadsheet.search.lucene;

import static broadsheet.search.lucene.SmallArchive.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.Post;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecencyTest {

    @TempDir
    private Path folder;

    @Test
    void anOldPostWhoseHeadlineIsTheQueryStandsFirst() throws IOException {
        List<Post> posts = new ArrayList<>();
        posts.add(post("old", "Tide mill burns down", "A fire at night.").date(Instant.parse("2016-02-01T00:00:00Z"))
                .build());
        for (int i = 0; i < 30; i++) {
            posts.add(post("new" + i, "Council meets", "The tide was high and the mill, which burns oil, stood still. "
                    + "Power was down.").date(Instant.parse("2026-02-01T00:00:00Z")).build());
        }
        try (SmallArchive archive = SmallArchive.of(folder, posts)) {
            assertEquals("old", archive.ids("tide mill burns down").get(0));
        }
    }

    @Test
    void ofTwoEqualPostsTheNewerStandsFirst() throws IOException {
        String body = "The eel passes of the upper weir are open.";
        try (SmallArchive archive = SmallArchive.of(folder, List.of(
                post("older", "Eel passes", body).date(Instant.parse("2016-02-01T00:00:00Z")).build(),
                post("newest", "Eel passes", body).date(Instant.parse("2026-02-01T00:00:00Z")).build(),
                post("newer", "Eel passes", body).date(Instant.parse("2016-03-01T00:00:00Z")).build()))) {
            assertEquals(List.of("newest", "newer", "older"), archive.ids("eel passes"));
        }
    }

    @Test
    void anUndatedPostStandsBetweenNewAndOldOnesOfTheSameWords() throws IOException {
        String body = "The eel passes of the upper weir are open.";
        Post undated = Post.builder("undated").title("Eel passes").body(body).lang("en").build();
        try (SmallArchive archive = SmallArchive.of(folder, List.of(
                post("old", "Eel passes", body).date(Instant.parse("2016-02-01T00:00:00Z")).build(), undated,
                post("new", "Eel passes", body).date(Instant.parse("2026-02-01T00:00:00Z")).build()))) {
            assertEquals(List.of("new", "undated", "old"), archive.ids("eel passes"));
        }
    }

    @Test
    void undatedPostsAreNeitherPunishedNorLost() throws IOException {
        Post undated = Post.builder("undated").title("Kelp harvest").body("The kelp harvest of the bay.").lang("en")
                .build();
        List<Post> posts = new ArrayList<>(
                List.of(undated, post("dated", "Other news", "Some kelp was seen there.").build()));
        for (int i = 0; i < 30; i++) {
            posts.add(post("filler" + i, "Council meets", "Nothing else was said.").build());
        }
        try (SmallArchive archive = SmallArchive.of(folder, posts)) {
            assertEquals(List.of("undated", "dated"), archive.ids("kelp"));
        }
    }
}
