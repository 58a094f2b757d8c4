package broadsheet.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

    @Test
    void everyAnswerHasTheseHeaders() {
        assertEquals(
                """
                        Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                        connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
                        require-trusted-types-for 'script'
                        X-Content-Type-Options: nosniff
                        Referrer-Policy: same-origin
                        Permissions-Policy: camera=(), microphone=(), geolocation=()
                        Cross-Origin-Opener-Policy: same-origin
                        Cross-Origin-Resource-Policy: same-origin
                        Vary: Accept-Encoding""",
                SecurityHeaders.ALL.stream()
                        .map(header -> header.name() + ": " + header.value()).collect(Collectors.joining("\n")));
    }
}
