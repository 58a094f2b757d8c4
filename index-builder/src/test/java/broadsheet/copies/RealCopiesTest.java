package broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.copies.ExactCopies.Pair;
import broadsheet.post.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Copies in real news, where it stands beside the checkout. */
class RealCopiesTest {

    /** For each post, the number of its group; different negative numbers where it has none. */
    private static int[] groups(List<Post> posts) {
        int[] group = new int[posts.size()];
        Arrays.setAll(group, i -> -i - 1);
        int number = 0;
        for (Stories.Story story : StoryGrouperTest.group(posts).stories()) {
            for (int post : story.posts()) {
                group[post] = number;
            }
            number++;
        }
        return group;
    }

    /**
     * What exact counting calls copies, by the same rule: sketches lose less than three in a hundred. Left out are the
     * pairs that headlines or numbers tell apart, which no counting of words knows of.
     */
    @ParameterizedTest
    @ValueSource(strings = {"agnews", "reuters21578"})
    void sketchesFindWhatExactCountingFinds(String corpus) throws IOException {
        List<Post> posts = SharedTexts.corpus(corpus);
        int[] group = groups(posts);
        SketchMaker maker = new SketchMaker();
        List<Sketch> sketches = posts.stream().map(maker::of).toList();
        int expected = 0;
        int found = 0;
        for (Pair pair : new ExactCopies(posts).pairs(.5)) {
            Sketch left = sketches.get(pair.left());
            Sketch right = sketches.get(pair.right());
            if (pair.rare() >= .5 && !Comparison.areToldApart(left, right)) {
                expected++;
                found += group[pair.left()] == group[pair.right()] ? 1 : 0;
            }
        }
        double recall = found / (double) expected;
        System.out.printf("%s: %d of %d pairs found, recall %.4f%n", corpus, found, expected, recall);
        assertTrue(recall >= .97, corpus + ": recall " + recall);
    }

    @Test
    void aFeedsArchiveFallsIntoItsStories(@TempDir Path folder) throws IOException {
        List<Post> posts = SharedTexts.archive("badely-like", folder);
        Map<String, String> article = new HashMap<>();
        Map<String, Set<String>> near = new HashMap<>();
        long pairs = 0;
        for (JsonNode line : SharedTexts.lines("archives/badely-like.same.jsonl.gz")) {
            String name = line.path("article").asString();
            line.path("posts").forEach(post -> article.put(post.asString(), name));
            Set<String> others = new HashSet<>();
            line.path("near").forEach(other -> others.add(other.asString()));
            near.put(name, others);
            long size = line.path("posts").size();
            pairs += size * (size - 1) / 2;
        }
        Stories stories = StoryGrouperTest.group(posts);
        long right = 0;
        long wrong = 0;
        for (Stories.Story story : stories.stories()) {
            List<String> articles = Arrays.stream(story.posts()).mapToObj(n -> article.get(posts.get(n).id())).toList();
            for (int i = 0; i < articles.size(); i++) {
                for (String other : articles.subList(i + 1, articles.size())) {
                    String one = articles.get(i);
                    right += one.equals(other) ? 1 : 0;
                    wrong += one.equals(other) || near.get(one).contains(other) || near.get(other).contains(one)
                            ? 0
                            : 1;
                }
            }
        }
        double precision = right / (double) (right + wrong);
        double recall = right / (double) pairs;
        System.out.printf("badely-like: precision %.4f, recall %.4f%n", precision, recall);
        assertTrue(precision >= .995, "precision " + precision);
        assertTrue(recall >= .99, "recall " + recall);
        assertEquals(Set.of("breaking", "update", "latest", "new", "big news"), stories.prefixes());
    }

    /** Pairs that a person read: {@code corpus left right same|other}. */
    @Test
    void pairsThatAPersonReadAreGroupedRightly() throws IOException {
        Map<String, Map<String, Integer>> groupOf = new HashMap<>();
        int together = 0;
        int right = 0;
        for (String line : golden()) {
            String[] words = line.split("\t");
            Map<String, Integer> group = groupOf.get(words[0]);
            if (group == null) {
                group = groupsById(SharedTexts.corpus(words[0]));
                groupOf.put(words[0], group);
            }
            if (group.get(words[1]).equals(group.get(words[2]))) {
                together++;
                right += words[3].equals("same") ? 1 : 0;
            }
        }
        double precision = right / (double) together;
        System.out.printf("read pairs: %d grouped, precision %.4f%n", together, precision);
        assertTrue(together >= 90, together + " of the pairs are grouped");
        assertTrue(precision >= .95, "precision " + precision);
    }

    private static Map<String, Integer> groupsById(List<Post> posts) {
        int[] groups = groups(posts);
        Map<String, Integer> byId = new HashMap<>();
        for (int i = 0; i < groups.length; i++) {
            byId.put(posts.get(i).id(), groups[i]);
        }
        return byId;
    }

    private static List<String> golden() throws IOException {
        try (var in = RealCopiesTest.class.getResourceAsStream("read-pairs.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#"))
                    .toList();
        }
    }
}
