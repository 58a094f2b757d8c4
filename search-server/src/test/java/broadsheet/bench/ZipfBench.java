package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.SearchEngine;
import broadsheet.search.lucene.LuceneSearchEngine;
import broadsheet.web.ServerOptions;
import broadsheet.web.WebServer;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What kept answers spare: a stream of 20,000 distinct questions, the n-th of which is asked with a share of 1/n, over HTTP,
 * with and without them. CPU of the process, clients and all. On AG News where it is at hand, else on made posts.
 */
@Tag("bench")
class ZipfBench {

    private static final int DISTINCT = 20_000;
    private static final int WARMING = 20_000;
    private static final int ASKED = 20_000;
    private static final int MADE_POSTS = 20_000;

    @TempDir
    private Path folder;

    @Test
    void whatReadersAskAgainIsKept() throws Exception {
        Corpus corpus = Corpus.isShared("corpora/agnews") ? Corpus.news("agnews") : MadeCorpus.of(MADE_POSTS);
        List<String> texts = texts(corpus);
        assertEquals(DISTINCT, texts.size());
        try (SearchEngine engine = LuceneSearchEngine.open(corpus.index(folder))) {
            double with = micros(engine, texts, ServerOptions.local(0));
            ServerOptions none = ServerOptions.local(0);
            double without = micros(engine, texts, none.withLimits(none.limits().withKeptBytes(0)));
            System.out.printf(Locale.ROOT,
                    "us of CPU an answer, client and server: %.0f with kept answers, %.0f without%n",
                    with, without);
            assertTrue(with < without, "kept answers spare nothing");
        }
    }

    /** Two or three words of a post each. */
    private static List<String> texts(Corpus corpus) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; texts.size() < DISTINCT; i++) {
            String[] words = corpus.docs().get(i % corpus.docs().size()).body().split("\\W+");
            int from = i / corpus.docs().size();
            if (words.length > from + 6) {
                texts.add(words[from] + " " + words[from + 3] + " " + words[from + 5]);
            }
        }
        return texts;
    }

    private static double micros(SearchEngine engine, List<String> texts, ServerOptions options) throws Exception {
        double[] sums = new double[texts.size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = (i == 0 ? 0 : sums[i - 1]) + 1.0 / (i + 1);
        }
        Random random = new Random(1);
        try (WebServer server = WebServer.start(options, engine, Optional.empty());
                HttpClient client = HttpClient.newHttpClient()) {
            ask(client, server.port(), texts, sums, random, WARMING);
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long cpu = system.getProcessCpuTime();
            ask(client, server.port(), texts, sums, random, ASKED);
            return (system.getProcessCpuTime() - cpu) / 1e3 / ASKED;
        }
    }

    private static void ask(HttpClient client, int port, List<String> texts, double[] sums, Random random, int times)
            throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            int place = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
            String text = texts.get(place < 0 ? -place - 1 : place);
            URI address = URI.create("http://127.0.0.1:" + port + "/api/v1/search?q="
                    + URLEncoder.encode(text, StandardCharsets.UTF_8));
            assertEquals(200, client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray())
                    .statusCode());
        }
    }
}
