package broadsheet.web.http;

import broadsheet.web.http.Answer.Header;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.util.Callback;

/** Puts an {@link Answer} on the wire: headers, compression, and a body that no thread waits for. */
final class Sending {

    /** Bytes; smaller bodies fit into one TCP packet, where gzip saves nothing. */
    private static final int MIN_COMPRESSED = 1024;

    private Sending() {}

    /**
     * Ends when the last byte has left, or the caller has gone. Whatever is thrown is thrown before the first byte.
     */
    static CompletableFuture<Void> send(HttpServletResponse out, WebRequest request, Answer answer)
            throws IOException {
        out.setStatus(answer.status());
        SecurityHeaders.ALL.forEach(h -> out.setHeader(h.name(), h.value()));
        for (Header header : answer.headers()) {
            out.setHeader(header.name(), header.value());
        }
        if (answer.status() == HttpServletResponse.SC_NOT_MODIFIED) {
            out.setContentType(null);
            return CompletableFuture.completedFuture(null);
        }
        out.setContentType(answer.type());
        byte[] body = answer.body();
        if (body.length >= MIN_COMPRESSED && compressible(answer.type())
                && takesGzip(request.header("Accept-Encoding"))) {
            body = gzip(body);
            out.setHeader("Content-Encoding", "gzip");
        }
        out.setContentLength(body.length);
        boolean hasBody = !request.method().equals("HEAD") && body.length > 0;
        return hasBody ? written(out, body) : CompletableFuture.completedFuture(null);
    }

    /** A client that reads slowly, or not at all, holds memory but no thread. */
    private static CompletableFuture<Void> written(HttpServletResponse out, byte[] body) throws IOException {
        HttpOutput stream = (HttpOutput) out.getOutputStream();
        CompletableFuture<Void> end = new CompletableFuture<>();
        // A failure here is a caller who has gone; nobody would read an error.
        stream.sendContent(ByteBuffer.wrap(body), Callback.from(() -> end.complete(null), gone -> end.complete(null)));
        return end;
    }

    private static boolean compressible(String type) {
        return type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("javascript")
                || type.contains("yaml");
    }

    /** {@code gzip}, {@code gzip;q=0.5}, {@code *}, but not {@code gzip;q=0} (RFC 9110, 12.5.3). */
    static boolean takesGzip(String acceptEncoding) {
        boolean any = false;
        int start = 0;
        while (start <= acceptEncoding.length()) {
            int comma = acceptEncoding.indexOf(',', start);
            int end = comma < 0 ? acceptEncoding.length() : comma;
            String part = acceptEncoding.substring(start, end);
            int semicolon = part.indexOf(';');
            String coding = (semicolon < 0 ? part : part.substring(0, semicolon)).strip();
            boolean refused = semicolon >= 0 && isZero(part.substring(semicolon + 1).strip());
            if (coding.equalsIgnoreCase("gzip")) {
                return !refused;
            }
            any |= coding.equals("*") && !refused;
            start = end + 1;
        }
        return any;
    }

    /** {@code q=0}, {@code q=0.000}. */
    private static boolean isZero(String weight) {
        String lower = weight.toLowerCase(Locale.ROOT);
        return lower.equals("q=0") || lower.startsWith("q=0.") && lower.substring(4).chars().allMatch(c -> c == '0');
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes, 8192)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }
}
