package broadsheet.web.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.web.http.Action;
import broadsheet.web.http.Answer;
import broadsheet.web.http.Fault;
import broadsheet.web.http.ProblemException;
import broadsheet.web.http.Requests;
import broadsheet.web.limits.RateLimiter.Left;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private long now;
    private final RateLimiter limiter = new RateLimiter("search", 6, Duration.ofMinutes(1), () -> now);

    private void forward(long millis) {
        now += Duration.ofMillis(millis).toNanos();
    }

    @Test
    void aQuotaIsThereAtOnceAndComesBackOneByOne() {
        for (int left = 5; left >= 0; left--) {
            assertEquals(new Left(true, left, 10), limiter.take("192.0.2.1"));
        }
        assertEquals(new Left(false, 0, 10), limiter.take("192.0.2.1"));
        forward(7_500);
        assertEquals(new Left(false, 0, 3), limiter.take("192.0.2.1"));
        forward(2_500);
        assertEquals(new Left(true, 0, 10), limiter.take("192.0.2.1"));
        forward(600_000);
        assertEquals(new Left(true, 5, 10), limiter.take("192.0.2.1"));
    }

    @Test
    void eachCallerHasItsOwn() {
        for (int i = 0; i < 6; i++) {
            limiter.take("192.0.2.1");
        }
        assertFalse(limiter.take("192.0.2.1").allowed());
        assertTrue(limiter.take("192.0.2.2").allowed());
    }

    @Test
    void thousandsOfCallersAreRememberedAndTheOldestIsForgotten() {
        for (int i = 0; i < 6; i++) {
            limiter.take("first");
        }
        for (int i = 0; i < 9_999; i++) {
            limiter.take("client " + i);
        }
        assertFalse(limiter.take("first").allowed());
        limiter.take("one more");
        assertTrue(limiter.take("first").allowed());
    }

    @Test
    void answersSayWhatIsLeft() throws Exception {
        Action limited = limiter.limit(request -> Answer.of(Answer.TEXT, "a"));
        for (int i = 0; i < 5; i++) {
            limited.answer(Requests.get("/search"));
        }
        Answer sixth = limited.answer(Requests.get("/search"));
        assertEquals("\"search\";q=6;w=60", Requests.header(sixth, "RateLimit-Policy"));
        assertEquals("\"search\";r=0;t=10", Requests.header(sixth, "RateLimit"));
        Fault fault = assertThrows(ProblemException.class, () -> limited.answer(Requests.get("/search"))).fault();
        Answer seventh = Requests.answer(fault);
        assertEquals(429, seventh.status());
        assertEquals("10", Requests.header(seventh, "Retry-After"));
        assertEquals("\"search\";r=0;t=10", Requests.header(seventh, "RateLimit"));
    }
}
