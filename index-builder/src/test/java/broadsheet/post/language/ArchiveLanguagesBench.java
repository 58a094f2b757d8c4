package broadsheet.post.language;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.archive.Archive;
import broadsheet.archive.SharedArchives;
import broadsheet.post.Post;
import broadsheet.post.PostFile;
import broadsheet.post.ReadOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How often the archive's decision is right: on English news of a sentence or two, and on an archive of six languages. */
@Tag("bench")
class ArchiveLanguagesBench {

    private static final Path SHARED = Path.of("../../shared");
    private static final JsonMapper JSON = new JsonMapper();
    private static final long SEED = 20240301;

    @TempDir
    Path folder;

    /**
     * One post and its language.
     *
     * @param truth as the corpus or the post's own front matter has it
     */
    private record Judged(String truth, String title, String body) {}

    @Test
    void englishNewsIsEnglish() throws IOException {
        double wrong = wrong(corpus("agnews", "en"), "agnews");
        assertTrue(wrong <= 0.001, "wrong: " + wrong);
    }

    @Test
    void aMixedArchiveIsReadInItsLanguages() throws IOException {
        double wrong = wrong(mixed(), "mixed, whole posts and single sentences");
        assertTrue(wrong <= 0.02, "wrong: " + wrong);
    }

    /** Whole posts of all, and for half of them no more than the headline and one sentence. */
    private List<Judged> mixed() throws IOException {
        Random random = new Random(SEED);
        List<Judged> all = new ArrayList<>();
        all.addAll(some(corpus("agnews", "en"), 2000, random));
        all.addAll(some(corpus("bbc", "en"), 1000, random));
        all.addAll(some(corpus("crud_zh", "zh"), 1500, random));
        all.addAll(some(archive("tableless-pt", "pt"), 1500, random));
        all.addAll(archive("bitcoinops-newsletters", ""));
        List<Judged> mixed = new ArrayList<>();
        for (Judged each : all) {
            mixed.add(random.nextBoolean() ? each : new Judged(each.truth, each.title, sentence(each.body, random)));
        }
        return mixed;
    }

    private static String sentence(String body, Random random) {
        List<String> sentences = new ArrayList<>();
        for (String each : body.split("(?<=[.!?。！？])\\s*|\\n+")) {
            if (each.length() >= 15 && each.length() <= 250) {
                sentences.add(each);
            }
        }
        return sentences.isEmpty() ? body : sentences.get(random.nextInt(sentences.size()));
    }

    private static double wrong(List<Judged> posts, String name) {
        ArchiveLanguages archive = new ArchiveLanguages();
        long start = System.nanoTime();
        List<String> signs = posts.stream().map(post -> LanguageGuess.signs(post.title, post.body)).toList();
        long guessed = System.nanoTime();
        signs.forEach(archive::add);
        ArchiveLanguages.Decision decision = archive.decide();
        long decided = System.nanoTime();
        int wrong = 0;
        Map<String, Integer> each = new TreeMap<>();
        for (int i = 0; i < signs.size(); i++) {
            String found = decision.of(signs.get(i));
            if (!found.equals(posts.get(i).truth)) {
                wrong++;
                each.merge(posts.get(i).truth + ">" + found, 1, Integer::sum);
                if (Boolean.getBoolean("show")) {
                    System.out
                            .println(found + " " + signs.get(i) + " | " + posts.get(i).title.replace('\n', ' ') + " | "
                                    + posts.get(i).body.substring(0, Math.min(100, posts.get(i).body.length()))
                                            .replace('\n', ' '));
                }
            }
        }
        System.out.printf(Locale.ROOT,
                "%s: %d of %d wrong (%.4f) %s; guessed in %.1f µs a post, decided in %d ms, %d signs%n",
                name, wrong, posts.size(), (double) wrong / posts.size(), each, (guessed - start) / 1e3 / posts.size(),
                (decided - guessed) / 1_000_000, signs.stream().distinct().count());
        return (double) wrong / posts.size();
    }

    private static List<Judged> some(List<Judged> posts, int count, Random random) {
        List<Judged> copy = new ArrayList<>(posts);
        java.util.Collections.shuffle(copy, random);
        return copy.subList(0, Math.min(count, copy.size()));
    }

    private static List<Judged> corpus(String name, String language) throws IOException {
        Path file = SHARED.resolve("corpora/" + name + "/" + name + ".jsonl.gz");
        assumeTrue(Files.exists(file), () -> file + " is not there");
        List<Judged> posts = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode post = JSON.readTree(line);
                posts.add(new Judged(language, post.path("title").asString(""), post.path("body").asString("")));
            }
        }
        return posts;
    }

    /** @param language of all posts; empty where each names its own */
    private List<Judged> archive(String name, String language) throws IOException {
        assumeTrue(Files.exists(SHARED.resolve("archives")), "no archives beside the checkout");
        Archive archive = Archive.open(List.of(SharedArchives.unpacked(name, folder)), ReadOptions.defaults());
        List<Judged> posts = new ArrayList<>();
        for (PostFile file : archive.files()) {
            for (Post post : archive.read(file).posts()) {
                posts.add(new Judged(language.isEmpty() ? post.lang() : language, post.title(), post.body()));
            }
        }
        return posts;
    }
}
