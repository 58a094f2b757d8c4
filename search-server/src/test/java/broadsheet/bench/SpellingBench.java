package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchResponse;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a misspelt word is read as the one that was meant. {@code mvn verify -P bench -Dtest=SpellingBench} */
@Tag("bench")
class SpellingBench {

    private static final long SEED = 20261123;
    private static final int WORDS = 1_000;

    @TempDir
    private Path folder;

    @Test
    void wordsWithOneErrorAreReadAsMeant() throws IOException {
        Corpus corpus = Corpus.news("agnews");
        Map<String, Integer> posts = new HashMap<>();
        for (Corpus.Doc doc : corpus.docs()) {
            KnownItems.words(doc.title() + " " + doc.body()).stream().distinct()
                    .forEach(w -> posts.merge(w, 1, Integer::sum));
        }
        List<String> words = new ArrayList<>(posts.keySet().stream()
                .filter(w -> w.matches("[a-z]{4,}") && posts.get(w) >= 5).sorted().toList());
        Random random = new Random(SEED);
        Collections.shuffle(words, random);
        try (SearchEngine engine = LuceneSearchEngine.open(corpus.index(folder))) {
            int asked = 0;
            int right = 0;
            List<Long> nanos = new ArrayList<>();
            for (String word : words) {
                String wrong = KnownItems.misspelt(word, random);
                if (asked == WORDS) {
                    break;
                }
                long start = Cpu.nanos();
                SearchResponse answer = engine.search(Ask.request(wrong, 1));
                if (answer.query().notes().isEmpty()) {
                    continue;
                }
                nanos.add(Cpu.nanos() - start);
                asked++;
                right += answer.query().read().equals(word) ? 1 : 0;
            }
            Collections.sort(nanos);
            double share = right / (double) asked;
            double p95 = nanos.get(nanos.size() * 95 / 100) / 1e6;
            System.out.printf(Locale.ROOT,
                    "%d misspelt words that occur nowhere, seed %d: right %.3f, p95 %.1f ms of CPU%n",
                    asked, SEED, share, p95);
            assertTrue(share >= 0.89 && p95 < 20, "right " + share + ", p95 " + p95 + " ms");
        }
    }
}
