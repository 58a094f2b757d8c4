package broadsheet.search.lucene.vocabulary;

import static broadsheet.search.lucene.SmallArchive.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.Post;
import broadsheet.search.SearchEngine.Suggestion;
import broadsheet.search.lucene.SmallArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which texts are collected from the posts of an index, and how many posts each of them stands for. */
class CompletionBuilderTest {

    private static final List<String> WALLS = List.of("Storm hits the harbour wall", "Who pays for a harbour wall?",
            "Boats behind our harbour wall", "A harbour wall in Orsa", "Old harbour wall listed");

    @TempDir
    private Path folder;

    private List<String> collected(List<Post> posts, String typed) throws IOException {
        try (MadeIndex index = new MadeIndex(folder, posts)) {
            return index.completions().of(typed, 20).stream().map(found -> found.text() + " " + found.count())
                    .toList();
        }
    }

    private static Post dated(String id, String title, int year) {
        return post(id, title, "x").date(Instant.parse(year + "-05-01T09:00:00Z")).build();
    }

    private static List<Post> titled(List<String> titles) {
        return titles.stream().map(title -> post(title, title, "x").build()).toList();
    }

    @Test
    void headlinesAreCollectedTheNewestFirst() throws IOException {
        assertEquals(List.of("Ferry lost 1", "Ferry found 1", "Ferry built 1"), collected(
                List.of(dated("a", "Ferry found", 2021), dated("b", "Ferry lost", 2024),
                        dated("c", "Ferry built", 2019)),
                "ferry"));
    }

    @Test
    void equalHeadlinesAreOneTextWithTheirCount() throws IOException {
        assertEquals(List.of("Ferry times 3", "Ferry lost 1"),
                collected(List.of(dated("a", "Ferry times", 2024), dated("b", "Ferry times", 2023),
                        dated("c", "Ferry times", 2022), dated("d", "Ferry lost", 2020)), "ferry"));
    }

    @Test
    void postsWithoutAHeadlineGiveNone() throws IOException {
        assertEquals(List.of(), collected(List.of(post("a", "", "Ferry lost").build(),
                post("b", "  ", "Ferry lost").build()), "ferry"));
    }

    @Test
    void authorsSectionsAndTagsAreNamesCountedByPostsWithoutCase() throws IOException {
        assertEquals(List.of("Sea 3"), collected(List.of(post("a", "x", "x").tags(List.of("Sea")).build(),
                post("b", "x", "x").categories(List.of("sea")).build(),
                post("c", "x", "x").authors(List.of("SEA")).build()), "sea"));
    }

    @Test
    void ofNamesTheMostFrequentComeFirst() throws IOException {
        List<Post> posts = List.of(post("a", "x", "x").tags(List.of("sea wall", "sea level")).build(),
                post("b", "y", "y").tags(List.of("sea level")).build(),
                post("c", "z", "z").tags(List.of("sea level", "sea ice", "sea wall")).build());
        assertEquals(List.of("sea level 3", "sea wall 2", "sea ice 1"), collected(posts, "sea "));
    }

    @Test
    void aPhraseOfFiveHeadlinesIsAName() throws IOException {
        List<String> found = collected(titled(WALLS), "harbour w");
        assertEquals(6, found.size());
        assertEquals("harbour wall 5", found.getLast());
        assertEquals(4, collected(titled(WALLS.subList(0, 4)), "harbour w").size(), "four headlines and no name");
    }

    @Test
    void aPhraseDoesNotBeginOrEndWithAStopWordOrALetter() throws IOException {
        assertEquals(List.of("Lights for the harbour 1", "Money for the harbour 1", "New cranes for the harbour 1",
                "Nobody for the harbour 1", "Rules for the harbour 1"),
                collected(
                        titled(List.of("Lights for the harbour", "Money for the harbour", "New cranes for the harbour",
                                "Nobody for the harbour", "Rules for the harbour")),
                        "for the").stream().sorted().toList());
        assertEquals(5, collected(titled(List.of("Plan B fails", "At last a plan B", "No plan B for Orsa",
                "Plan B costs more", "Carrow has a plan B")), "plan b").size());
    }

    @Test
    void aStopWordMayStandWithinAPhrase() throws IOException {
        List<String> found = collected(titled(List.of("A quay at sea", "The quay at sea opens", "Old quay at sea sold",
                "Quay at sea, again", "Storm hits quay at sea")), "quay at");
        assertEquals(6, found.size());
        assertEquals("quay at sea 5", found.getLast());
    }

    @Test
    void aTagThatIsAPhraseTooKeepsTheGreaterCount() throws IOException {
        List<Post> posts = new ArrayList<>(titled(WALLS));
        posts.add(post("tag", "x", "x").tags(List.of("Harbour wall")).build());
        assertEquals("Harbour wall 5", collected(posts, "harbour w").getLast());
    }

    @Test
    void postsThatMayNotBeSeenYetGiveNothing() throws IOException {
        Post later = post("later", "Secret ferry", "x").tags(List.of("secret tag"))
                .visibleFrom(SmallArchive.NOW.plusSeconds(9)).build();
        Post since = post("since", "Secret boat", "x").visibleFrom(SmallArchive.NOW.minusSeconds(9)).build();
        assertEquals(List.of("Secret boat 1"), collected(List.of(later, since), "secret"));
    }

    @Test
    void copiesOfAStoryAreOfferedOnce() throws IOException {
        String story = "The night ferry to Orsa sails again from Monday, the harbour office said, after six weeks in the "
                + "dry dock at Carrow where its second engine was taken out, cleaned and put back.";
        List<Post> posts = List.of(post("a", "Ferry to Orsa sails again", story).build(),
                post("b", "Ferry to Orsa sails from Monday", story).build());
        assertEquals(1, collected(posts, "ferry").size());
    }

    @Test
    void anEmptyArchiveGivesNothing() throws IOException {
        try (MadeIndex index = new MadeIndex(folder, List.of())) {
            assertEquals(List.<Suggestion>of(), index.completions().of("ferry", 5));
        }
    }
}
