package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.search.StepTimes;
import broadsheet.search.lucene.LuceneSearchEngine;
import broadsheet.web.api.SearchJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the time of an answer goes: microseconds of each step by kind of query, without facets and folding, and by
 * default. On AG News where it is at hand, else on posts made for it.
 */
@Tag("bench")
class StepsBench {

    private static final int MADE_POSTS = 20_000;
    private static final int MADE_QUERIES = 100;
    private static final int WARMING = 6;
    private static final int ROUNDS = 4;

    @TempDir
    private Path folder;

    @Test
    void theStepsOfAnAnswer() throws IOException {
        boolean real = Corpus.isShared("corpora/agnews");
        Corpus corpus = real ? Corpus.news("agnews") : MadeCorpus.of(MADE_POSTS);
        Map<String, List<String>> sets = real ? QueryCostBench.sets() : MadeCorpus.queries(corpus, MADE_QUERIES);
        try (SearchEngine engine = LuceneSearchEngine.open(corpus.index(folder))) {
            System.out.printf("%s, %d posts: us of each step%n%-11s", corpus.name(), corpus.docs().size(), "");
            engine.steps().times().forEach(step -> System.out.printf("%10s", step.name()));
            System.out.printf("%10s%n", "json");
            for (Map.Entry<String, List<String>> set : sets.entrySet()) {
                print(set.getKey(), engine, set.getValue(), true);
                print("  default", engine, set.getValue(), false);
            }
        }
    }

    private static void print(String name, SearchEngine engine, List<String> queries, boolean plain) {
        for (int round = 0; round < WARMING; round++) {
            ask(engine, queries, plain);
        }
        List<StepTimes.Times> before = engine.steps().times();
        long json = 0;
        for (int round = 0; round < ROUNDS; round++) {
            json += ask(engine, queries, plain);
        }
        List<StepTimes.Times> after = engine.steps().times();
        assertEquals(before.size(), after.size());
        double answers = ROUNDS * queries.size();
        System.out.printf("%-11s", name);
        for (int i = 0; i < after.size(); i++) {
            System.out.printf(Locale.ROOT, "%10.1f",
                    (after.get(i).seconds() - before.get(i).seconds()) * 1e6 / answers);
        }
        System.out.printf(Locale.ROOT, "%10.1f%n", json / 1e3 / answers);
    }

    /** Nanoseconds of writing the answers. */
    private static long ask(SearchEngine engine, List<String> queries, boolean plain) {
        long json = 0;
        for (String query : queries) {
            SearchRequest request = SearchRequest.of(query);
            request = plain ? request.plain().withFoldCopies(false) : request;
            SearchResponse response = engine.search(request);
            long start = System.nanoTime();
            SearchJson.of(request, response);
            json += System.nanoTime() - start;
        }
        return json;
    }
}
