package broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import broadsheet.archive.Archive;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.FileReading;
import broadsheet.post.PostFile;
import broadsheet.post.Problem;
import broadsheet.post.ReadOptions;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample archive, read and searched by the real parts: what the demonstration shows must be so. */
class SeedsTest {

    private static final Path SEEDS = Path.of("../seeds");

    @TempDir
    static Path index;

    private static final List<FileReading> READINGS = new ArrayList<>();
    private static LuceneSearchEngine engine;

    @BeforeAll
    static void build() throws IOException {
        Archive archive = Archive.open(List.of(SEEDS), ReadOptions.defaults());
        try (LucenePostIndexer indexer = LucenePostIndexer.open(index, false)) {
            for (PostFile file : archive.files()) {
                FileReading reading = archive.read(file);
                READINGS.add(reading);
                indexer.put(file.id(), reading.posts());
            }
            indexer.publish(new byte[0]);
        }
        engine = LuceneSearchEngine.open(index);
    }

    @AfterAll
    static void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> judgedPostsComeFirst() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/golden/seeds-queries.tsv")).stream()
                .filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
                .map(row -> dynamicTest(row[0], () -> assertComeFirst(row[0], Set.of(row[1].split(" ")))));
    }

    private static void assertComeFirst(String query, Set<String> judged) {
        SearchResponse response = search(query);
        List<String> ids = response.hits().stream().map(hit -> hit.post().id()).toList();
        assertEquals(new TreeSet<>(judged), new TreeSet<>(ids.subList(0, Math.min(judged.size(), ids.size()))),
                () -> "read as " + response.query().read() + ", found " + ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quicksilverheron", "amberlanternfish", "velvetlimpet", "gannetfeather", "trackingpixel"})
    void whatIsNotPublishedIsNotFound(String word) {
        assertEquals(0, search("\"" + word + "\"").totalAll());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Here's the short of it" | _posts/2025-03-14-breaking-ferry-strike-called-off-after-all-night-talks.md
            "We've learnt a little more" | _posts/2025-03-14-update-ferry-strike-called-off-after-all-night-talks.md
            "Here's what a retired organist did" | _posts/2021-04-21-tide-tables-in-a-text-file.txt
            """, quoteCharacter = '\0')
    void wreckedCharactersAreRepaired(String phrase, String id) {
        assertTrue(search(phrase).hits().stream().anyMatch(hit -> hit.post().id().equals(id)));
    }

    @Test
    void noPostIsLost() {
        List<Problem> errors = READINGS.stream().flatMap(reading -> reading.problems().stream())
                .filter(problem -> problem.severity() == Problem.Severity.ERROR).toList();

        assertEquals(List.of(), errors);
        assertTrue(engine.index().posts() >= 70, () -> engine.index().toString());
    }

    private static SearchResponse search(String text) {
        return engine.search(SearchRequest.of(text).plain().withFoldCopies(false));
    }
}
