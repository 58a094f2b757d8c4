package broadsheet.opensearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A host on the loopback address that answers as it is told, one answer after the other; the last one stays. */
final class BadHost implements AutoCloseable {

    /** One answer: a status and a body; 0 breaks the connection off, -1 never answers. */
    record Says(int status, String body) {
        static final Says BREAKS_OFF = new Says(0, "");
        static final Says HANGS = new Says(-1, "");

        static Says ok(String body) {
            return new Says(200, body);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Says> answers;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    BadHost(Says... answers) throws IOException {
        this.answers = new ArrayDeque<>(List.of(answers));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().startsWith("/_nodes/")) {
            asked.incrementAndGet();
        }
        exchange.getRequestBody().readAllBytes();
        Says says = next();
        if (says.status() == 0) {
            exchange.close();
            return;
        }
        if (says.status() < 0) {
            awaitEnd();
            exchange.close();
            return;
        }
        byte[] body = says.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(says.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized Says next() {
        return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }

    private void awaitEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many requests came. */
    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
