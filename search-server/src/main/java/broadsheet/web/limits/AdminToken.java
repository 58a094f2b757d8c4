package broadsheet.web.limits;

import broadsheet.web.http.WebRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Knows the token that opens the administration, without keeping it. The right one always passes, whatever others send
 * from the same address; of wrong ones an address has five, and one more each twelve seconds. That guards the log, not
 * the token, which is too long to be guessed.
 */
public final class AdminToken {

    private static final int WRONG_A_MINUTE = 5;
    private static final String SCHEME = "Bearer ";

    private final byte[] digest;
    private final RateLimiter wrong;

    /** @param nanos a clock that only goes forward */
    public AdminToken(String token, LongSupplier nanos) {
        this.digest = digest(token);
        this.wrong = new RateLimiter("token", WRONG_A_MINUTE, Duration.ofMinutes(1), nanos);
    }

    /** The outcome of an attempt. */
    public enum Verdict {
        RIGHT,
        WRONG,
        TOO_MANY
    }

    /**
     * Compares digests, in the same time wherever the first difference is.
     *
     * @param client the caller's address, which is counted when the token is wrong
     * @param authorization the header: {@code Bearer TOKEN}
     */
    public Verdict check(String client, String authorization) {
        if (isRight(authorization)) {
            return Verdict.RIGHT;
        }
        return wrong.take(client).allowed() ? Verdict.WRONG : Verdict.TOO_MANY;
    }

    private boolean isRight(String authorization) {
        boolean bearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String token = bearer ? authorization.substring(SCHEME.length()).strip() : "";
        return MessageDigest.isEqual(digest, digest(token));
    }

    /** Whether the request carries the token; a wrong one is not counted, as what it opens is no secret of weight. */
    public boolean opens(WebRequest request) {
        return isRight(request.header("Authorization"));
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
