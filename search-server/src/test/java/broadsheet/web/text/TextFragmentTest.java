package broadsheet.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.IndexBuild;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.search.Hit;
import broadsheet.search.Hit.Snippet;
import broadsheet.search.SearchRequest;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The links of snippets against the posts as their site shows them: of 100 at least 99 find their place. */
class TextFragmentTest {

    private static final Path SHARED = Path.of("../../shared/archives");

    /** A query and one of its hits. */
    private record Pair(String query, Hit hit) {}

    @Test
    void theFragmentOfALinkStandsInTheRenderedPost(@TempDir Path folder) throws IOException {
        fragmentsStand("18f-blog", 50, folder);
    }

    @Test
    @Tag("bench")
    void theFragmentsOfManyLinksStandInTheRenderedPost(@TempDir Path folder) throws IOException {
        fragmentsStand("18f-blog", 200, folder);
    }

    @Test
    @Tag("bench")
    void theFragmentOfALinkStandsInTheRenderedPostOfALargeArchive(@TempDir Path folder) throws IOException {
        fragmentsStand("opensuse-news", 200, folder);
    }

    private static void fragmentsStand(String name, int count, Path folder) throws IOException {
        assumeTrue(Files.exists(SHARED.resolve(name + ".tar.gz")), () -> "no archive " + name + " in " + SHARED);
        Path archive = unpacked(name, folder);
        Map<String, Path> files = files(archive);
        Path index = folder.resolve("index");
        new IndexBuild(LucenePostIndexer::open).run(BuildOptions.of(List.of(archive), index), BuildListener.NONE);
        long seed = Long.getLong("seed", 20261123);
        List<Pair> pairs = pairs(index, List.copyOf(files.values()), count, new Random(seed));
        PostPages pages = PostPages.of(
                pairs.stream().map(pair -> files.get(fileName(pair.hit().post().id()))).toList());
        int links = 0;
        List<String> missed = new ArrayList<>();
        for (Pair pair : pairs) {
            RenderedPost page = pages.page(files.get(fileName(pair.hit().post().id())));
            for (Snippet snippet : pair.hit().snippets()) {
                String link = PostLink.to(fileName(pair.hit().post().id()), snippet);
                if (link.contains(":~:text=")) {
                    links++;
                    missed.addAll(page.has(link) ? List.of() : List.of(link));
                }
            }
        }
        System.out.printf("%s: %d pairs, %d of %d fragments stand in the rendered post, seed %d, not %s%n", name,
                pairs.size(), links - missed.size(), links, seed, missed);
        assertTrue(links >= .7 * count, links + " links");
        assertTrue(missed.size() <= .01 * links, name + ": not found are " + missed + ", seed " + seed);
    }

    private static Path unpacked(String name, Path into) throws IOException {
        Path folder = Files.createDirectories(into.resolve(name));
        try {
            int code = new ProcessBuilder("tar", "-xzf", SHARED.resolve(name + ".tar.gz").toAbsolutePath().toString(),
                    "-C", folder.toString()).inheritIO().start().waitFor();
            assertEquals(0, code, "tar");
            return folder;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static String fileName(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static Map<String, Path> files(Path archive) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(archive)) {
            all.filter(file -> file.toString().matches(".*\\.(md|markdown)")).sorted()
                    .forEach(file -> files.put(file.getFileName().toString(), file));
        }
        return files;
    }

    /** Two words that follow one another in some post, and one of the first ten hits. */
    private static List<Pair> pairs(Path index, List<Path> files, int count, Random random)
            throws IOException {
        List<Pair> pairs = new ArrayList<>();
        try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
            while (pairs.size() < count) {
                String[] words = Files.readString(files.get(random.nextInt(files.size())), StandardCharsets.UTF_8)
                        .replaceAll("(?s)^---.*?\n---", "").replaceAll("[^\\p{L} ]+", " ").strip().split(" +");
                if (words.length > 20) {
                    int at = random.nextInt(words.length - 1);
                    String query = words[at] + " " + words[at + 1];
                    List<Hit> hits = engine.search(SearchRequest.of(query)).hits();
                    if (!hits.isEmpty()) {
                        pairs.add(new Pair(query, hits.get(random.nextInt(hits.size()))));
                    }
                }
            }
        }
        return pairs;
    }
}
