package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchResponse;
import broadsheet.search.lucene.LuceneSearchEngine;
import broadsheet.search.lucene.QueryFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random queries on 35,000 posts: none fails, none drifts, none is dear.
 * {@code mvn verify -P bench -Dtest=QueryFuzzBench}; {@code -Dfuzz.count=3000} asks fewer.
 */
@Tag("bench")
class QueryFuzzBench {

    private static final long SEED = 20261123;
    private static final long MOST_MILLIS = 250;
    private static final long MOST_BYTES = 16 << 20;
    /** The first queries pay for loading and compiling the code. */
    private static final int WARM = 500;

    @TempDir
    private Path folder;

    @Test
    void everyQueryIsAnsweredCheaply() throws IOException {
        int count = Integer.getInteger("fuzz.count", 100_000);
        List<String> real = Files.readAllLines(Corpus.shared("queries/trec-mq2007-2008.txt"));
        QueryFuzz fuzz = new QueryFuzz(SEED, real);
        long dearest = 0;
        long largest = 0;
        int dear = 0;
        try (SearchEngine engine = LuceneSearchEngine.open(Corpus.news("agnews").index(folder))) {
            for (int i = 0; i < count; i++) {
                String query = fuzz.next();
                long cpu = Cpu.nanos();
                long bytes = Cpu.allocated();
                SearchResponse answer = engine.search(Ask.request(query, 10));
                long millis = (Cpu.nanos() - cpu) / 1_000_000;
                bytes = Cpu.allocated() - bytes;
                if (i > WARM && (millis > MOST_MILLIS || bytes > MOST_BYTES)) {
                    dear++;
                    System.out.printf(Locale.ROOT, "%d ms, %d KB, query %d: %.120s%n", millis, bytes >> 10, i, query);
                }
                dearest = i > WARM ? Math.max(dearest, millis) : 0;
                largest = i > WARM ? Math.max(largest, bytes) : 0;
                if (i % 5 == 0) {
                    String read = answer.query().read();
                    assertEquals(read, engine.search(Ask.request(read, 10)).query().read(), "query " + i);
                }
            }
        }
        System.out.printf(Locale.ROOT, "%d queries, seed %d: dearest %d ms of CPU, %d KB; %d past the limits%n", count,
                SEED, dearest, largest >> 10, dear);
        assertTrue(dear == 0, dear + " queries past the limits");
    }
}
