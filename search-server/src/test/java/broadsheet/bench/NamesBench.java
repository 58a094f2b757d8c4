package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchResponse.OtherSpelling;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which other spellings are offered for the names of real news, printed to be read; that ordinary words have hardly
 * any; and what looking for them costs. {@code mvn verify -P bench -Dtest=NamesBench}
 */
@Tag("bench")
class NamesBench {

    private static final int FEWEST = 5;
    private static final int SHOWN = 60;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"agnews", "reuters21578"})
    void spellingsOfFrequentNamesAreOfferedAndOfOrdinaryWordsNone(String name) throws IOException {
        Corpus corpus = Corpus.news(name);
        Map<String, int[]> seen = count(corpus);
        List<String> names = seen.keySet().stream().filter(w -> seen.get(w)[1] >= FEWEST && share(seen.get(w)) >= 0.9)
                .sorted(Comparator.comparingInt((String w) -> -seen.get(w)[0]).thenComparing(w -> w)).toList();
        List<String> ordinary = seen.keySet().stream()
                .filter(w -> seen.get(w)[0] >= FEWEST && share(seen.get(w)) < 0.05).sorted().limit(2_000).toList();
        try (SearchEngine engine = LuceneSearchEngine.open(corpus.index(folder))) {
            int shown = 0;
            for (String word : names) {
                List<OtherSpelling> others = engine.search(Ask.request(word, 1)).query().spellings();
                if (!others.isEmpty() && shown++ < SHOWN) {
                    System.out.println(name + "\t" + word + " (" + seen.get(word)[0] + ")\t" + others.stream()
                            .map(o -> o.text() + " (" + o.count() + ")").toList());
                }
            }
            List<String> wrong = new ArrayList<>();
            for (String word : ordinary) {
                engine.search(Ask.request(word, 1)).query().spellings().forEach(o -> wrong.add(word + "/" + o.text()));
            }
            System.out.printf("%s: %d of %d names have other spellings; so have of %d ordinary words: %s%n", name,
                    shown, names.size(), ordinary.size(), wrong);
            assertTrue(wrong.size() * 100 <= ordinary.size(), wrong.toString());
        }
    }

    @Test
    void aQueryWithANameCostsHardlyMore() throws IOException {
        Corpus corpus = Corpus.news("agnews");
        List<String> queries = Files.readAllLines(Corpus.shared("queries/bench-kw.txt")).stream().limit(1_000).toList();
        corpus.index(folder);
        for (List<String> set : List.of(queries, List.of("bush", "qaeda", "fallujah", "muqtada al-sadr", "hussein"))) {
            double first = Double.MAX_VALUE;
            double second = Double.MAX_VALUE;
            for (int round = 0; round < 7; round++) {
                // An engine of its own for each round: what it found of a name it remembers.
                try (SearchEngine engine = LuceneSearchEngine.open(folder)) {
                    second = Math.min(second, millis(engine, set, 2));
                    first = Math.min(first, millis(engine, set, 1));
                }
            }
            System.out.printf(Locale.ROOT, "%d queries: %.3f ms of CPU for page 1, %.3f for page 2 (no spellings)%n",
                    set.size(), first, second);
            assertTrue(first - second < 2, "spellings cost " + (first - second) + " ms a query");
        }
    }

    private static double millis(SearchEngine engine, List<String> queries, int page) {
        long start = Cpu.nanos();
        for (String query : queries) {
            engine.search(Ask.page(query, page, 1));
        }
        return (Cpu.nanos() - start) / 1e6 / queries.size();
    }

    /** For each word: posts that have it, and how often it stands within a sentence with a capital, and without. */
    private static Map<String, int[]> count(Corpus corpus) {
        Map<String, int[]> seen = new HashMap<>();
        for (Corpus.Doc doc : corpus.docs()) {
            Matcher word = WORD.matcher(doc.body());
            List<String> here = new ArrayList<>();
            while (word.find()) {
                String lower = word.group().toLowerCase(Locale.ROOT);
                boolean inside = word.start() > 1 && Character.isLetter(doc.body().charAt(word.start() - 2));
                if (lower.matches("[a-z]{4,}")) {
                    int[] counts = seen.computeIfAbsent(lower, key -> new int[3]);
                    counts[0] += here.contains(lower) ? 0 : 1;
                    counts[1] += inside && Character.isUpperCase(word.group().charAt(0)) ? 1 : 0;
                    counts[2] += inside && Character.isLowerCase(word.group().charAt(0)) ? 1 : 0;
                    here.add(lower);
                }
            }
        }
        return seen;
    }

    private static double share(int[] counts) {
        return counts[1] / (double) Math.max(1, counts[1] + counts[2]);
    }
}
