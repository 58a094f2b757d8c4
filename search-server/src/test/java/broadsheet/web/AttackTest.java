package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Strangers send what they like, six at a time, beside clients that hang; whoever asks a question is answered. */
@Timeout(600)
@Isolated("what it measures is wrong beside other tests")
class AttackTest {

    private static final int ATTACKERS = 6;
    /** Many inputs leave their connection open, and are waited for. */
    private static final int MANY_ATTACKERS = 24;
    /** So many that the slowest hundredth is more than one, which any busy machine may delay. */
    private static final int LEAST_ASKED = 200;
    private static final long NEVER_MICROS = 3_000_000;
    private static final Path SEEDS = Path.of("../seeds");

    /** What came back for one input, or nothing when the server closed without a word. */
    private static String answer(int port, String input) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(3000);
            socket.getOutputStream().write(input.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readNBytes(4000), StandardCharsets.ISO_8859_1);
        } catch (SocketTimeoutException unfinished) {
            return "";
        } catch (IOException closed) {
            // A request that is refused while it is still being sent.
            return "";
        }
    }

    private static void check(String input, String answer, TreeMap<String, Integer> statuses) {
        String status = answer.startsWith("HTTP/1.1 ") ? answer.substring(9, 12) : "closed";
        statuses.merge(status, 1, Integer::sum);
        String shown = input.substring(0, Math.min(300, input.length())) + "\n=> " + answer;
        boolean meant = !status.startsWith("5") || status.equals("503") || status.equals("505");
        assertTrue(meant, shown);
        String lower = answer.toLowerCase(Locale.ROOT);
        if (!status.equals("closed")) {
            assertTrue(lower.contains("x-content-type-options: nosniff"), shown);
        }
        assertFalse(lower.contains("jetty") || lower.contains("javalin") || lower.contains("\tat "), shown);
    }

    private static long[] asked(int port, AtomicBoolean ended) {
        List<Long> micros = new ArrayList<>();
        int busy = 0;
        List<String> paths = List.of("/api/v1/search?q=sea", "/healthz", "/search?q=wall", "/readyz");
        while (!ended.get() || micros.size() < LEAST_ASKED) {
            long start = System.nanoTime();
            String answer = answer(port, "GET " + paths.get(micros.size() % 4)
                    + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            micros.add((System.nanoTime() - start) / 1000);
            busy += answer.startsWith("HTTP/1.1 503 ") ? 1 : 0;
            // No answer within three seconds is the slowest of all, and is judged with the others.
            boolean meant = answer.startsWith("HTTP/1.1 200 ") || answer.startsWith("HTTP/1.1 503 ");
            if (answer.isEmpty()) {
                micros.set(micros.size() - 1, NEVER_MICROS);
            }
            assertTrue(answer.isEmpty() || meant, answer);
        }
        assertTrue(busy <= micros.size() / 20, busy + " of " + micros.size() + " sent away");
        return micros.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static void attacked(int port, List<String> inputs, int attackers) throws Exception {
        TreeMap<String, Integer> statuses = new TreeMap<>();
        AtomicBoolean ended = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(attackers + 1);
                Drippers slow = new Drippers(port, 60, "GET / HTTP/1.1\r\nX: ", 1).drip(300)) {
            CompletableFuture<long[]> other = CompletableFuture.supplyAsync(() -> asked(port, ended), threads);
            List<CompletableFuture<String>> answers = inputs.stream()
                    .map(input -> CompletableFuture.supplyAsync(() -> answer(port, input), threads)).toList();
            try {
                for (int i = 0; i < inputs.size(); i++) {
                    check(inputs.get(i), answers.get(i).get(), statuses);
                }
            } finally {
                ended.set(true);
            }
            long[] micros = other.get();
            long p99 = micros[(int) (micros.length * .99)];
            long never = Arrays.stream(micros).filter(one -> one >= NEVER_MICROS).count();
            System.out.println(inputs.size() + " inputs: " + statuses + "; another client: " + micros.length
                    + " answers, p50 " + micros[micros.length / 2] + " us, p99 " + p99 + " us, " + never
                    + " not answered, " + slow.open()
                    + " of 60 dripping");
            assertTrue(p99 < 1_000_000, Arrays.toString(micros));
        }
    }

    private static List<String> inputs(int more) {
        long seed = Long.getLong("seed", new Random().nextInt(1_000_000));
        System.out.println("seed " + seed);
        Attack attack = new Attack(seed);
        List<String> inputs = new ArrayList<>(Attack.known());
        for (int i = 0; i < more; i++) {
            inputs.add(attack.next());
        }
        return inputs;
    }

    @Test
    void noInputMakesAFailureOrKeepsAnotherClientWaiting(@TempDir Path folder) throws Exception {
        try (ServedArchive server = ServedArchive.of(SEEDS, folder)) {
            attacked(server.port(), inputs(300), ATTACKERS);
            assertEquals(200, server.get("/search?q=sea").statusCode());
        }
    }

    @Tag("torture")
    @Test
    @Timeout(3600)
    void twentyThousandInputsMakeNoFailureEither(@TempDir Path folder) throws Exception {
        try (ServedArchive server = ServedArchive.of(SEEDS, folder)) {
            attacked(server.port(), inputs(Integer.getInteger("inputs", 20_000)), MANY_ATTACKERS);
        }
    }
}
