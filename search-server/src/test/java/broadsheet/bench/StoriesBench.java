package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.IndexBuild;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.search.Hit;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** An archive whose stories stand in it several times, under damaged headlines, asked for by the headlines as they were. */
@Tag("bench")
class StoriesBench {

    @TempDir
    private Path folder;

    @Test
    void undamagedHeadlinesFindTheirStoryFirstAndOnce() throws Exception {
        Map<String, String> storyOf = new HashMap<>();
        Map<String, Set<String>> near = new HashMap<>();
        truth(storyOf, near);
        Path archive = Corpus.shared("archives/badely-like.tar.gz").toAbsolutePath();
        assertEquals(0, new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString()).inheritIO()
                .start().waitFor());
        Path index = folder.resolve("index");
        new IndexBuild(LucenePostIndexer::open)
                .run(BuildOptions.of(List.of(folder.resolve("_posts")), index), BuildListener.NONE);
        List<Corpus.Doc> asked = Corpus.news("bbc").docs().stream().filter(doc -> storyOf.containsValue(doc.id()))
                .toList();
        int first = 0;
        int twice = 0;
        try (SearchEngine engine = LuceneSearchEngine.open(index)) {
            for (Corpus.Doc doc : asked) {
                List<String> found = engine.search(SearchRequest.of(doc.title())).hits().stream()
                        .map((Hit hit) -> hit.post().id()).toList();
                boolean right = !found.isEmpty() && (doc.id().equals(storyOf.get(found.get(0)))
                        || near.get(doc.id()).contains(found.get(0)));
                first += right ? 1 : 0;
                List<String> stories = found.stream().map(storyOf::get).filter(Objects::nonNull).toList();
                twice += Set.copyOf(stories).size() < stories.size() ? 1 : 0;
            }
        }
        double share = first / (double) asked.size();
        System.out.printf(Locale.ROOT,
                "badely-like: %d undamaged headlines, story first %.3f, pages with a story twice %d%n",
                asked.size(), share, twice);
        assertTrue(share >= .95, "first " + share);
        assertTrue(twice <= asked.size() / 100, twice + " pages");
    }

    /** Which story each post tells, and which posts are so much alike that they count neither way. */
    private static void truth(Map<String, String> storyOf, Map<String, Set<String>> near) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Corpus.shared("archives/badely-like.same.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode story = json.readTree(line);
                String article = story.path("article").asString();
                story.path("posts").forEach(post -> storyOf.put(post.asString(), article));
                Set<String> alike = new HashSet<>();
                story.path("near").forEach(post -> alike.add(post.asString()));
                near.put(article, alike);
            }
        }
    }
}
