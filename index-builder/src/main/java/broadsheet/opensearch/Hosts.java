package broadsheet.opensearch;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    /** @param nanos a clock as {@link System#nanoTime} */
    Hosts(List<URI> all, LongSupplier nanos) {
        this.all = List.copyOf(all);
        this.nanos = nanos;
    }

    int size() {
        return all.size();
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
}
