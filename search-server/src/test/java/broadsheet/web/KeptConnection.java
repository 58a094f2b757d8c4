package broadsheet.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Asks one thing after another over one connection, and over a new one when the server has closed it. */
final class KeptConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final int port;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    KeptConnection(int port) {
        this.port = port;
    }

    /** An answer and its whole body. */
    record Got(int status, String head, String body) {}

    Got get(String address) throws IOException {
        if (!socket.isConnected() || socket.isClosed()) {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
        socket.getOutputStream()
                .write(("GET " + address + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        String head = head();
        String lower = head.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length: ") + 16;
        int length = Integer.parseInt(lower.substring(at, lower.indexOf("\r\n", at)));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("cut off in the body: " + address);
        }
        if (lower.contains("\r\nconnection: close\r\n")) {
            close();
        }
        return new Got(Integer.parseInt(head.substring(9, 12)), head, new String(body, StandardCharsets.UTF_8));
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("cut off after " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
