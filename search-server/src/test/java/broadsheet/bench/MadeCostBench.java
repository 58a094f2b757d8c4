package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The CPU of a fixed set of requests beside bare Lucene in one line, on posts made for it, in a few seconds: {@code .ci/run}
 * prints it, so that a slow change is seen the day it lands. {@link QueryCostBench} has real news and more patience.
 */
@Tag("bench")
class MadeCostBench {

    private static final int POSTS = 5_000;
    private static final int QUERIES_A_KIND = 40;
    private static final int WARMING = 12;
    private static final int ROUNDS = 8;

    @TempDir
    private Path folder;

    @Test
    void aFixedSetOfRequestsCostsSomeTimesBareLucene() throws IOException {
        Corpus corpus = MadeCorpus.of(POSTS);
        List<String> queries = new ArrayList<>();
        MadeCorpus.queries(corpus, QUERIES_A_KIND).values().forEach(queries::addAll);
        try (SearchEngine engine = LuceneSearchEngine.open(corpus.index(folder));
                Baseline lucene = Baseline.english(corpus)) {
            for (String query : queries) {
                assertTrue(engine.search(SearchRequest.of(query)).totalAll() > 0, query);
            }
            double[] took = QueryCostBench.micros(queries, List.of(
                    query -> QueryCostBench.answered(engine, SearchRequest.of(query).plain().withFoldCopies(false)),
                    query -> QueryCostBench.answered(engine, SearchRequest.of(query)), query -> lucene.best(query, 10)),
                    WARMING, ROUNDS);
            // no bound: a busy machine must not fail a change
            System.out.printf(Locale.ROOT,
                    "CPU of %d requests on %d made posts: %.1f times bare Lucene, by default %.1f (%.0f and %.0f us, %.0f us)%n",
                    queries.size(), POSTS, took[0] / took[2], took[1] / took[2], took[0], took[1], took[2]);
        }
    }
}
