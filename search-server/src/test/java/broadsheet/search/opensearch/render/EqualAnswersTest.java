package broadsheet.search.opensearch.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.cluster.OneCluster;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import broadsheet.search.Ranking;
import broadsheet.search.lucene.translate.LuceneSyntax;
import broadsheet.search.lucene.translate.QueryTranslator;
import broadsheet.search.lucene.translate.Translation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Each kind of query finds the same posts in the same order with the same scores on the cluster as in the embedded index. */
@ExtendWith(OneCluster.class)
@ResourceLock(value = OneCluster.NODES, mode = ResourceAccessMode.READ)
class EqualAnswersTest {

    private static final long SEED = 21;
    private static final int POSTS = 400;
    private static final Map<String, List<String>> SYNONYMS = Map.of("car", List.of("automobile", "motor car", "F-16"),
            "sport", List.of("football", "world news"), "WHO", List.of("world health organisation"));

    @TempDir
    private static Path folder;
    private static TwoEngines engines;

    @BeforeAll
    static void build(OneCluster.Real real) throws IOException {
        engines = TwoEngines.of(folder.resolve("index"), real, "answers", new Newspaper(SEED).posts(POSTS));
    }

    @AfterAll
    static void close() {
        engines.close();
    }

    static QueryNode withSynonyms(QueryNode node) {
        if (node instanceof QueryNode.Word word) {
            return new QueryNode.Word(word.text(), word.acronym(), SYNONYMS.getOrDefault(word.text(), List.of()));
        }
        return node.with(node.children().stream().map(EqualAnswersTest::withSynonyms).toList());
    }

    private static Translation translation(String typed) throws IOException {
        QueryNode root = withSynonyms(QueryParser.parse(typed).root());
        return new QueryTranslator(engines.embedded().reading(), Ranking.DEFAULT).translate(root);
    }

    private record Result(int found, List<String> differences) {}

    /** Posts with all the words, and posts with any. */
    private static Result compare(Translation translation, String typed) throws IOException {
        List<Query> queries = new ArrayList<>(List.of(translation.all()));
        translation.any().ifPresent(queries::add);
        List<String> differences = new ArrayList<>();
        int found = 0;
        for (Query query : queries) {
            TwoEngines.Compared compared = compared(query, typed);
            found += compared.posts();
            Optional<String> difference = compared.difference();
            difference.ifPresent(text -> differences.add(typed + ": " + text + "\n  " + query));
        }
        return new Result(found, differences);
    }

    private static TwoEngines.Compared compared(Query query, String typed) {
        try {
            return engines.compare(query);
        } catch (IOException | RuntimeException e) {
            throw new AssertionError(typed + ": " + query, e);
        }
    }

    private static List<String> rows(String name) throws IOException {
        try (var in = EqualAnswersTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        }
    }

    @Test
    void whatAPersonMayType() throws IOException {
        List<String> differences = new ArrayList<>();
        List<String> nowhere = new ArrayList<>();
        for (String row : rows("typed.txt")) {
            boolean finds = !row.startsWith("!");
            String typed = finds ? row : row.substring(1);
            Result result = compare(translation(typed), typed);
            differences.addAll(result.differences());
            if (finds != result.found() > 0) {
                nowhere.add(row);
            }
        }
        assertEquals(List.of(), differences);
        assertEquals(List.of(), nowhere, "a row that finds nothing shows nothing; it begins with ! on purpose");
    }

    @Test
    void lucenesOwnSyntax() throws IOException {
        List<String> differences = new ArrayList<>();
        for (String typed : rows("lucene.txt")) {
            Result result = compare(LuceneSyntax.translate(typed, engines.embedded().reading()), typed);
            differences.addAll(result.differences());
            assertTrue(result.found() > 0, typed);
        }
        assertEquals(List.of(), differences);
    }

    @Test
    void randomQueries() throws IOException {
        random(SEED, 40);
    }

    @Test
    @Tag("torture")
    void manyRandomQueries() throws IOException {
        random(Long.getLong("seed", new Random().nextLong()), 3_000);
    }

    private static void random(long seed, int count) throws IOException {
        RandomQueries queries = new RandomQueries(seed);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String typed = queries.next();
            differences.addAll(compare(translation(typed), typed).differences());
        }
        assertEquals(List.of(), differences, "seed " + seed);
    }
}
