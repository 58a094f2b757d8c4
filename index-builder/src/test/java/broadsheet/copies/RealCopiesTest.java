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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
     * What exact counting calls copies, boilerplate left out, against what is grouped. Printed are the recall of all such
     * pairs and of those with boilerplate; held is that of the pairs which a person did not read as two stories.
     */
    @ParameterizedTest
    @ValueSource(strings = {"agnews", "reuters21578"})
    void whatExactCountingFindsIsGroupedUnlessItTellsTwoStories(String corpus) throws IOException {
        List<Post> posts = SharedTexts.corpus(corpus);
        int[] group = groups(posts);
        Set<String> read = new HashSet<>(golden("read-misses.tsv"));
        int[] rare = new int[2];
        int[] plain = new int[2];
        int[] one = new int[2];
        for (Pair pair : new ExactCopies(posts).pairs(.2)) {
            int found = group[pair.left()] == group[pair.right()] ? 1 : 0;
            String ids = corpus + "\t" + posts.get(pair.left()).id() + "\t" + posts.get(pair.right()).id();
            count(plain, pair.all() >= .5, found);
            count(rare, pair.rare() >= .5, found);
            count(one, pair.rare() >= .5 && !read.contains(ids + "\tother"), found);
        }
        System.out.printf(
                "%s: %d of %d pairs, recall %.4f; with boilerplate %d of %d, %.4f; one story by reading %.4f%n",
                corpus, rare[1], rare[0], recall(rare), plain[1], plain[0], recall(plain), recall(one));
        assertTrue(recall(one) >= .97, corpus + ": recall " + recall(one));
    }

    private static void count(int[] pairsAndFound, boolean counts, int found) {
        pairsAndFound[0] += counts ? 1 : 0;
        pairsAndFound[1] += counts ? found : 0;
    }

    private static double recall(int[] pairsAndFound) {
        return pairsAndFound[1] / (double) pairsAndFound[0];
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

    /**
     * The share of the grouped pairs that a person read as one story, each drawn pair counted for those it stands for:
     * once as the one who made the rule read them, once as a reader did who had not seen it. Printed is also which share
     * of the pairs of one story is grouped.
     */
    @ParameterizedTest
    @CsvSource({"agnews, read-pairs.tsv", "reuters21578, read-pairs.tsv", "agnews, judged-pairs.tsv",
            "reuters21578, judged-pairs.tsv"})
    void pairsThatAPersonReadAreGroupedRightly(String corpus, String file) throws IOException {
        Map<String, Integer> group = groupsById(SharedTexts.corpus(corpus));
        int pairs = 0;
        double together = 0;
        double right = 0;
        double same = 0;
        for (String line : golden(file)) {
            String[] words = line.split("\t");
            if (!words[0].equals(corpus)) {
                continue;
            }
            double weight = Double.parseDouble(words[1]);
            boolean one = words[4].equals("same");
            same += one ? weight : 0;
            if (group.get(words[2]).equals(group.get(words[3]))) {
                pairs++;
                together += weight;
                right += one ? weight : 0;
            }
        }
        double precision = right / together;
        System.out.printf(
                "%s, %s: %d read pairs grouped, precision %.4f, of one story %.4f grouped%n",
                corpus, file, pairs, precision, right / same);
        assertTrue(pairs >= 65, pairs + " of the pairs are grouped");
        assertTrue(precision >= .95, "precision " + precision);
    }

    /**
     * The draw of 80 was kind to the rule: when all grouped pairs of this corpus were gone through, 71 of 797 told two
     * stories, a precision of .911 where .95 is wanted. Most are price lists of another hour, reports of another week,
     * and like dividends or bonds of two issuers. A grouped pair that is not in the file counts as wrong: judge it, add
     * it, and raise the floor with the figure.
     */
    @Test
    void groupedPairsTellOneStoryAsOftenAsWhenAllWereJudged() throws IOException {
        Map<String, Integer> group = groupsById(SharedTexts.corpus("reuters21578"));
        long grouped = group.values().stream().collect(Collectors.groupingBy(n -> n, Collectors.counting())).values()
                .stream().mapToLong(size -> size * (size - 1) / 2).sum();
        Map<String, Long> judged = golden("judged-groups.tsv").stream().map(line -> line.split("\t"))
                .filter(words -> group.get(words[0]).equals(group.get(words[1])))
                .collect(Collectors.groupingBy(words -> words[2], Collectors.counting()));
        long same = judged.getOrDefault("same", 0L);
        long other = judged.getOrDefault("other", 0L);
        System.out.printf(
                "reuters21578: of %d grouped pairs %d tell one story, %d two, %d not judged; precision %.4f%n",
                grouped, same, other, grouped - same - other, same / (double) grouped);
        assertTrue(same >= .9 * grouped, same + " of " + grouped);
    }

    private static Map<String, Integer> groupsById(List<Post> posts) {
        int[] groups = groups(posts);
        Map<String, Integer> byId = new HashMap<>();
        for (int i = 0; i < groups.length; i++) {
            byId.put(posts.get(i).id(), groups[i]);
        }
        return byId;
    }

    private static List<String> golden(String name) throws IOException {
        try (var in = RealCopiesTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#"))
                    .toList();
        }
    }
}
