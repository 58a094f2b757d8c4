package broadsheet.compare;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two jars give the same: indexes, answers, what commands print. Run once for a change that must change nothing:
 *
 * <pre>
 * mvn test -P bench -Dtest=BeforeAfterBench -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dcompare.before=/jars/old.jar -Dcompare.after=/jars/new.jar
 * </pre>
 *
 * Both should be copies outside {@code target}, where a build would write over them. Each jar indexes the archive and
 * serves its own index; both servers are asked the same at the same moment. Every byte of an answer must be equal; only
 * {@code tookMillis}, the time when the index was built, and the headers {@code Date}, {@code ETag} and
 * {@code Content-Length} are left out. What differs is asked twice more, since a post's score falls from second to second
 * as it ages; answers that are equal then are counted and shown apart, and one in a thousand is allowed. Of the indexes
 * everything is compared: Lucene's own counts, each term's postings, each post's fields and values, the files' bytes.
 *
 * <p>{@code -Dcompare.seed=2} takes another seed for Lucene's hash codes, see {@link Jar}.
 */
@Tag("bench")
class BeforeAfterBench {

    private static final Path SHARED = Path.of("../../shared");
    private static final int RULES = 60;
    private static final int UNSTEADY_OF = 1_000;
    /** Queries with more than a thousand hits. */
    private static final List<String> DEEP = List.of("", "the", "news OR today", "20*");

    @TempDir
    private Path folder;

    @BeforeEach
    void needsTwoJars() {
        assumeTrue(System.getProperties().keySet().containsAll(List.of("compare.before", "compare.after")),
                "nothing is compared: -Dcompare.before=JAR and -Dcompare.after=JAR name the jars");
    }

    @Test
    void agNewsIsAnsweredAsBefore() throws IOException, InterruptedException {
        Path corpus = shared("corpora/agnews/agnews.jsonl.gz");
        Path posts = folder.resolve("posts");
        NewsPosts.write(corpus, posts);
        compare("AG News", posts, QueryTexts.spread(shared("queries"), 2_000));
    }

    @Test
    void opensuseNewsIsAnsweredAsBefore() throws IOException, InterruptedException {
        Path posts = folder.resolve("posts");
        NewsPosts.unpack(shared("archives/opensuse-news.tar.gz"), posts);
        compare("opensuse-news", posts, QueryTexts.spread(shared("queries"), 500));
    }

    @Test
    void everyArchiveIsIndexedAsBefore() throws IOException, InterruptedException {
        List<Path> packed;
        try (Stream<Path> found = Files.list(shared("archives"))) {
            packed = found.filter(file -> file.toString().endsWith(".tar.gz")).sorted().toList();
        }
        List<Report> reports = new ArrayList<>();
        for (Path archive : packed) {
            String name = archive.getFileName().toString().replace(".tar.gz", "");
            Path posts = folder.resolve(name + "-posts");
            NewsPosts.unpack(archive, posts);
            Report report = new Report(name);
            Jars jars = jars(name);
            jars.index(posts, report);
            jars.commands(posts, report);
            reports.add(report);
        }
        finish(reports);
    }

    private void compare(String title, Path posts, List<String> queries) throws IOException, InterruptedException {
        Report indexes = new Report(title + ", indexes and commands");
        Jars jars = jars("jars");
        jars.index(posts, indexes);
        jars.commands(posts, indexes);
        Report answers = new Report(title + ", answers to " + queries.size() + " queries");
        List<String> some = OwnerRules.holdable(queries, RULES);
        Map<String, String> pins = new LinkedHashMap<>();
        try (RunningJar before = jars.before().serve(List.of()); RunningJar after = jars.after().serve(List.of())) {
            Asking asking = new Asking(before, after, answers);
            asking.fixed();
            asking.all(queries);
            DEEP.forEach(asking::deep);
            some.forEach(query -> lastHit(asking.plain(query)).ifPresent(id -> pins.put(query, id)));
        }
        Report ruled = ruled(title, jars, some, pins);
        jars.indexAgain(posts, indexes);
        finish(List.of(indexes, answers, ruled));
    }

    /** The same queries with pins and synonyms made of them; some answers at least must show that they are used. */
    private static Report ruled(String title, Jars jars, List<String> queries, Map<String, String> pins)
            throws IOException {
        jars.rules(queries, pins);
        Report report = new Report(title + ", answers with synonyms and pins");
        List<String> rules = List.of("--synonyms", OwnerRules.SYNONYMS, "--pins", OwnerRules.PINS);
        try (RunningJar before = jars.before().serve(rules); RunningJar after = jars.after().serve(rules)) {
            Asking asking = new Asking(before, after, report);
            asking.all(queries);
            String answers = queries.stream().map(query -> asking.plain(query).toString())
                    .collect(Collectors.joining());
            assertTrue(answers.contains("\"pinned\":true"), "no pin was used");
            assertTrue(answers.contains("\"code\":\"synonyms\""), "no synonym was used");
        }
        return report;
    }

    private static Optional<String> lastHit(JsonNode answer) {
        JsonNode hits = answer.path("hits");
        return hits.isEmpty() ? Optional.empty() : Optional.of(hits.path(hits.size() - 1).path("id").asString());
    }

    private static void finish(List<Report> reports) {
        reports.forEach(System.out::print);
        for (Report report : reports) {
            assertTrue(report.different() == 0 && report.compared() > 0, report.toString());
            assertTrue(report.unsteady() * UNSTEADY_OF <= report.compared(), report.toString());
        }
    }

    private Jars jars(String name) throws IOException {
        return new Jars(jar("before", folder.resolve(name)), jar("after", folder.resolve(name)));
    }

    private static Jar jar(String name, Path folder) throws IOException {
        String file = System.getProperty("compare." + name);
        assertTrue(Files.isRegularFile(Path.of(file)), "compare." + name + ": " + file + " is no file");
        return new Jar(name, Path.of(file).toAbsolutePath(), Files.createDirectories(folder.resolve(name)));
    }

    private static Path shared(String path) {
        Path found = SHARED.resolve(path);
        assumeTrue(Files.exists(found), found + " is not here, so nothing is compared on it");
        return found;
    }
}
