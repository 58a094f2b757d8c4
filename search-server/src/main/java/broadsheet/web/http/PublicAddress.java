package broadsheet.web.http;

import java.util.Optional;
import java.util.regex.Pattern;

/** The server's address as readers see it, for the documents that need whole addresses. */
public final class PublicAddress {

    /** A name, an IPv4 or a bracketed IPv6 address, and a port; a header of any other shape goes into no document. */
    private static final Pattern HOST = Pattern
            .compile("(?:[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");

    private final Optional<String> configured;
    private final String basePath;

    /**
     * @param configured the address that the owner named, if any
     * @param basePath the beginning of every path, where the owner named no address
     */
    public PublicAddress(Optional<String> configured, String basePath) {
        this.configured = configured;
        this.basePath = basePath;
    }

    /** {@code https://news.example} as configured, else what the request was sent to; no slash at the end. */
    public String of(WebRequest request) {
        String host = request.header("Host");
        return configured.orElseGet(() -> "http://" + (HOST.matcher(host).matches() ? host : "localhost") + basePath);
    }
}
