package broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StoryGrouperTest {

    private static final String FERRY = "The night ferry to Orsa sails again from Monday, the harbour office said, after "
            + "six weeks in the dry dock at Carrow where its second engine was taken out, cleaned and put back.";

    static Stories group(List<Post> posts) {
        SketchMaker maker = new SketchMaker();
        StoryGrouper grouper = new StoryGrouper();
        posts.forEach(post -> grouper.add(maker.of(post)));
        return grouper.group();
    }

    /** The groups, by ids. */
    static Set<Set<String>> ids(List<Post> posts) {
        Set<Set<String>> groups = new HashSet<>();
        group(posts).stories().forEach(story -> groups
                .add(new TreeSet<>(Arrays.stream(story.posts()).mapToObj(number -> posts.get(number).id()).toList())));
        return groups;
    }

    private static Post post(String id, String title, String body) {
        return MadeStories.post(id, title, body);
    }

    @Test
    void copiesAreOneStoryWhateverTheirPrefixAndOpening() {
        assertEquals(Set.of(Set.of("a", "b", "c")), ids(List.of(post("a", "Breaking: Night ferry back", FERRY),
                post("b", "Update: Night ferry back", "Here is what we know: " + FERRY),
                post("c", "Orsa: Boat sails", FERRY.substring(0, 160)),
                post("d", "Night ferry back",
                        "Timetables will be printed by the end of the week, if the ink comes."))));
    }

    @Test
    void aPostOfHeadlineAndExcerptAloneTellsTheStoryOfTheWholeText() {
        String excerpt = FERRY.substring(0, 150);
        Post whole = Post.builder("whole").title("Night ferry back").excerpt(excerpt)
                .body(FERRY + " " + new MadeStories(1).text(400)).build();
        Post film = Post.builder("film").title("Update: Night ferry back").excerpt(excerpt).body("Watch: " + excerpt)
                .build();
        assertEquals(Set.of(Set.of("whole", "film")), ids(List.of(whole, film)));
    }

    @Test
    void reportsThatDifferInTheirNumbersAreNotCopies() {
        String report = "The harbour office counted %s ships and %s boats in the week, and %s tons of herring were "
                + "landed at the new quay, more than in the week before, while the price stayed where it was.";
        assertEquals(Set.of(), ids(List.of(post("1", "Herring landed", report.formatted("14", "203", "1,200")),
                post("2", "Herring landed", report.formatted("19", "187", "980")))));
    }

    @Test
    void theVerySameTextIsACopyHoweverMuchLaterAndTheNextReportIsNot() {
        String notice = "The harbour office says that the tide is high at %s on %s, and asks the owners of boats at the "
                + "old quay to look after their ropes until the pilots have come in.";
        assertEquals(Set.of(Set.of("1", "2")), ids(List.of(dated("1", notice.formatted("10.40", "Monday"), 3),
                dated("2", notice.formatted("10.40", "Monday"), 200),
                dated("3", notice.formatted("11.20", "Friday"), 207))));
    }

    @Test
    void scoresOfOtherGamesBelowALongTextMakeNoOtherReport() {
        String game = new MadeStories(3).text(200);
        String report = "Harrow won by 3-0 before 412 people. " + game;
        assertEquals(Set.of(Set.of("1", "2")), ids(List.of(dated("1", report, 3),
                dated("2", report + " Orsa 5-1 Brent. Fares rise by 5.05 crowns.", 200),
                dated("3", "Harrow won by 4-2 before 377 people. " + game, 207))));
    }

    private static Post dated(String id, String body, int day) {
        return Post.builder(id).title("High tide at the quay").body(body)
                .date(Instant.parse("2024-01-01T12:00:00Z").plus(Duration.ofDays(day))).build();
    }

    @Test
    void aTextUnderAnotherHeadlineThatSaysNothingOfItIsACopy() {
        assertEquals(Set.of(Set.of("1", "2")), ids(List.of(post("1", "Night ferry back", FERRY),
                post("2", "After the long wait", FERRY))));
    }

    @Test
    void oneSentenceUnderManyHeadlinesMakesNoStory() {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            posts.add(post("p" + i, new MadeStories(i).text(6), "Most readers of this page also read our newsletter, "
                    + "which comes out every Friday and costs nothing but your address."));
        }
        assertEquals(Set.of(), ids(posts));
    }

    @Test
    void aStoryOfFortyCopiesIsOneStory() {
        List<Post> posts = new ArrayList<>();
        MadeStories made = new MadeStories(5);
        for (int i = 0; i < 40; i++) {
            posts.add(post("p" + i, "Night ferry to Orsa back", made.text(6) + FERRY + made.text(3)));
        }
        assertEquals(1, ids(posts).size());
        assertEquals(40, ids(posts).iterator().next().size());
    }

    @Test
    void prefixesAreLearntFromHeadlinesThatAreOtherwiseEqual() {
        String tram = "A tram on line two stood for three hours because a swan had settled on the rails.";
        Stories stories = group(List.of(post("a", "Breaking: Night ferry back", FERRY),
                post("b", "Update: Night ferry back", FERRY), post("c", "Big News: Night ferry back", FERRY),
                post("d", "Orsa: A swan on the rails", tram), post("e", "Orsa: A swan on the rails", tram)));
        assertEquals(Set.of("breaking", "update", "big news"), stories.prefixes());
    }

    @Test
    void theHeadlineThatTheBodyBearsOutIsShown() {
        String body = "New Harrow has a new bridge, a reporter wrote, and children crossed it first. " + FERRY;
        Stories stories = group(List.of(post("a", "Breaking: Latest Harrow has a bridge", body),
                post("b", "Update: New Harrow has a bridge", body), post("c", "Bridge opened for kids at last", body)));
        Stories.Story story = stories.stories().get(0);
        for (int i = 0; i < 3; i++) {
            int shown = story.posts()[story.headlines()[i]];
            assertEquals(story.posts()[i] == 2 ? 2 : 1, shown);
        }
    }

    @Test
    void theOrderOfPostsDoesNotMatter() {
        List<Post> posts = new ArrayList<>();
        MadeStories made = new MadeStories(11);
        for (int i = 0; i < 200; i++) {
            String text = made.text(made.between(20, 120));
            String title = made.headline(text);
            posts.add(post("a" + i, title, text));
            posts.add(post("b" + i, title, made.text(made.between(2, 60)) + text));
        }
        Set<Set<String>> first = ids(posts);
        Collections.shuffle(posts, new Random(3));
        assertEquals(first, ids(posts));
        assertTrue(first.size() > 100);
    }

    /** Planted copies of seven kinds among 400 stories; kinds from {@code other} on are no copies. */
    @Test
    void plantedCopiesAreFoundAndOnlyThose() {
        long seed = 20261123;
        MadeStories made = new MadeStories(seed);
        String boilerplate = made.text(45);
        List<Post> posts = new ArrayList<>();
        Set<String> planted = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            String text = made.text(made.between(60, 500));
            String title = made.headline(text);
            boolean closes = i % 4 == 0;
            String body = closes ? text + boilerplate : text;
            posts.add(post(i + "-first", title, body));
            switch (i % 7) {
                case 0 -> posts.add(post(i + "-exact", title, body));
                case 1 -> posts.add(post(i + "-headline", made.headline(text), body));
                case 2 -> posts.add(post(i + "-tail", title, text.substring(0, text.length() * 7 / 10)));
                case 3 -> posts.add(post(i + "-corrected", title, made.corrected(body)));
                case 4 -> posts.add(post(i + "-opening", title, made.text(made.between(5, 20)) + body));
                case 5 -> posts.add(post(i + "-other-retold", title, made.retold(text)));
                default -> posts.add(post(i + "-other-boilerplate", made.headline(boilerplate),
                        made.text(30) + boilerplate));
            }
            if (i % 7 < 5) {
                planted.add(i + "");
            }
        }
        Set<String> found = new HashSet<>();
        int wrong = 0;
        for (Set<String> group : ids(posts)) {
            Set<String> stories = new HashSet<>(group.stream().map(id -> id.substring(0, id.indexOf('-'))).toList());
            boolean right = stories.size() == 1 && planted.containsAll(stories) && group.size() == 2;
            found.addAll(right ? stories : Set.of());
            wrong += right ? 0 : 1;
        }
        double precision = found.size() / (double) (found.size() + wrong);
        double recall = found.size() / (double) planted.size();
        System.out.printf("planted: precision %.4f, recall %.4f, seed %d%n", precision, recall, seed);
        assertTrue(precision >= .98, "precision " + precision + ", seed " + seed);
        assertTrue(recall >= .95, "recall " + recall + ", seed " + seed);
    }
}
