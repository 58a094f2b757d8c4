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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often a misspelt word that no post has is read as the one that was meant. A word that stays as it was typed counts
 * as read wrongly, also where it stays because it has the stem of another. {@code mvn verify -P bench -Dtest=SpellingBench}
 */
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
        Set<String> occurring = new HashSet<>();
        for (Corpus.Doc doc : corpus.docs()) {
            KnownItems.words(doc.title() + " " + doc.body()).stream().distinct()
                    .forEach(w -> posts.merge(w, 1, Integer::sum));
            occurring.addAll(List.of((doc.title() + " " + doc.body()).toLowerCase(Locale.ROOT).split("[^a-z]+")));
        }
        List<String> words = new ArrayList<>(posts.keySet().stream()
                .filter(w -> w.matches("[a-z]{4,}") && posts.get(w) >= 5).sorted().toList());
        Random random = new Random(SEED);
        Collections.shuffle(words, random);
        try (SearchEngine engine = LuceneSearchEngine.open(corpus.index(folder))) {
            int asked = 0;
            int right = 0;
            int left = 0;
            List<Long> nanos = new ArrayList<>();
            for (String word : words) {
                String wrong = KnownItems.misspelt(word, random);
                if (asked == WORDS) {
                    break;
                }
                if (occurring.contains(wrong)) {
                    continue;
                }
                long start = Cpu.nanos();
                SearchResponse answer = engine.search(Ask.request(wrong, 1));
                nanos.add(Cpu.nanos() - start);
                asked++;
                right += answer.query().read().equals(word) ? 1 : 0;
                left += answer.query().read().equals(wrong) ? 1 : 0;
            }
            Collections.sort(nanos);
            double share = right / (double) asked;
            double p95 = nanos.get(nanos.size() * 95 / 100) / 1e6;
            System.out.printf(Locale.ROOT,
                    "%d misspelt words that occur nowhere, seed %d: right %.3f, as typed %.3f, p95 %.1f ms of CPU%n",
                    asked, SEED, share, left / (double) asked, p95);
            assertTrue(share >= 0.86 && p95 < 20, "right " + share + ", p95 " + p95 + " ms");
        }
    }
}
