package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.search.Hit;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.lucene.LuceneSearchEngine;
import broadsheet.web.api.SearchJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a search costs as an archive grows: {@code -Dindexes=SMALL,LARGE}, as {@code GrowthBenchTest} leaves them with
 * {@code -Dmade.keep=DIR}. The queries are made of the archive's own headlines, the same ones each time. CPU of whole
 * answers in JSON, no kept answers.
 */
@Tag("bench")
class ScaleBench {

    private static final int QUERIES = Integer.getInteger("bench.queries", 100);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final List<String> SETS = List
            .of(System.getProperty("bench.sets", "kw,nat,phrase,rare,common,prefix,filter").split(","));
    private static final int FEW = 20;
    /** Times the smaller archive's slowest in a hundred. */
    private static final double MOST_GROWTH = 8;
    /** Of up to a million posts. */
    private static final double MOST_MILLIS_OF_PREFIX = 15;
    private static final long MILLION = 1_000_000;

    /** The median and the slowest in a hundred, in milliseconds of CPU. */
    private record Cost(double median, double slowest) {}

    @Test
    void aSearchGrowsSlowerThanItsArchive() throws IOException {
        List<Path> indexes = Arrays.stream(System.getProperty("indexes", "").split(",")).filter(name -> !name.isEmpty())
                .map(Path::of).toList();
        assumeTrue(!indexes.isEmpty(), "skipped: -Dindexes names none");
        Map<String, Cost> smaller = Map.of();
        for (Path index : indexes) {
            Map<String, Cost> costs = costs(index);
            for (Map.Entry<String, Cost> set : smaller.entrySet()) {
                double growth = costs.get(set.getKey()).slowest / set.getValue().slowest;
                assertTrue(growth <= MOST_GROWTH, set.getKey() + " grew " + growth + " times");
            }
            smaller = costs;
        }
    }

    private static Map<String, Cost> costs(Path index) throws IOException {
        Map<String, Cost> costs = new LinkedHashMap<>();
        long posts;
        try (SearchEngine engine = LuceneSearchEngine.open(index)) {
            posts = engine.index().posts();
            System.out
                    .println(index.getFileName() + ": ms of CPU, p50 and p99: without facets and folding; by default");
            for (Map.Entry<String, List<String>> set : sets(engine).entrySet()) {
                Cost plain = cost(engine, set.getValue(), true);
                Cost full = cost(engine, set.getValue(), false);
                System.out.printf(Locale.ROOT, "%-8s %7.2f %7.2f   %7.2f %7.2f%n", set.getKey(), plain.median,
                        plain.slowest, full.median, full.slowest);
                costs.put(set.getKey(), plain);
                costs.put(set.getKey() + " by default", full);
            }
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf("heap in use %d MB of %d%n", runtime.totalMemory() - runtime.freeMemory() >> 20,
                    runtime.maxMemory() >> 20);
        }
        Cost prefix = costs.getOrDefault("prefix", new Cost(0, 0));
        assertTrue(posts > MILLION || prefix.slowest < MOST_MILLIS_OF_PREFIX, "prefix: " + prefix);
        return costs;
    }

    private static Cost cost(SearchEngine engine, List<String> queries, boolean plain) {
        double[] least = new double[queries.size()];
        Arrays.fill(least, Double.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < least.length; i++) {
                SearchRequest request = SearchRequest.of(queries.get(i));
                request = plain ? request.plain().withFoldCopies(false) : request;
                long cpu = Cpu.nanos();
                SearchJson.of(request, engine.search(request));
                least[i] = Math.min(least[i], (Cpu.nanos() - cpu) / 1e6);
            }
        }
        if (Boolean.getBoolean("bench.slowest")) {
            slowest(queries, least);
        }
        Arrays.sort(least);
        return new Cost(least[least.length / 2], least[(int) (.99 * (least.length - 1))]);
    }

    private static void slowest(List<String> queries, double[] millis) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, millis.length).boxed().toList());
        order.sort(Comparator.comparingDouble(i -> -millis[i]));
        order.stream().limit(5)
                .forEach(i -> System.out.printf(Locale.ROOT, "%7.2f ms: %s%n", millis[i], queries.get(i)));
    }

    private static Map<String, List<String>> sets(SearchEngine engine) {
        Random random = new Random(1);
        List<List<String>> headlines = headlines(engine, random);
        Map<String, Integer> counts = new HashMap<>();
        headlines.forEach(words -> words.forEach(word -> counts.merge(word, 1, Integer::sum)));
        List<String> byCount = counts.keySet().stream()
                .sorted(Comparator.comparingInt((String word) -> -counts.get(word)).thenComparing(word -> word))
                .toList();
        Map<String, List<String>> sets = new LinkedHashMap<>();
        List<String> common = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            common.add(byCount.get(random.nextInt(FEW)) + " " + byCount.get(random.nextInt(FEW)));
        }
        sets.put("kw",
                headlines.stream().map(words -> words.get(0) + " " + words.get(2) + " " + words.getLast()).toList());
        sets.put("nat", headlines.stream().map(words -> String.join(" ", words) + "?").toList());
        sets.put("phrase", headlines.stream().map(words -> '"' + words.get(1) + " " + words.get(2) + '"').toList());
        sets.put("rare", byCount.reversed().subList(0, QUERIES));
        sets.put("common", common);
        sets.put("prefix", headlines.stream().map(words -> words.get(1).substring(0, 2) + "*").toList());
        sets.put("filter",
                headlines.stream().map(words -> words.get(0) + " " + words.get(1) + " date:2010..2012").toList());
        sets.keySet().retainAll(SETS);
        return sets;
    }

    /** Words of headlines all over the archive. */
    private static List<List<String>> headlines(SearchEngine engine, Random random) {
        List<List<String>> headlines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int days = 20 * 365;
        while (headlines.size() < QUERIES) {
            String day = LocalDate.of(2004, 1, 1).plusDays(random.nextInt(days)).toString();
            for (Hit hit : engine.search(SearchRequest.of("date:" + day).plain().withFoldCopies(false)).hits()) {
                List<String> words = List.of(hit.post().title().toLowerCase(Locale.ROOT).split(" "));
                if (words.size() > 3 && words.get(1).length() > 1 && headlines.size() < QUERIES
                        && seen.add(hit.post().title())) {
                    headlines.add(words);
                }
            }
        }
        return headlines;
    }
}
