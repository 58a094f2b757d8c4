package broadsheet.web.limits;

import broadsheet.web.http.Action;
import broadsheet.web.http.Fault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * So many of something in a time, for each caller (a token bucket): a caller may take a whole quota at once and then as
 * many as come back, one after another. {@code new RateLimiter("search", 60, Duration.ofMinutes(1), nanoTime)} gives back
 * one a second.
 */
public final class RateLimiter {

    /** Callers that are remembered; of more, the one that was first seen is forgotten. */
    private static final int MOST_CALLERS = 10_000;

    private final String policy;
    private final int quota;
    private final Duration window;
    private final LongSupplier nanos;
    private final LongAdder refused = new LongAdder();
    private final LinkedHashMap<String, Bucket> buckets = new LinkedHashMap<>();

    /** @param left tokens, at the moment {@code at} in nanoseconds */
    private record Bucket(double left, long at) {}

    /**
     * What is left for a caller.
     *
     * @param allowed whether there was one left for this request
     * @param left whole ones after it
     * @param seconds until there is one more, rounded up; 0 while nothing is missing
     */
    public record Left(boolean allowed, int left, long seconds) {}

    /**
     * @param policy its name in headers
     * @param nanos a clock that only goes forward
     */
    public RateLimiter(String policy, int quota, Duration window, LongSupplier nanos) {
        this.policy = policy;
        this.quota = quota;
        this.window = window;
        this.nanos = nanos;
    }

    /** Takes one, if there is one. */
    public synchronized Left take(String caller) {
        long now = nanos.getAsLong();
        String key = Clients.network64(caller);
        double full = filled(buckets.getOrDefault(key, new Bucket(quota, now)), now);
        boolean allowed = full >= 1;
        double left = allowed ? full - 1 : full;
        if (buckets.size() >= MOST_CALLERS && !buckets.containsKey(key)) {
            buckets.values().removeIf(bucket -> filled(bucket, now) >= quota);
        }
        if (buckets.size() >= MOST_CALLERS && !buckets.containsKey(key)) {
            buckets.pollFirstEntry();
        }
        buckets.put(key, new Bucket(left, now));
        double missing = Math.ceil(left + 1e-9) - left;
        long seconds = left >= quota ? 0 : (long) Math.ceil(missing * window.toNanos() / quota / 1e9 - 1e-6);
        return new Left(allowed, (int) left, Math.max(1, seconds));
    }

    private double filled(Bucket bucket, long now) {
        return Math.min(quota, bucket.left() + (double) (now - bucket.at()) * quota / window.toNanos());
    }

    /** How many requests were refused. */
    public long refused() {
        return refused.sum();
    }

    /** The action with this limit: its answers say what is left (draft-ietf-httpapi-ratelimit-headers-11), or 429. */
    public Action limit(Action action) {
        return request -> {
            Left left = take(request.client());
            if (!left.allowed()) {
                refused.increment();
                throw Fault.of(Fault.Kind.TOO_MANY, "Too many searches from your address; try again in "
                        + left.seconds() + " seconds.").with("Retry-After", String.valueOf(left.seconds()))
                        .with("RateLimit-Policy", policyField()).with("RateLimit", field(left)).thrown();
            }
            return action.answer(request).with("RateLimit-Policy", policyField()).with("RateLimit", field(left));
        };
    }

    private String policyField() {
        return "\"" + policy + "\";q=" + quota + ";w=" + window.toSeconds();
    }

    private String field(Left left) {
        return "\"" + policy + "\";r=" + left.left() + ";t=" + left.seconds();
    }
}
