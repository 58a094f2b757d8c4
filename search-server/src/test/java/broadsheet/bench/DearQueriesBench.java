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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private static final List<String> WORDS = List.of("house", "market", "stock", "player", "minister", "company",
            "people",
            "government", "world", "china", "record", "season", "report", "group", "launch", "music", "bank", "phone",
            "space", "court");

    @TempDir
    private Path folder;

    private static String row(int count, String form) {
        return IntStream.range(0, count).mapToObj(i -> form.replace("W", WORDS.get(i % 20)).replace("C",
                String.valueOf((char) ('a' + i % 26)))).collect(Collectors.joining(" "));
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(List.of("oil~2 ".repeat(60), row(64, "WC~2"), row(64, "Ce*"),
                row(64, "C?e*"),
                row(8, "*C*"), "the /p ".repeat(64) + "the", "the NEAR/5 ".repeat(30) + "the",
                "the /p of /p a /p in /p to /p and /p on /p for /p at", "a-".repeat(500) + "a", "a-b-".repeat(60) + "c",
                "a ".repeat(64), "\"" + "the ".repeat(64) + "\"", "\"" + "the ".repeat(64) + "\"~50",
                "the-".repeat(64) + "the",
                "\"th* of* in* to* an* fo* on* at*\"~20", "(th* NEAR/9 of*) /p (in* NEAR/9 to*) /p (an* /p fo*)",
                ". date:2004 /s london . ~2", row(64, "qzWC"), "中国經濟新聞".repeat(100), "ab.c-d'e ".repeat(60),
                "-the ".repeat(60), "title:a* ".repeat(30), "(a OR b) ".repeat(30), "\"in the\" /p ".repeat(30) + "x",
                "U.S. ".repeat(60), "éèêëēėę ".repeat(60), "e-mail co-op ".repeat(30),
                "\"e-mail co-op by-election\" ".repeat(20),
                "the of and to in a is that for on with as at by from it be are",
                "colour labour centre ".repeat(21), "\"" + "colour-labour ".repeat(32) + "\"",
                "title:the /p ".repeat(40)));
        return texts.stream().map(String::strip).toList();
    }

    @Test
    void noneIsDear() throws IOException {
        List<String> tooDear = new ArrayList<>();
        int partial = 0;
        double millis = 0;
        double megabytes = 0;
        try (SearchEngine engine = LuceneSearchEngine.open(Corpus.news("agnews").index(folder))) {
            for (int round = 0; round < 3; round++) {
                for (String text : texts()) {
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
