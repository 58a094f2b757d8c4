package broadsheet.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Clients that hold connections open and send a byte now and then; the ones that the server closes come back, unless they
 * are told otherwise.
 */
final class Drippers implements AutoCloseable {

    private static final byte[] BYTE = "a".getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private final byte[] start;
    private final int addresses;
    private final List<Socket> sockets = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private boolean comeBack = true;
    private int opened;

    /**
     * @param start what each sends at once
     * @param addresses the loopback addresses that they come from, one after another
     */
    Drippers(int port, int count, String start, int addresses) {
        this.port = port;
        this.start = start.getBytes(StandardCharsets.US_ASCII);
        this.addresses = addresses;
        for (int i = 0; i < count; i++) {
            sockets.add(connected());
        }
    }

    /** From now on, a byte of each in every round, until {@link #end}. */
    Drippers drip(long everyMillis) {
        timer.scheduleWithFixedDelay(this::round, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
        return this;
    }

    /** Who is sent away stays away; to be called before {@link #drip}. */
    Drippers stayAway() {
        comeBack = false;
        return this;
    }

    private synchronized void round() {
        for (int i = 0; i < sockets.size(); i++) {
            try {
                sockets.get(i).getOutputStream().write(BYTE);
            } catch (IOException closed) {
                if (comeBack) {
                    sockets.set(i, connected());
                }
            }
        }
    }

    private Socket connected() {
        Socket socket = new Socket();
        try {
            int last = opened++ % addresses + 1;
            socket.bind(new InetSocketAddress("127.0.0." + (addresses == 1 ? 1 : last + 10), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port), 5000);
            socket.getOutputStream().write(start);
        } catch (IOException refused) {
            // It is tried again in the next round.
        }
        return socket;
    }

    /** How many the server has not closed. */
    synchronized int open() {
        int open = 0;
        for (Socket socket : sockets) {
            try {
                socket.setSoTimeout(1);
                open += socket.getInputStream().read() < 0 ? 0 : 1;
            } catch (SocketTimeoutException waiting) {
                open++;
            } catch (IOException closed) {
                // It counts as closed.
            }
        }
        return open;
    }

    @Override
    public void close() {
        end();
    }

    /** Stops and closes all. */
    void end() {
        timer.shutdownNow();
        synchronized (this) {
            for (Socket socket : sockets) {
                try {
                    socket.close();
                } catch (IOException e) {
                    // Nothing is lost.
                }
            }
        }
    }
}
