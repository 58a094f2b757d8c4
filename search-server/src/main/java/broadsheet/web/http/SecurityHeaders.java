package broadsheet.web.http;

import broadsheet.web.http.Answer.Header;
import java.util.List;

/** The headers of every answer, errors included. */
public final class SecurityHeaders {

    /** No script, style or picture but our own, no frame around us, no form to others, no string as script. */
    static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'";

    public static final String RESOURCE_POLICY = "Cross-Origin-Resource-Policy";

    /** A searched text must not leak to the sites that a result links to: hence the referrer policy. */
    public static final List<Header> ALL = List.of(new Header("Content-Security-Policy", CSP),
            new Header("X-Content-Type-Options", "nosniff"), new Header("Referrer-Policy", "same-origin"),
            new Header("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
            new Header("Cross-Origin-Opener-Policy", "same-origin"), new Header(RESOURCE_POLICY, "same-origin"),
            new Header("Vary", "Accept-Encoding"));

    private SecurityHeaders() {}
}
