package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.Hit;
import broadsheet.search.SearchEngine;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How good the order of answers is: judged collections against what others answer by default, and headlines found again.
 * {@code mvn verify -P bench -Dtest=RelevanceBench}
 */
@Tag("bench")
class RelevanceBench {

    private static final long SEED = 20261123;
    private static final int HEADLINES = 600;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"cranfield,0.405", "cisi,0.415"})
    void judgedQueriesAreAnsweredBetterThanByDefaults(String name, double bar) throws IOException {
        Judged judged = Judged.read(name);
        try (SearchEngine engine = LuceneSearchEngine.open(judged.corpus().index(folder));
                Baseline standard = Baseline.standard(judged.corpus());
                Baseline english = Baseline.english(judged.corpus());
                Baseline bestFields = Baseline.bestFields(judged.corpus())) {
            Measures ours = judged.measure(query -> Ask.ids(engine, query, 100));
            System.out.printf(Locale.ROOT, "%s, %d queries%n%-32s %s%n", name, judged.queries().size(), "Broadsheet",
                    ours);
            double chance = Math.max(compare("Elasticsearch default", ours, judged.measure(standard::ask)),
                    compare("Elasticsearch best_fields", ours, judged.measure(bestFields::ask)));
            compare("BM25, English analyzer", ours, judged.measure(english::ask));
            assertTrue(ours.ndcg() >= bar, name + ": nDCG@10 " + ours.ndcg() + ", expected " + bar);
            assertTrue(chance < 0.01, name + ": the lead may be chance, p = " + chance);
        }
    }

    private static double compare(String name, Measures ours, Measures theirs) {
        double chance = ours.chance(theirs, SEED);
        System.out.printf(Locale.ROOT, "%-32s %s  (%+.4f, p = %.5f)%n", name, theirs, ours.ndcg() - theirs.ndcg(),
                chance);
        return chance;
    }

    @ParameterizedTest
    @CsvSource({"agnews,0.94,0.92,0.94", "bbc,0.96,0.95,0.95"})
    void headlinesAreFoundAgain(String name, double half, double typo, double endings) throws IOException {
        Corpus corpus = Corpus.news(name);
        try (SearchEngine engine = LuceneSearchEngine.open(corpus.index(folder))) {
            KnownItems items = new KnownItems(corpus, SEED);
            double[] found = {foundFirst(engine, items, KnownItems.Kind.HALF),
                    foundFirst(engine, items, KnownItems.Kind.TYPO),
                    foundFirst(engine, items, KnownItems.Kind.ENDINGS)};
            System.out.printf(Locale.ROOT, "%s, seed %d: half %.3f, typo %.3f, endings %.3f%n", name, SEED, found[0],
                    found[1], found[2]);
            assertTrue(found[0] >= half && found[1] >= typo && found[2] >= endings, name);
        }
    }

    private static double foundFirst(SearchEngine engine, KnownItems items, KnownItems.Kind kind) {
        int first = 0;
        int ten = 0;
        for (KnownItems.Item item : items.items(kind, HEADLINES)) {
            String meant = KnownItems.normalised(item.headline());
            List<Hit> hits = engine.search(Ask.request(item.query(), 10)).hits();
            List<String> headlines = hits.stream().map(h -> KnownItems.normalised(h.post().title())).toList();
            boolean isFirst = !headlines.isEmpty() && headlines.get(0).equals(meant);
            first += isFirst ? 1 : 0;
            ten += headlines.contains(meant) ? 1 : 0;
            if (!isFirst && Boolean.getBoolean("bench.show")) {
                System.out.println(kind + "\t" + item.query() + "\t" + meant + "\t" + headlines.stream().findFirst());
            }
        }
        System.out.printf(Locale.ROOT, "%s success@10 %.3f%n", kind, ten / (double) HEADLINES);
        return first / (double) HEADLINES;
    }

    @Test
    void measuresAreThoseOfTrecEval() {
        Measures measures = new Measures();
        measures.add(List.of("x", "b", "a"), java.util.Map.of("a", 2, "b", 1, "c", 1));
        // (1/log2(3) + 2/log2(4)) / (2 + 1/log2(3) + 1/log2(4)) and so on, worked out by hand.
        assertTrue(measures.toString().startsWith("nDCG@10 0.5209  MAP 0.3889  recall@100 0.6667  MRR 0.5000"),
                measures.toString());
    }
}
