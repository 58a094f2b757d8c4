package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.lucene.LuceneSearchEngine;
import broadsheet.web.api.SearchJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The CPU of a whole answer in JSON, beside that of bare Lucene, which finds the ten best posts of any word and reads no
 * text: AG News, seven sets of queries, one after the other in one run. {@code mvn test -P bench -pl search-server -am
 * -Dsurefire.failIfNoSpecifiedTests=false -Dtest=QueryCostBench}
 */
@Tag("bench")
class QueryCostBench {

    private static final List<String> SETS = List.of("kw", "nat", "phrase", "rare", "common", "prefix", "filter");
    private static final int QUERIES = 200;
    private static final int WARMING = 6;
    private static final int ROUNDS = 4;
    /** Times bare Lucene; twice what was measured (tests run with assertions, Lucene's own too, which cost both sides). */
    private static final double MOST = 20;

    @TempDir
    private Path folder;

    interface Asked {
        void ask(String query) throws IOException;
    }

    static Map<String, List<String>> sets() throws IOException {
        Map<String, List<String>> sets = new LinkedHashMap<>();
        for (String set : SETS) {
            List<String> queries = new ArrayList<>();
            for (String line : Files.readAllLines(Corpus.shared("queries/bench-" + set + ".txt")).subList(0, QUERIES)) {
                String text = line.substring(line.indexOf('\t') + 1);
                queries.add(switch (set) {
                    case "phrase" -> '"' + text + '"';
                    case "prefix" -> text + "*";
                    default -> text;
                });
            }
            sets.put(set, queries);
        }
        return sets;
    }

    /** Microseconds of CPU a query, the least of some rounds. */
    static double[] micros(List<String> queries, List<Asked> sides, int warming, int rounds) throws IOException {
        double[] least = new double[sides.size()];
        Arrays.fill(least, Double.MAX_VALUE);
        for (int round = -warming; round < rounds; round++) {
            for (int side = 0; side < sides.size(); side++) {
                long cpu = Cpu.nanos();
                for (String query : queries) {
                    sides.get(side).ask(query);
                }
                double took = (Cpu.nanos() - cpu) / 1e3 / queries.size();
                if (round >= 0) {
                    least[side] = Math.min(least[side], took);
                }
            }
        }
        return least;
    }

    @Test
    void anAnswerCostsAFewTimesBareLucene() throws IOException {
        Map<String, List<String>> sets = sets();
        Corpus news = Corpus.news("agnews");
        try (SearchEngine engine = LuceneSearchEngine.open(news.index(folder));
                Baseline lucene = Baseline.english(news)) {
            List<Asked> sides = List.of(
                    query -> answered(engine, SearchRequest.of(query).plain().withFoldCopies(false)),
                    query -> answered(engine, SearchRequest.of(query)), query -> lucene.best(query, 10));
            double[] product = new double[sides.size()];
            System.out.println("us of CPU a query: answer without facets and folding, answer by default, bare Lucene");
            for (String set : sets.keySet()) {
                double[] took = micros(sets.get(set), sides, WARMING, ROUNDS);
                System.out.printf(Locale.ROOT, "%-8s %6.0f %6.0f %6.0f%n", set, took[0], took[1], took[2]);
                for (int side = 0; side < took.length; side++) {
                    product[side] += Math.log(took[side]) / sets.size();
                }
            }
            double plain = Math.exp(product[0] - product[2]);
            System.out.printf(Locale.ROOT, "times bare Lucene, geometric mean: %.2f, by default %.2f%n", plain,
                    Math.exp(product[1] - product[2]));
            assertTrue(plain < MOST, "an answer costs " + plain + " times bare Lucene");
        }
    }

    static void answered(SearchEngine engine, SearchRequest request) {
        SearchJson.of(request, engine.search(request));
    }
}
