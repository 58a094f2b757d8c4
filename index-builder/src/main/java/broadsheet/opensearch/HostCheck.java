package broadsheet.opensearch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import tools.jackson.databind.JsonNode;

/**
 * Finds out which hosts answer, all at once. Where a search takes too long, the host that was asked may be well and wait
 * for another; only a question that each node answers by itself tells which one hangs.
 */
final class HostCheck {

    /** What a node says of itself without asking another. */
    static final String PATH = "/_nodes/_local?filter_path=nodes.*.name";

    /** A node that is busy takes some tenths of a second. */
    private static final Duration LIMIT = Duration.ofSeconds(1);
    /** Requests that fail together need one check. */
    private static final Duration FRESH = Duration.ofMillis(300);

    private final Hosts hosts;
    private final Asker asker;
    private long checked = System.nanoTime() - FRESH.toNanos();

    /** Asks a host for {@link #PATH}. */
    @FunctionalInterface
    interface Asker {
        CompletableFuture<JsonNode> ask(URI host, Duration limit);
    }

    HostCheck(Hosts hosts, Asker asker) {
        this.hosts = hosts;
        this.asker = asker;
    }

    synchronized void run() throws IOException {
        if (System.nanoTime() - checked < FRESH.toNanos()) {
            return;
        }
        Map<URI, CompletableFuture<JsonNode>> asked = new LinkedHashMap<>();
        hosts.all().forEach(host -> asked.put(host, asker.ask(host, LIMIT)));
        for (Map.Entry<URI, CompletableFuture<JsonNode>> each : asked.entrySet()) {
            note(each.getKey(), each.getValue());
        }
        checked = System.nanoTime();
    }

    private void note(URI host, CompletableFuture<JsonNode> answer) throws IOException {
        try {
            JsonNode nodes = answer.get().path("nodes");
            if (nodes.size() == 1) {
                hosts.answered(host, nodes.propertyNames().iterator().next());
            } else {
                // a user who may not ask that; the node is awake
                hosts.answered(host);
            }
        } catch (ExecutionException e) {
            hosts.failed(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while asking " + host);
        }
    }
}
