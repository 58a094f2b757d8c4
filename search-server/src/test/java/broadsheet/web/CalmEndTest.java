package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.Await;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** A server that is told to stop under load answers every request that it was sent. */
@Timeout(180)
@Isolated("what it measures is wrong beside other tests")
class CalmEndTest {

    private static final byte[] REQUEST = "GET /api/v1/search?q=sea HTTP/1.1\r\nHost: a\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    /** Asks without a rest over connections that are kept, until the server says that it takes no more. */
    private static final class Client {

        private final int port;
        private final AtomicInteger answered;
        private final List<String> lost = new ArrayList<>();

        Client(int port, AtomicInteger answered) {
            this.port = port;
            this.answered = answered;
        }

        List<String> run() {
            while (true) {
                Socket socket = new Socket();
                try {
                    socket.connect(new InetSocketAddress("127.0.0.1", port), 2000);
                } catch (IOException refused) {
                    return lost;
                }
                try (socket) {
                    socket.setSoTimeout(10_000);
                    InputStream in = new BufferedInputStream(socket.getInputStream());
                    while (asked(socket, in)) {
                        answered.incrementAndGet();
                    }
                    answered.incrementAndGet();
                } catch (IOException e) {
                    lost.add(e.toString());
                }
            }
        }

        /** One request; false when the answer was the last of its connection. */
        private static boolean asked(Socket socket, InputStream in) throws IOException {
            socket.getOutputStream().write(REQUEST);
            String head = "";
            while (!head.endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("cut off after " + head.length() + " characters of the header");
                }
                head += (char) next;
            }
            if (!head.startsWith("HTTP/1.1 200 ")) {
                throw new IOException(head);
            }
            String lower = head.toLowerCase(java.util.Locale.ROOT);
            int at = lower.indexOf("content-length: ") + 16;
            int length = Integer.parseInt(lower.substring(at, lower.indexOf("\r\n", at)));
            if (in.readNBytes(length).length < length) {
                throw new IOException("cut off in the body");
            }
            return !lower.contains("connection: close");
        }
    }

    private static void stoppedUnderLoad(int clients, Duration pause) throws InterruptedException, ExecutionException {
        ServerOptions options = ServerOptions.local(0);
        WebServer server = WebServer.start(options.withLimits(options.limits().withPause(pause).withSearches(100,
                Duration.ofSeconds(5))), new SampleEngine(), Optional.empty());
        AtomicInteger answered = new AtomicInteger();
        List<CompletableFuture<List<String>>> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Client client = new Client(server.port(), answered);
            all.add(CompletableFuture.supplyAsync(client::run, work -> Thread.ofVirtual().start(work)));
        }
        Await.until("the first answers", () -> answered.get() >= 20 * clients);
        long start = System.nanoTime();
        server.close();
        long millis = (System.nanoTime() - start) / 1_000_000;
        for (CompletableFuture<List<String>> one : all) {
            assertEquals(List.of(), one.get(), "requests lost");
        }
        System.out.println(clients + " clients, " + answered + " requests, none lost, stopped in " + millis + " ms");
        assertTrue(millis < 10_000, millis + " ms");
    }

    @Test
    void noRequestIsLostWhenTheServerStops() throws Exception {
        for (int round = 0; round < 3; round++) {
            stoppedUnderLoad(12, Duration.ofMillis(200));
        }
    }

    @Tag("torture")
    @Test
    void noRequestIsLostInTwentyRounds() throws Exception {
        for (int round = 0; round < 20; round++) {
            stoppedUnderLoad(24, Duration.ofSeconds(1));
        }
    }

    @Test
    void readinessIsFalseBeforeThePortCloses() throws Exception {
        ServerOptions options = ServerOptions.local(0);
        RunningServer server = new RunningServer(
                options.withLimits(options.limits().withPause(Duration.ofMillis(600))));
        int port = server.server.port();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server.server::close);
        int unready = 0;
        try {
            while (true) {
                // Closed by the client's wish: a connection that is kept would hide what comes next.
                String answer = server.raw("GET /readyz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
                if (answer.startsWith("HTTP/1.1 503 ")) {
                    unready++;
                    String search = server.raw("GET /search?q=a HTTP/1.1\r\nHost: a\r\n\r\n");
                    assertTrue(search.startsWith("HTTP/1.1 200 "), search);
                    assertTrue(search.contains("\r\nConnection: close\r\n"), search);
                }
            }
        } catch (java.io.UncheckedIOException refused) {
            assertTrue(unready > 0);
        }
        stopped.get();
        assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", port).close());
    }

    @Test
    void clientsThatHangDoNotKeepTheServerFromStopping() throws Exception {
        ServerOptions options = ServerOptions.local(0);
        WebServer server = WebServer.start(options.withLimits(options.limits().withPause(Duration.ofMillis(100))),
                new SampleEngine(), Optional.empty());
        try (Drippers slow = new Drippers(server.port(), 30, "GET / HTTP/1.1\r\nX: ", 1).drip(50)) {
            Thread.sleep(1100);
            long start = System.nanoTime();
            server.close();
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertTrue(millis < 5000, millis + " ms for " + slow.open());
        }
    }
}
