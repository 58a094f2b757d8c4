package broadsheet.web;

import broadsheet.web.ServerOptions.Limits;
import broadsheet.web.limits.Clients;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;

/**
 * All open connections, and which of them have to go. A connection either waits for its client (for a request, or for
 * the rest of one) or is being answered. Only those that wait are counted and closed, and of these the one that has
 * waited longest: a client that sends its request at once is never the one, so it is answered, health too, while
 * thousands hold connections open and send a byte now and then. A proxy that the owner named has no limit of its own.
 */
final class Connections implements Connection.Listener {

    /** A newcomer may need this long to send its request before its address's limit can cost it the connection. */
    private static final long GRACE_NANOS = 1_000_000_000L;
    /** So many times the limit of an address are let in at once; within the grace they are not told from a crowd. */
    private static final int CROWD = 4;
    /** A client that has not taken its answer by then is not reading: a page of 100 KB in a minute is 1.7 KB/s. */
    private static final long ANSWER_NANOS = 60_000_000_000L;

    /** Requests sent without waiting for answers; browsers send none so. A thousand would keep a thread to themselves. */
    private static final int MOST_IN_A_ROW = 10;

    private final Limits limits;
    private final Clients clients;
    private final LongSupplier nanos;
    private final Map<EndPoint, Held> all = new ConcurrentHashMap<>();

    /** @param nanos a clock that only goes forward */
    Connections(Limits limits, Clients clients, LongSupplier nanos) {
        this.limits = limits;
        this.clients = clients;
        this.nanos = nanos;
    }

    /** One connection; its fields change under its own lock. */
    private static final class Held {

        private final Connection connection;
        private final String address;
        private final boolean trusted;
        /** Requests that are being answered: one, or for a moment two of a client that does not wait. */
        private int answering;
        /** When its present state began. */
        private long since;
        /** Bytes that had come when it began to wait; more are the beginning of a request. */
        private long bytes;
        private boolean receiving;
        /** Requests that were there before the answer to the one before had left. */
        private int inARow;

        Held(Connection connection, String address, boolean trusted, long now) {
            this.connection = connection;
            this.address = address;
            this.trusted = trusted;
            this.since = now;
            // A new connection that sends nothing is as slow as one that sends a byte.
            this.receiving = true;
        }

        synchronized boolean answering(long now) {
            boolean ahead = answering > 0 || connection.getBytesIn() == bytes;
            inARow = ahead ? inARow + 1 : 0;
            answering++;
            since = now;
            return inARow < MOST_IN_A_ROW;
        }

        synchronized void waiting(long now) {
            answering--;
            receiving = false;
            since = now;
            bytes = connection.getBytesIn();
        }

        synchronized boolean waits() {
            return answering == 0;
        }

        synchronized long age(long now) {
            return now - since;
        }

        /** Whether the client had long enough for what it does. */
        synchronized boolean late(long now, long headerNanos) {
            if (answering > 0) {
                return now - since > ANSWER_NANOS;
            }
            if (!receiving && connection.getBytesIn() > bytes) {
                receiving = true;
                since = now;
            }
            return receiving && now - since > headerNanos;
        }

        /** Whether an answer is owed, or a request is on its way that began a moment ago. */
        synchronized boolean active(long now) {
            return answering > 0 || (receiving || connection.getBytesIn() > bytes) && now - since < GRACE_NANOS;
        }
    }

    @Override
    public void onOpened(Connection connection) {
        String address = connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress peer
                ? peer.getAddress().getHostAddress()
                : "";
        Held one = new Held(connection, Clients.network64(address), clients.isProxy(address), nanos.getAsLong());
        tooMany(one).forEach(this::close);
    }

    /** The newcomer is taken in; who goes is settled one at a time, so that two do not send away the same one. */
    private synchronized List<Held> tooMany(Held one) {
        List<Held> gone = new ArrayList<>();
        all.put(one.connection.getEndPoint(), one);
        if (all.size() > limits.connections()) {
            gone.add(longestWaiting(all.values().stream().filter(h -> !h.trusted).toList()).orElse(one));
        }
        List<Held> same = one.trusted ? List.of() : waitingOf(one.address);
        if (same.size() > CROWD * limits.connectionsOfOne()) {
            longestWaiting(same).ifPresent(gone::add);
        }
        gone.forEach(held -> all.remove(held.connection.getEndPoint()));
        return gone;
    }

    @Override
    public void onClosed(Connection connection) {
        all.remove(connection.getEndPoint());
    }

    /**
     * The whole header of a request has come.
     *
     * @return whether the connection may be kept: not where its client sends one request after another without reading
     */
    boolean answering(EndPoint endPoint) {
        return Optional.ofNullable(all.get(endPoint)).map(held -> held.answering(nanos.getAsLong())).orElse(true);
    }

    /** The answer has left, to the last byte. */
    void waiting(EndPoint endPoint) {
        Optional.ofNullable(all.get(endPoint)).ifPresent(held -> held.waiting(nanos.getAsLong()));
    }

    /** Closes the late ones, and of each address the ones beyond its limit; called about twice a second. */
    void sweep() {
        long now = nanos.getAsLong();
        Map<String, List<Held>> waiting = new HashMap<>();
        List<Held> closed = new ArrayList<>();
        for (Held held : all.values()) {
            if (held.late(now, limits.header().toNanos())) {
                closed.add(held);
            } else if (held.waits() && !held.trusted) {
                waiting.computeIfAbsent(held.address, address -> new ArrayList<>()).add(held);
            }
        }
        for (List<Held> same : waiting.values()) {
            // Ages change meanwhile, and what is sorted must not.
            same.stream().map(held -> new Aged(held, held.age(now))).filter(aged -> aged.nanos() > GRACE_NANOS)
                    .sorted(Comparator.comparingLong(Aged::nanos).reversed())
                    .limit(Math.max(0, same.size() - limits.connectionsOfOne()))
                    .forEach(aged -> closed.add(aged.held()));
        }
        closed.forEach(this::close);
    }

    private record Aged(Held held, long nanos) {}

    /** Open connections. */
    int count() {
        return all.size();
    }

    /** Connections whose client will miss something when they are closed. */
    long active() {
        long now = nanos.getAsLong();
        return all.values().stream().filter(held -> held.active(now)).count();
    }

    private List<Held> waitingOf(String address) {
        return all.values().stream().filter(held -> held.address.equals(address) && held.waits()).toList();
    }

    private Optional<Held> longestWaiting(List<Held> some) {
        return some.stream().filter(Held::waits).min(oldestFirst(nanos.getAsLong()));
    }

    private static Comparator<Held> oldestFirst(long now) {
        return Comparator.comparingLong((Held held) -> held.age(now)).reversed();
    }

    /** Forgotten at once, as Jetty says only later that it is closed, and it must not be chosen twice. */
    private void close(Held held) {
        all.remove(held.connection.getEndPoint());
        held.connection.getEndPoint().close();
    }
}
