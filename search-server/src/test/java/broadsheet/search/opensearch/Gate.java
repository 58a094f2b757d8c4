package broadsheet.search.opensearch;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An address in front of a real one: shut, it breaks off every connection, as an address does whose machine is gone. */
final class Gate implements Closeable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> passing = ConcurrentHashMap.newKeySet();
    private final URI behind;
    private volatile boolean open;

    /** Shut at first. */
    Gate(URI behind) throws IOException {
        this.behind = behind;
        Thread.ofPlatform().daemon().name("gate").start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    void open() {
        open = true;
    }

    void shut() {
        open = false;
        passing.forEach(Gate::end);
        passing.clear();
    }

    private void accept() {
        try {
            while (true) {
                Socket from = door.accept();
                if (open) {
                    Socket to = new Socket(behind.getHost(), behind.getPort());
                    passing.add(from);
                    passing.add(to);
                    carry(from, to);
                    carry(to, from);
                } else {
                    end(from);
                }
            }
        } catch (IOException e) {
            passing.forEach(Gate::end);
        }
    }

    private static void carry(Socket from, Socket to) {
        Thread.ofPlatform().daemon().name("gate-carrier").start(() -> {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // one of both is gone
            }
            end(from);
            end(to);
        });
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone already
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        shut();
    }
}
