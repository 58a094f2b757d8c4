package broadsheet.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Listens, and can stop listening without losing a connection that the system has taken already. */
final class CalmConnector extends ServerConnector {

    /** Connections that wait to be accepted; the system's own default of 50 makes others wait a second or three. */
    private static final int BACKLOG = 1024;
    /** What the system keeps for a client that does not read; left to itself it takes some megabytes for each. */
    private static final int SEND_BYTES = 128 * 1024;
    private static final long PATIENCE_SECONDS = 2;
    private static final int WAKE_MILLIS = 1000;

    private final Runnable opening;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile ServerSocketChannel channel;
    private volatile boolean ending;

    /** @param opening waits for what must be done before anybody can connect */
    CalmConnector(Server server, HttpConfiguration configuration, String host, int port, Runnable opening) {
        super(server, 1, -1, new HttpConnectionFactory(configuration));
        this.opening = opening;
        setHost(host);
        setPort(port);
        setAcceptQueueSize(BACKLOG);
        setAcceptedSendBufferSize(SEND_BYTES);
    }

    /** Last of all: by now the rest of the server is ready. */
    @Override
    protected void doStart() throws Exception {
        opening.run();
        super.doStart();
    }

    @Override
    protected ServerSocketChannel openAcceptChannel() throws IOException {
        channel = super.openAcceptChannel();
        return channel;
    }

    @Override
    public void accept(int acceptor) throws IOException {
        if (!ending) {
            super.accept(acceptor);
        }
        if (ending && channel.isOpen()) {
            acceptTheRest();
        }
    }

    /** Takes whoever is in the queue, then closes it: closing first would cut them off. */
    private void acceptTheRest() throws IOException {
        try {
            channel.configureBlocking(false);
            for (SocketChannel one = channel.accept(); one != null; one = channel.accept()) {
                one.configureBlocking(false);
                configure(one.socket());
                getSelectorManager().accept(one);
            }
        } finally {
            close();
            // Else the acceptor would ask again and again.
            setAccepting(false);
            ended.countDown();
        }
    }

    /** Returns when nobody can connect any more; open connections stay open. */
    void stopListening() {
        if (!isRunning() || channel == null) {
            return;
        }
        int port = getLocalPort();
        ending = true;
        // The acceptor sleeps until somebody connects.
        try (Socket awake = new Socket()) {
            InetAddress host = channel.socket().getInetAddress();
            awake.connect(new InetSocketAddress(host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : host,
                    port), WAKE_MILLIS);
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            // Nobody listens any more.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }
}
