package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.IndexBuild;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What folding costs a query: {@code mvn verify -P bench -Dtest=FoldingBench}. */
@Tag("bench")
class FoldingBench {

    private static final Path ARCHIVE = Path.of("../../shared/archives/badely-like.tar.gz");
    private static final Path QUERIES = Path.of("../../shared/queries/bench-kw.txt");
    private static final int ROUNDS = 7;

    private static SearchRequest request(String text, boolean folded) {
        return SearchRequest.of(text).withFoldCopies(folded);
    }

    private static double micros(SearchEngine engine, List<String> queries, boolean folded) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (String query : queries) {
            engine.search(request(query, folded));
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e3 / queries.size();
    }

    @Test
    void foldingCostsAtMost15PercentOfAQuery(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.exists(ARCHIVE), () -> ARCHIVE + " is not there");
        Process tar = new ProcessBuilder("tar", "-xzf", ARCHIVE.toAbsolutePath().toString(), "-C", folder.toString())
                .inheritIO().start();
        assumeTrue(tar.waitFor() == 0, "no tar here");
        Path index = folder.resolve("index");
        new IndexBuild(LucenePostIndexer::open).run(BuildOptions.of(List.of(folder.resolve("_posts")), index),
                BuildListener.NONE);
        List<String> queries = Files.readAllLines(QUERIES).stream().limit(200).toList();
        try (SearchEngine engine = LuceneSearchEngine.open(index)) {
            List<Double> folded = new ArrayList<>();
            List<Double> all = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                all.add(micros(engine, queries, false));
                folded.add(micros(engine, queries, true));
            }
            double plain = all.subList(2, ROUNDS).stream().sorted().toList().get(ROUNDS / 2 - 1);
            double with = folded.subList(2, ROUNDS).stream().sorted().toList().get(ROUNDS / 2 - 1);
            System.out.printf("a query takes %.0f microseconds of CPU, folded %.0f (%+.1f %%)%n", plain, with,
                    100 * (with / plain - 1));
            assertTrue(with <= 1.15 * plain, with + " against " + plain);
        }
    }
}
