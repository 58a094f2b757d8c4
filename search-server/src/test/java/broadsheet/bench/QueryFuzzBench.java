package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.SearchEngine;
import broadsheet.search.lucene.LuceneSearchEngine;
import broadsheet.search.lucene.QueryFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random queries on 35,000 posts: none fails, none drifts, none is dear.
 * {@code mvn verify -P bench -Dtest=QueryFuzzBench}; {@code -Dfuzz.count=3000} asks fewer, {@code -Dfuzz.seed=7} others.
 */
@Tag("bench")
class QueryFuzzBench {

    private static final long SEED = Long.getLong("fuzz.seed", 20261123);
    private static final long MOST_MILLIS = 250;
    private static final long MOST_BYTES = 16 << 20;
    /** The first queries pay for loading and compiling the code; so may any other, which is why dear ones are asked twice. */
    private static final int WARM = 500;
    private static final int SHOWN = 5;

    @TempDir
    private Path folder;

    private record Cost(String query, long nanos, long bytes) {

        private static Cost of(SearchEngine engine, String query) {
            long cpu = Cpu.nanos();
            long bytes = Cpu.allocated();
            engine.search(Ask.request(query, 10));
            return new Cost(query, Cpu.nanos() - cpu, Cpu.allocated() - bytes);
        }

        private boolean isDear() {
            return nanos > MOST_MILLIS * 1_000_000 || bytes > MOST_BYTES;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f ms, %d KB: %.100s", nanos / 1e6, bytes >> 10, query);
        }
    }

    @Test
    void everyQueryIsAnsweredCheaply() throws IOException {
        int count = Integer.getInteger("fuzz.count", 100_000);
        List<String> real = Files.readAllLines(Corpus.shared("queries/trec-mq2007-2008.txt"));
        QueryFuzz fuzz = new QueryFuzz(SEED, real);
        List<Cost> costs = new ArrayList<>();
        try (SearchEngine engine = LuceneSearchEngine.open(Corpus.news("agnews").index(folder))) {
            for (int i = 0; i < count; i++) {
                String query = fuzz.next();
                Cost cost = Cost.of(engine, query);
                cost = cost.isDear() ? Cost.of(engine, query) : cost;
                if (i > WARM) {
                    costs.add(cost);
                }
                if (i % 5 == 0) {
                    String read = engine.search(Ask.request(query, 10)).query().read();
                    assertEquals(read, engine.search(Ask.request(read, 10)).query().read(), "query " + i);
                }
            }
        }
        System.out.printf("%d queries, seed %d; the dearest by CPU and by allocation:%n", count, SEED);
        costs.stream().sorted(Comparator.comparingLong(Cost::nanos).reversed()).limit(SHOWN)
                .forEach(System.out::println);
        costs.stream().sorted(Comparator.comparingLong(Cost::bytes).reversed()).limit(SHOWN)
                .forEach(System.out::println);
        long dear = costs.stream().filter(Cost::isDear).count();
        assertTrue(dear == 0, dear + " queries past the limits");
    }
}
