package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.SearchEngine;
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

/** How soon a headline is offered as one types it. {@code mvn verify -P bench -Dtest=CompletionBench} */
@Tag("bench")
class CompletionBench {

    private static final long SEED = 20261123;
    private static final int HEADLINES = 2_000;
    private static final int TYPED = 8;

    private final Random random = new Random(SEED);
    private final List<Long> nanos = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void headlinesAreOfferedAfterEightLetters() throws IOException {
        Corpus corpus = Corpus.news("agnews");
        List<String> headlines = new ArrayList<>(corpus.docs().stream().map(Corpus.Doc::title)
                .filter(title -> title.length() >= 2 * TYPED)
                .filter(title -> title.substring(0, TYPED).chars().filter(Character::isLetter).count() > 3).distinct()
                .toList());
        Collections.shuffle(headlines, random);
        try (SearchEngine engine = LuceneSearchEngine.open(corpus.index(folder))) {
            long start = System.nanoTime();
            while (engine.state().completions().isEmpty()) {
                Thread.onSpinWait();
            }
            System.out.printf(Locale.ROOT, "first completion after %.0f ms%n", (System.nanoTime() - start) / 1e6);
            double[] found = new double[3];
            for (String headline : headlines.subList(0, HEADLINES)) {
                found[0] += offers(engine, headline.substring(0, TYPED), headline);
                found[1] += offers(engine, inside(headline), headline);
                found[2] += offers(engine, wrong(headline.substring(0, TYPED)), headline);
            }
            Collections.sort(nanos);
            double p95 = nanos.get(nanos.size() * 95 / 100) / 1e6;
            Map<String, Integer> begins = new HashMap<>();
            corpus.docs().stream().map(Corpus.Doc::title).distinct().filter(t -> t.length() >= TYPED)
                    .forEach(t -> begins.merge(t.substring(0, TYPED).toLowerCase(Locale.ROOT), 1, Integer::sum));
            double possible = headlines.subList(0, HEADLINES).stream().mapToDouble(
                    t -> Math.min(1, 5.0 / begins.get(t.substring(0, TYPED).toLowerCase(Locale.ROOT)))).sum();
            System.out.printf(Locale.ROOT, "of a start, five out of those that begin so hit %.3f%n",
                    possible / HEADLINES);
            System.out.printf(Locale.ROOT, "after %d letters, seed %d: start %.3f, inside %.3f, wrong letter %.3f, "
                    + "p95 %.2f ms of CPU%n", TYPED, SEED, found[0] / HEADLINES, found[1] / HEADLINES,
                    found[2] / HEADLINES,
                    p95);
            assertAll(() -> assertTrue(found[0] / HEADLINES >= 0.80, "start"),
                    () -> assertTrue(found[1] / HEADLINES >= 0.65, "inside"),
                    () -> assertTrue(found[2] / HEADLINES >= 0.75, "wrong letter"),
                    () -> assertTrue(p95 < 5, "p95 " + p95));
        }
    }

    private int offers(SearchEngine engine, String typed, String headline) {
        long start = Cpu.nanos();
        List<SearchEngine.Suggestion> offered = engine.suggest(typed, 5);
        nanos.add(Cpu.nanos() - start);
        return offered.stream().anyMatch(suggestion -> suggestion.text().equals(headline)) ? 1 : 0;
    }

    private String inside(String headline) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 1; i + TYPED <= headline.length(); i++) {
            if (headline.charAt(i - 1) == ' ' && Character.isLetterOrDigit(headline.charAt(i))) {
                starts.add(i);
            }
        }
        int start = starts.isEmpty() ? 0 : starts.get(random.nextInt(starts.size()));
        return headline.substring(start, start + TYPED);
    }

    private String wrong(String typed) {
        for (;;) {
            int at = 1 + random.nextInt(typed.length() - 1);
            char letter = (char) ('a' + random.nextInt(26));
            if (Character.isLetter(typed.charAt(at)) && Character.toLowerCase(typed.charAt(at)) != letter) {
                return typed.substring(0, at) + letter + typed.substring(at + 1);
            }
        }
    }
}
