package broadsheet.search.opensearch.render;

import broadsheet.cluster.OneCluster;
import broadsheet.query.QueryParser;
import broadsheet.search.Ranking;
import broadsheet.search.lucene.translate.QueryTranslator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** How long the ten best posts of a query take on three nodes and in the embedded index: milliseconds, the middle of 15 runs. */
@Tag("bench")
@ExtendWith(OneCluster.class)
@ResourceLock(value = OneCluster.NODES, mode = ResourceAccessMode.READ)
class RenderedSearchBench {

    private static final int RUNS = 15;
    private static final List<String> TYPED = List.of("harbour", "harbour wall", "sport", "sport london",
            "smith politics",
            "the harbour of london", "\"harbour wall\"", "\"sport london\"", "harbour NEAR/5 wall",
            "sport NEAR/5 london",
            "harbour /s wall", "body:sport", "elect*", "h?r* wall", "labour", "labour council", "car battery", "car",
            "author:smith harbour", "after:2023 harbour", "電車", "flood defence river rain wind coast energy");

    @TempDir
    private Path folder;

    private interface Search {
        void run() throws IOException;
    }

    private static double middle(Search search) throws IOException {
        double[] took = new double[RUNS];
        for (int i = -5; i < RUNS; i++) {
            long start = System.nanoTime();
            search.run();
            took[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(took);
        return took[RUNS / 2];
    }

    @Test
    void tenBestPosts(OneCluster.Real real) throws IOException {
        int posts = Integer.getInteger("posts", 20_000);
        try (TwoEngines engines = TwoEngines.of(folder.resolve("index"), real, "bench",
                new Newspaper(1).posts(posts))) {
            for (String typed : TYPED) {
                Query query = new QueryTranslator(engines.embedded().reading(), Ranking.DEFAULT)
                        .translate(EqualAnswersTest.withSynonyms(QueryParser.parse(typed).root())).all();
                System.out.printf("%-45s embedded %6.2f, one shard %6.1f, three %6.1f; %7d bytes%n", typed,
                        middle(() -> engines.embedded().searcher().search(query, 10)),
                        middle(() -> engines.best(query, 1)), middle(() -> engines.best(query, 3)),
                        engines.json(query).toString().length());
            }
        }
    }
}
