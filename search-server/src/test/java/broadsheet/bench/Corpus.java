package broadsheet.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Post;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Documents kept as one JSON object a line, with {@code id}, {@code title}, {@code body} and perhaps a category. */
record Corpus(String name, List<Doc> docs) {

    private static final Path SHARED = Path.of("../../shared");

    /** One document. */
    record Doc(String id, String title, String body, String category) {}

    /** A folder or file of the shared material; the test is skipped where it is absent. */
    static Path shared(String path) {
        Path found = SHARED.resolve(path);
        assumeTrue(Files.exists(found), found + " is not here, so nothing is measured on it");
        return found;
    }

    /** Whether a folder or file of the shared material is here. */
    static boolean isShared(String path) {
        return Files.exists(SHARED.resolve(path));
    }

    /** A news corpus of the shared material by its name: {@code agnews}. */
    static Corpus news(String name) throws IOException {
        return read(name, shared("corpora/" + name + "/" + name + ".jsonl.gz"));
    }

    static Corpus read(String name, Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Doc> docs = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode doc = json.readTree(line);
                docs.add(new Doc(doc.path("id").asString(""), doc.path("title").asString(""),
                        doc.path("body").asString(""), doc.path("category").asString("")));
            }
        }
        return new Corpus(name, docs);
    }

    /** The index of the documents as posts in a language, each dated by its number. */
    Path index(Path folder, String lang, Function<Integer, Instant> dates) throws IOException {
        try (LucenePostIndexer indexer = LucenePostIndexer.open(folder, false)) {
            for (int i = 0; i < docs.size(); i++) {
                Doc doc = docs.get(i);
                Post post = Post.builder(doc.id()).title(doc.title()).body(doc.body()).lang(lang).date(dates.apply(i))
                        .categories(doc.category().isEmpty() ? List.of() : List.of(doc.category())).build();
                indexer.put(doc.id(), List.of(post));
            }
            indexer.publish(new byte[0]);
        }
        return folder;
    }

    /** The index of the documents as English posts of one day, so that recency changes nothing. */
    Path index(Path folder) throws IOException {
        return index(folder, "en", i -> Instant.parse("2001-01-01T00:00:00Z"));
    }
}
