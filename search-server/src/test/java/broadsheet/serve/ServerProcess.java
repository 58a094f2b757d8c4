package broadsheet.serve;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Post;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** The real server in a process of its own, over an archive of 35,000 posts, and a client that opens a connection for each request. */
final class ServerProcess implements AutoCloseable {

    private static final int POSTS = 35_000;
    private static final int RARE_WORDS = 40_000;
    private static final String[] COMMON = ("the of to and in a for on is that with at by from as it was he said be has "
            + "its an are will have his not but they this after who were been one had new more year two would last over "
            + "oil house market stock player minister company people government world china record season report group "
            + "launch music bank phone space court prices iraq election football apple computer hurricane florida "
            + "microsoft nobel prize harbour wall tide london e-mail co-op by-election colour labour centre")
            .split(" ");
    private static final int PATIENCE_MILLIS = 30_000;

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Keeps no answers: each question costs what it costs.
     *
     * @param heap {@code 256m}
     */
    static ServerProcess start(Path index, String heap) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), SearchServer.class.getName(), "serve", "--index",
                index.toString(), "--port", "0", "--kept-answers", "0").redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.startsWith("Broadsheet is ready: ")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("the server did not start");
        }
        String address = line.split(" ")[3];
        return new ServerProcess(process, Integer.parseInt(address.replaceAll(".*:(\\d+)/", "$1")));
    }

    /** The index that was named by {@code -Dindex}, else one of made posts, the same ones each time. */
    static Path index(Path folder) throws IOException {
        String named = System.getProperty("index", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        Random random = new Random(14);
        Instant first = Instant.parse("2004-01-01T06:00:00Z");
        try (LucenePostIndexer indexer = LucenePostIndexer.open(folder, false)) {
            for (int i = 0; i < POSTS; i++) {
                String id = "post-" + i + ".md";
                indexer.put(id, List.of(Post.builder(id).title(words(random, 7)).body(words(random, 40)).lang("en")
                        .date(first.plus(i, ChronoUnit.HOURS)).categories(List.of("section" + i % 7)).build()));
            }
            indexer.publish(new byte[0]);
        }
        return folder;
    }

    /** A few words stand everywhere, most of the others in a post or two, as in any language. */
    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            boolean common = random.nextInt(10) < 7;
            double skew = random.nextDouble() * random.nextDouble();
            text.append(common
                    ? COMMON[(int) (skew * COMMON.length)]
                    : Integer.toString(46_656 + (int) (skew * RARE_WORDS) * 31, 36)).append(i % 12 == 11 ? ". " : " ");
        }
        return text.toString().strip() + ".";
    }

    long pid() {
        return process.pid();
    }

    /**
     * What came back.
     *
     * @param status 0 when the connection failed
     */
    record Came(int status, double millis, String body) {}

    Came get(String path) {
        long start = System.nanoTime();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
            return new Came(status, millis(start), answer.substring(answer.indexOf("\r\n\r\n") + 4));
        } catch (IOException e) {
            return new Came(0, millis(start), e.toString());
        }
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** The share of the heap that is in use after a collection. */
    double heapAfterCollection() throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(pid()), "GC.run").redirectErrorStream(true).start();
        jcmd.getInputStream().readAllBytes();
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd ended with " + jcmd.exitValue());
        }
        String metrics = get("/metrics").body();
        return metric(metrics, "broadsheet_memory_used_bytes") / metric(metrics, "broadsheet_memory_max_bytes");
    }

    private static double metric(String metrics, String name) {
        return metrics.lines().filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1))).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
