package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Questions that are made to be dear, on the 35,439 posts of AG News, plain and with explanations of 100 hits: none takes
 * more than 500 ms of CPU or 32 MB. {@code mvn verify -P bench -Dtest=DearQueriesBench}
 */
@Tag("bench")
class DearQueriesBench {

    private static final double MOST_MILLIS = 500;
    private static final double MOST_MEGABYTES = 32;
    @TempDir
    private Path folder;

    @Test
    void noneIsDear() throws IOException {
        List<String> tooDear = new ArrayList<>();
        int partial = 0;
        double millis = 0;
        double megabytes = 0;
        try (SearchEngine engine = LuceneSearchEngine.open(Corpus.news("agnews").index(folder))) {
            for (int round = 0; round < 3; round++) {
                for (String text : DearTexts.ALL) {
                    SearchRequest plain = SearchRequest.of(text);
                    for (SearchRequest request : List.of(plain, plain.withExplain(true).withSize(100),
                            plain.withFoldCopies(false).withPage(90))) {
                        long cpu = Cpu.nanos();
                        long bytes = Cpu.allocated();
                        SearchResponse response = engine.search(request);
                        double took = (Cpu.nanos() - cpu) / 1e6;
                        double made = (Cpu.allocated() - bytes) / 1e6;
                        // The first round pays for compiling.
                        if (round > 0) {
                            partial += response.partial() ? 1 : 0;
                            millis = Math.max(millis, took);
                            megabytes = Math.max(megabytes, made);
                            if (took > MOST_MILLIS || made > MOST_MEGABYTES) {
                                tooDear.add(String.format(Locale.ROOT, "%.0f ms, %.1f MB: %.80s", took, made, text));
                            }
                        }
                    }
                }
            }
        }
        System.out.printf(Locale.ROOT, "dearest: %.0f ms of CPU, %.1f MB; %d answers partial%n", millis, megabytes,
                partial);
        assertEquals(List.of(), tooDear);
        assertTrue(partial > 0, "no question was dear");
    }
}
