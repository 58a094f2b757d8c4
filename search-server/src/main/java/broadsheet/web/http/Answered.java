package broadsheet.web.http;

/**
 * One answer, as metrics count it and the access log writes it.
 *
 * @param caller who asked
 * @param method {@code GET}
 * @param route the pattern of the address; {@code none} where no route took the request, {@code refused} where the
 *     request was no HTTP, or came too late or too large
 * @param path as it came, percent-encoded
 * @param query the raw query; empty when there was none
 * @param status {@code 200}
 * @param bytes length of the body before compression
 * @param nanos time until the answer was made
 */
public record Answered(Caller caller, String method, String route, String path, String query, int status, long bytes,
        long nanos) {

    /** The route of what never reached a route. */
    public static final String REFUSED = "refused";
}
