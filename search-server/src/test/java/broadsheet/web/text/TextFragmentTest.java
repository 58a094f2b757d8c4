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

/**
 * The links of snippets against the posts as their site shows them. Apart are the words that stand for a picture: they are
 * found and shown, as they say what it shows, but the page has them nowhere for a browser to scroll to.
 */
class TextFragmentTest {

    private static final Path SHARED = Path.of("../../shared/archives");
    private static final int PAIRS = 200;

    /** A query and one of its hits. */
    private record Pair(String query, Hit hit) {}

    @Test
    void theFragmentOfALinkStandsInTheRenderedPost(@TempDir Path folder) throws IOException {
        fragmentsStand("18f-blog", folder);
    }

    @Test
    @Tag("bench")
    void theFragmentOfALinkStandsInTheRenderedPostOfALargeArchive(@TempDir Path folder) throws IOException {
        fragmentsStand("opensuse-news", folder);
    }

    private static void fragmentsStand(String name, Path folder) throws IOException {
        assumeTrue(Files.exists(SHARED.resolve(name + ".tar.gz")), () -> "no archive " + name + " in " + SHARED);
        Path archive = unpacked(name, folder);
        Map<String, Path> files = files(archive);
        Path index = folder.resolve("index");
        new IndexBuild(LucenePostIndexer::open).run(BuildOptions.of(List.of(archive), index), BuildListener.NONE);
        long seed = Long.getLong("seed", 20261123);
        List<Pair> pairs = pairs(index, List.copyOf(files.values()), new Random(seed));
        PostPages pages = PostPages.of(
                pairs.stream().map(pair -> files.get(fileName(pair.hit().post().id()))).toList());
        int links = 0;
        int pictures = 0;
        List<String> missed = new ArrayList<>();
        for (Pair pair : pairs) {
            RenderedPost page = pages.page(files.get(fileName(pair.hit().post().id())));
            for (Snippet snippet : pair.hit().snippets()) {
                String link = PostLink.to(fileName(pair.hit().post().id()), snippet);
                if (link.contains(":~:text=")) {
                    boolean found = page.has(link);
                    boolean picture = !found && page.isPicture(link);
                    links++;
                    pictures += picture ? 1 : 0;
                    missed.addAll(found || picture ? List.of() : List.of(link));
                }
            }
        }
        System.out.printf("%s: %d pairs, %d of %d fragments stand in the rendered post, %d more in place of a picture, "
                + "seed %d%n", name, pairs.size(), links - pictures - missed.size(), links, pictures, seed);
        assertTrue(links >= .7 * PAIRS, links + " links");
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
    private static List<Pair> pairs(Path index, List<Path> files, Random random) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
            while (pairs.size() < PAIRS) {
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
