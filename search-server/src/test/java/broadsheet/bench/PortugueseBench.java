package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.IndexBuild;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Headlines of a Portuguese archive found again: half of their words, in other forms, and each without accents.
 * {@code mvn verify -P bench -Dtest=PortugueseBench}
 */
@Tag("bench")
class PortugueseBench {

    private static final long SEED = Long.getLong("bench.seed", 20261123);
    private static final int HEADLINES = 400;
    private static final int ROOT = 3;
    /** Endings that forms of one word have in turn: plurals, genders, tenses. */
    private static final List<List<String>> ENDINGS = List.of(List.of("", "s"), List.of("ão", "ões"),
            List.of("al", "ais"), List.of("el", "éis"), List.of("m", "ns"), List.of("r", "res"),
            List.of("o", "os", "a", "as"), List.of("dor", "dora", "dores"),
            List.of("ar", "ou", "aram", "ando", "am", "ado", "ada", "ados", "adas", "amos", "ava"),
            List.of("er", "eu", "eram", "endo", "ido", "ida"), List.of("ir", "iu", "iram", "indo", "ido", "ida"));

    @TempDir
    private Path folder;
    private final Random random = new Random(SEED);

    @Test
    void headlinesAreFoundInOtherFormsAndWithoutAccents() throws IOException, InterruptedException {
        Path archive = Corpus.shared("archives/tableless-pt.tar.gz").toAbsolutePath();
        Path posts = Files.createDirectory(folder.resolve("posts"));
        assertEquals(0, new ProcessBuilder("tar", "xzf", archive.toString(), "-C", posts.toString()).inheritIO().start()
                .waitFor());
        Path index = folder.resolve("index");
        new IndexBuild(LucenePostIndexer::open).run(BuildOptions.of(List.of(posts), index), BuildListener.NONE);
        try (SearchEngine engine = LuceneSearchEngine.open(index)) {
            List<String> headlines = headlines(engine);
            Map<String, Set<String>> forms = forms(headlines);
            Collections.shuffle(headlines, random);
            double[] first = new double[4];
            for (String headline : headlines.subList(0, HEADLINES)) {
                String half = String.join(" ", half(KnownItems.words(headline)));
                String other = String.join(" ",
                        KnownItems.words(headline).stream().map(word -> otherForm(word, forms)).toList());
                List<String> queries = List.of(half, bare(half), other, bare(other));
                for (int i = 0; i < first.length; i++) {
                    first[i] += isFirst(engine, queries.get(i), headline) ? 1.0 / HEADLINES : 0;
                }
            }
            System.out.printf(Locale.ROOT, "tableless-pt, seed %d, success@1: half %.3f, without accents %.3f, "
                    + "other forms %.3f, without accents %.3f%n", SEED, first[0], first[1], first[2], first[3]);
            assertTrue(first[0] >= 0.88 && first[2] >= 0.88, "half " + first[0] + ", other forms " + first[2]);
            assertTrue(Math.abs(first[0] - first[1]) <= 0.02 && Math.abs(first[2] - first[3]) <= 0.02, "accents");
        }
    }

    private static List<String> headlines(SearchEngine engine) {
        SearchRequest all = Ask.request("", 100);
        SearchResponse page = engine.search(all);
        Set<String> headlines = new TreeSet<>();
        while (true) {
            page.hits().stream().map(hit -> hit.post().title()).filter(title -> KnownItems.words(title).size() >= 4)
                    .forEach(headlines::add);
            Optional<String> next = page.nextCursor();
            if (next.isEmpty()) {
                return new ArrayList<>(headlines);
            }
            page = engine.search(all.withCursor(next.get()));
        }
    }

    /** For each word of a headline the other forms of it that headlines have. */
    private static Map<String, Set<String>> forms(List<String> headlines) {
        Set<String> words = new HashSet<>();
        headlines.forEach(headline -> words.addAll(KnownItems.words(headline)));
        Map<String, Set<String>> forms = new HashMap<>();
        for (String word : words) {
            for (List<String> endings : ENDINGS) {
                for (String ending : endings) {
                    int root = word.length() - ending.length();
                    if (root >= ROOT && word.endsWith(ending)) {
                        endings.stream().map(other -> word.substring(0, root) + other)
                                .filter(other -> !other.equals(word) && words.contains(other))
                                .forEach(other -> forms.computeIfAbsent(word, key -> new TreeSet<>()).add(other));
                    }
                }
            }
        }
        return forms;
    }

    private String otherForm(String word, Map<String, Set<String>> forms) {
        List<String> others = List.copyOf(new TreeSet<>(forms.getOrDefault(word, Set.of(word))));
        return others.get(random.nextInt(others.size()));
    }

    private List<String> half(List<String> words) {
        List<String> left = new ArrayList<>(words);
        while (left.size() > (words.size() + 1) / 2) {
            left.remove(random.nextInt(left.size()));
        }
        return left;
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static boolean isFirst(SearchEngine engine, String query, String headline) {
        return engine.search(Ask.request(query, 1)).hits().stream()
                .anyMatch(hit -> KnownItems.normalised(hit.post().title()).equals(KnownItems.normalised(headline)));
    }
}
