package broadsheet.web.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.LinkedHashMap;

/**
 * Knows the token that opens the administration, without keeping it, and slows guessing down: after five wrong ones
 * within a minute an address has to wait for the minute to end.
 */
public final class AdminToken {

    private static final int WRONG_A_MINUTE = 5;
    private static final long MINUTE_MILLIS = 60_000;
    private static final int MAX_ADDRESSES = 10_000;
    private static final String SCHEME = "Bearer ";

    private final byte[] digest;
    private final Clock clock;
    private final LinkedHashMap<String, Wrong> wrong = new LinkedHashMap<>();

    public AdminToken(String token, Clock clock) {
        this.digest = digest(token);
        this.clock = clock;
    }

    private record Wrong(int count, long since) {}

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
    public synchronized Verdict check(String client, String authorization) {
        if (blocked(client)) {
            return Verdict.TOO_MANY;
        }
        boolean bearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String token = bearer ? authorization.substring(SCHEME.length()).strip() : "";
        boolean right = MessageDigest.isEqual(digest, digest(token));
        if (right) {
            wrong.remove(client);
            return Verdict.RIGHT;
        }
        count(client);
        return Verdict.WRONG;
    }

    private boolean blocked(String client) {
        Wrong before = wrong.getOrDefault(client, new Wrong(0, 0));
        return before.count() >= WRONG_A_MINUTE && clock.millis() - before.since() < MINUTE_MILLIS;
    }

    private void count(String client) {
        long now = clock.millis();
        wrong.values().removeIf(w -> now - w.since() >= MINUTE_MILLIS);
        if (wrong.size() >= MAX_ADDRESSES) {
            wrong.pollFirstEntry();
        }
        wrong.merge(client, new Wrong(1, now), (old, one) -> new Wrong(old.count() + 1, old.since()));
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
