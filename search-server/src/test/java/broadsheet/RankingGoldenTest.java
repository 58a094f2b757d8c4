package broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import broadsheet.archive.Archive;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.PostFile;
import broadsheet.post.ReadOptions;
import broadsheet.search.Hit;
import broadsheet.search.Ranking;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first ten posts of each judged query over the sample archive, as they were when somebody last looked at them: a
 * change of the ranking shows as a diff of a text file. The posts that {@code seeds-queries.tsv} judges are marked by a
 * star; an address in brackets lacks some of the words.
 */
class RankingGoldenTest {

    private static final Path RANKINGS = Path.of("src/test/resources/golden/seeds-rankings.txt");
    private static final Path QUERIES = Path.of("src/test/resources/golden/seeds-queries.tsv");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private static Path index;
    private static LuceneSearchEngine engine;

    @BeforeAll
    static void build() throws IOException {
        Archive archive = Archive.open(List.of(Path.of("../seeds")), ReadOptions.defaults());
        try (LucenePostIndexer indexer = LucenePostIndexer.open(index, false)) {
            for (PostFile file : archive.files()) {
                indexer.put(file.id(), archive.read(file).posts());
            }
            indexer.publish(new byte[0]);
        }
        engine = LuceneSearchEngine.open(index, Ranking.DEFAULT, () -> NOW);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @TestFactory
    Stream<DynamicTest> postsStandWhereTheyStood() throws IOException {
        List<String> queries = Golden.questions(RANKINGS);
        List<String> judged = judged().stream().map(row -> row[0]).toList();
        return Stream.concat(
                Stream.of(dynamicTest("each judged query is here",
                        () -> assertEquals(judged, queries))),
                Golden.tests(RANKINGS, (section, query) -> firstTen(query)));
    }

    private static List<String[]> judged() throws IOException {
        return Files.readAllLines(QUERIES).stream().filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t")).toList();
    }

    private static List<String> firstTen(String query) throws IOException {
        SearchResponse response = engine.search(SearchRequest.of(query).plain());
        Set<String> judged = judged().stream().filter(row -> row[0].equals(query)).findFirst()
                .map(row -> Set.of(row[1].split(" "))).orElseThrow();
        List<String> lines = new ArrayList<>();
        for (Hit hit : response.hits()) {
            String id = hit.post().id();
            lines.add((judged.contains(id) ? "* " : "  ") + (hit.missing().isEmpty() ? id : "(" + id + ")")
                    + (hit.copies().isEmpty() ? "" : " +" + hit.copies().size()));
        }
        return lines;
    }
}
