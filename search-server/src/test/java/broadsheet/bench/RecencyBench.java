package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.Hit;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much fresher recency makes the answers to broad questions, and what it costs those who look for one post. The
 * posts' dates are drawn evenly over ten years, so that they mean nothing and each loss is harm.
 * {@code mvn verify -P bench -Dtest=RecencyBench}
 */
@Tag("bench")
class RecencyBench {

    private static final long SEED = Long.getLong("bench.seed", 20261123);
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final int DAYS = 3652;
    private static final int QUERIES = 600;

    @TempDir
    private Path folder;

    @Test
    void broadQuestionsGetFreshAnswersAndKnownPostsStayFirst() throws IOException {
        Corpus corpus = Corpus.news("agnews");
        List<Integer> ranks = new ArrayList<>(IntStream.range(0, corpus.docs().size()).boxed().toList());
        Collections.shuffle(ranks, new Random(SEED));
        corpus.index(folder, "en",
                i -> NOW.minus(Duration.ofHours(24L * DAYS * ranks.get(i) / corpus.docs().size())));
        Figures with = figures(corpus, Ranking.DEFAULT);
        Figures without = figures(corpus, without(Ranking.DEFAULT));
        System.out.printf(Locale.ROOT,
                "agnews, dates over ten years, seed %d%nwith recency    %s%nwithout recency %s%n",
                SEED, with, without);
        assertTrue(with.medianAge() * 5 <= without.medianAge(), "fresher by " + without.medianAge() / with.medianAge());
        assertTrue(with.first() >= without.first() - 0.005, "known items lost " + (without.first() - with.first()));
    }

    /**
     * @param medianAge of the first ten posts for one-word queries, days
     * @param first the share of half headlines whose post stands first
     */
    private record Figures(double medianAge, double first) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "median age of ten for one word %.0f days, half headlines first %.3f",
                    medianAge, first);
        }
    }

    private Figures figures(Corpus corpus, Ranking ranking) throws IOException {
        try (SearchEngine engine = LuceneSearchEngine.open(folder, ranking, () -> NOW)) {
            List<Double> ages = new ArrayList<>();
            for (String word : words(corpus)) {
                for (Hit hit : engine.search(Ask.request(word, 10)).hits()) {
                    ages.add(Duration.between(hit.post().date().orElseThrow(), NOW).toHours() / 24.0);
                }
            }
            Collections.sort(ages);
            int first = 0;
            for (KnownItems.Item item : new KnownItems(corpus, SEED).items(KnownItems.Kind.HALF, QUERIES)) {
                List<Hit> hits = engine.search(Ask.request(item.query(), 1)).hits();
                first += !hits.isEmpty() && KnownItems.normalised(hits.get(0).post().title())
                        .equals(KnownItems.normalised(item.headline())) ? 1 : 0;
            }
            return new Figures(ages.get(ages.size() / 2), first / (double) QUERIES);
        }
    }

    /** Words of headlines that some hundred posts have: what someone types who wants to see what is new. */
    private static List<String> words(Corpus corpus) {
        Map<String, Integer> posts = new HashMap<>();
        for (Corpus.Doc doc : corpus.docs()) {
            KnownItems.words(doc.title()).stream().distinct().forEach(word -> posts.merge(word, 1, Integer::sum));
        }
        List<String> words = new ArrayList<>(posts.keySet().stream().filter(w -> w.matches("[a-z]{4,}"))
                .filter(w -> posts.get(w) >= 50).sorted().toList());
        Collections.shuffle(words, new Random(SEED));
        return words.subList(0, Math.min(QUERIES, words.size()));
    }

    private static Ranking without(Ranking r) {
        return new Ranking(r.title(), r.headline(), r.pair(), r.pairSlop(), r.pairsUpTo(), 0, r.recencyPivot(),
                r.acronym(), r.accents(), r.synonym());
    }
}
