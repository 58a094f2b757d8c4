package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four characters of a Chinese post find it again. {@code mvn verify -P bench -Dtest=ChineseBench} */
@Tag("bench")
class ChineseBench {

    private static final long SEED = Long.getLong("bench.seed", 20261123);
    private static final int PHRASES = 200;
    private static final int LENGTH = 4;

    @TempDir
    private Path folder;

    private record Cut(String phrase, String id) {}

    @Test
    void phrasesOfFourCharactersFindThePostTheyWereCutFrom() throws IOException {
        Corpus corpus = Corpus.news("crud_zh");
        List<Cut> cuts = cuts(corpus);
        int quoted = 0;
        int first = 0;
        int ten = 0;
        corpus.index(folder, "zh", i -> Instant.parse("2023-08-01T00:00:00Z"));
        try (SearchEngine engine = LuceneSearchEngine.open(folder)) {
            for (Cut cut : cuts) {
                quoted += isAmongAll(engine, "\"" + cut.phrase() + "\"", cut.id()) ? 1 : 0;
                SearchResponse plain = engine.search(Ask.request(cut.phrase(), 10));
                int place = Ask.ids(plain).indexOf(cut.id());
                first += place == 0 ? 1 : 0;
                ten += place >= 0 ? 1 : 0;
                if (place < 0 && Boolean.getBoolean("bench.show")) {
                    System.out.println(cut.phrase() + "\t" + plain.total() + " posts");
                }
            }
        }
        System.out.printf(Locale.ROOT, "crud_zh, seed %d: quoted %d of %d; unquoted first %.3f, in ten %.3f%n", SEED,
                quoted, PHRASES, first / (double) PHRASES, ten / (double) PHRASES);
        assertEquals(PHRASES, quoted, "quoted phrases that found their post");
        assertTrue(ten >= 0.9 * PHRASES, "unquoted, in the first ten: " + ten);
    }

    /** Runs of four Chinese characters without a sign between them, each from another post. */
    private static List<Cut> cuts(Corpus corpus) {
        Random random = new Random(SEED);
        List<Cut> cuts = new ArrayList<>();
        while (cuts.size() < PHRASES) {
            Corpus.Doc doc = corpus.docs().get(random.nextInt(corpus.docs().size()));
            if (doc.body().length() > LENGTH) {
                int at = random.nextInt(doc.body().length() - LENGTH);
                String phrase = doc.body().substring(at, at + LENGTH);
                if (phrase.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)) {
                    cuts.add(new Cut(phrase, doc.id()));
                }
            }
        }
        return cuts;
    }

    private static boolean isAmongAll(SearchEngine engine, String query, String id) {
        SearchRequest first = Ask.request(query, 100);
        SearchResponse answer = engine.search(first);
        while (!Ask.ids(answer).contains(id)) {
            Optional<String> next = answer.nextCursor();
            if (next.isEmpty()) {
                return false;
            }
            answer = engine.search(first.withCursor(next.get()));
        }
        return true;
    }
}
