package broadsheet.web.http;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who asks, and the name of the request in logs.
 *
 * @param address the client's address, {@code 203.0.113.7}; behind a proxy that the owner trusts, the one it names
 * @param id the name of the request: the caller's own {@code X-Request-Id} where it is a plain one, else a new one
 */
public record Caller(String address, String id) {

    /** The attribute of a request that holds this. */
    public static final String ATTRIBUTE = "broadsheet.caller";
    /** The header that carries the name, in requests and in answers. */
    public static final String ID_HEADER = "X-Request-Id";

    /** Names that the server gives say when it started, and which request it was; a random one costs a microsecond. */
    private static final String START = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-";
    private static final AtomicLong COUNT = new AtomicLong();

    private static final ThreadLocal<String> PRESENT = new ThreadLocal<>();

    /** Characters; a UUID has 36, a name of OpenTelemetry 55. */
    private static final int LONGEST_ID = 64;

    /** The name of the request that this thread answers; empty where it answers none. */
    public static String present() {
        return Optional.ofNullable(PRESENT.get()).orElse("");
    }

    /** Says which request this thread answers until {@link #left}. */
    void entered() {
        PRESENT.set(id);
    }

    static void left() {
        PRESENT.remove();
    }

    /** @param id the header that came, or an empty text */
    public static Caller of(String address, String id) {
        return new Caller(address, isPlain(id) ? id : newId());
    }

    private static String newId() {
        return START + Long.toString(COUNT.incrementAndGet(), Character.MAX_RADIX);
    }

    /** Letters, digits and {@code - _ .}: nothing that could end a line or close a string. */
    private static boolean isPlain(String id) {
        return !id.isEmpty() && id.length() <= LONGEST_ID && id.chars().allMatch(
                c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_'
                        || c == '.');
    }
}
