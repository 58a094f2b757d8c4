package broadsheet.opensearch;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * The addresses of a cluster in the order in which to ask them: in turn, but those that failed lately last. Without that,
 * each search of an outage would try the dead host first.
 */
final class Hosts {

    /** How long a failed host stands last. */
    static final Duration LAST = Duration.ofSeconds(5);

    private final List<URI> all;
    private final LongSupplier nanos;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<URI, Long> failedUntil = new ConcurrentHashMap<>();
    private final Map<URI, String> nodes = new ConcurrentHashMap<>();

    /** @param nanos a clock as {@link System#nanoTime} */
    Hosts(List<URI> all, LongSupplier nanos) {
        this.all = List.copyOf(all);
        this.nanos = nanos;
    }

    int size() {
        return all.size();
    }

    /** All of them. */
    List<URI> all() {
        return all;
    }

    /** Whether one failed lately. */
    boolean anyFailed() {
        long now = nanos.getAsLong();
        return all.stream().anyMatch(host -> isLast(host, now));
    }

    /** Whether one did not fail lately. */
    boolean anyGood() {
        long now = nanos.getAsLong();
        return all.stream().anyMatch(host -> !isLast(host, now));
    }

    /**
     * Where searches go while a host fails: the nodes that answer, as OpenSearch's {@code preference}. A node that asks
     * one that hangs for its shards waits for it, for half a minute by default. Empty while no host fails, and where
     * nobody knows which node a host is.
     */
    Optional<String> preference() {
        if (!anyFailed()) {
            return Optional.empty();
        }
        long now = nanos.getAsLong();
        List<String> awake = all.stream().filter(host -> !isLast(host, now) && nodes.containsKey(host))
                .map(nodes::get).toList();
        return awake.isEmpty() ? Optional.empty() : Optional.of("_prefer_nodes:" + String.join(",", awake));
    }

    /** All hosts, the one to ask first before the others. */
    List<URI> order() {
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        List<URI> order = new ArrayList<>(all.subList(first, all.size()));
        order.addAll(all.subList(0, first));
        long now = nanos.getAsLong();
        order.sort(Comparator.comparing(host -> isLast(host, now)));
        return order;
    }

    private boolean isLast(URI host, long now) {
        Long until = failedUntil.get(host);
        return until != null && until - now > 0;
    }

    void failed(URI host) {
        failedUntil.put(host, nanos.getAsLong() + LAST.toNanos());
    }

    void answered(URI host) {
        failedUntil.remove(host);
    }

    /** @param node the identifier of the node */
    void answered(URI host, String node) {
        answered(host);
        nodes.put(host, node);
    }
}
