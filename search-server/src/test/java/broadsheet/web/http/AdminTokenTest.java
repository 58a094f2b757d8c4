package broadsheet.web.http;

import static broadsheet.web.http.AdminToken.Verdict.RIGHT;
import static broadsheet.web.http.AdminToken.Verdict.TOO_MANY;
import static broadsheet.web.http.AdminToken.Verdict.WRONG;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminTokenTest {

    private static final String RIGHT_ONE = "Bearer correct-horse";

    private final HandClock clock = new HandClock();
    private final AdminToken token = new AdminToken("correct-horse", clock);

    /** A clock that a test moves on. */
    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2026-11-23T12:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private void guess(String client, int times) {
        for (int i = 0; i < times; i++) {
            assertEquals(WRONG, token.check(client, "Bearer wrong"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bearer correct-horse   | RIGHT
            bearer correct-horse   | RIGHT
            BEARER  correct-horse  | RIGHT
            Bearer correct-horse2  | WRONG
            Bearer Correct-horse   | WRONG
            Bearer                 | WRONG
            Basic correct-horse    | WRONG
            correct-horse          | WRONG
            ''                     | WRONG
            """)
    void onlyTheTokenItselfOpens(String header, AdminToken.Verdict verdict) {
        assertEquals(verdict, token.check("192.0.2.1", header));
    }

    @Test
    void afterFiveWrongOnesEvenTheRightOneHasToWait() {
        guess("192.0.2.1", 5);
        assertEquals(TOO_MANY, token.check("192.0.2.1", RIGHT_ONE));
    }

    @Test
    void theMinuteBeginsWithTheFirstWrongOne() {
        guess("192.0.2.1", 4);
        clock.forward(Duration.ofSeconds(59));
        guess("192.0.2.1", 1);
        assertEquals(TOO_MANY, token.check("192.0.2.1", RIGHT_ONE));
        clock.forward(Duration.ofMillis(999));
        assertEquals(TOO_MANY, token.check("192.0.2.1", RIGHT_ONE));
        clock.forward(Duration.ofMillis(1));
        assertEquals(RIGHT, token.check("192.0.2.1", RIGHT_ONE));
    }

    @Test
    void anotherAddressIsNotMadeToWait() {
        guess("192.0.2.1", 5);
        assertEquals(RIGHT, token.check("192.0.2.2", RIGHT_ONE));
    }

    @Test
    void theRightOneWipesTheCount() {
        guess("192.0.2.1", 4);
        assertEquals(RIGHT, token.check("192.0.2.1", RIGHT_ONE));
        guess("192.0.2.1", 5);
        assertEquals(TOO_MANY, token.check("192.0.2.1", RIGHT_ONE));
    }

    @Test
    void waitingDoesNotLastLongerForThoseWhoKeepAsking() {
        guess("192.0.2.1", 5);
        for (int i = 0; i < 100; i++) {
            assertEquals(TOO_MANY, token.check("192.0.2.1", "Bearer wrong"));
        }
        clock.forward(Duration.ofMinutes(1));
        assertEquals(WRONG, token.check("192.0.2.1", "Bearer wrong"));
    }

    @Test
    void tenThousandAddressesAreRememberedAndTheOldestIsForgotten() {
        guess("first", 5);
        for (int i = 0; i < 9_999; i++) {
            guess("client " + i, 1);
        }
        assertEquals(TOO_MANY, token.check("first", RIGHT_ONE));
        guess("one more", 1);
        assertEquals(RIGHT, token.check("first", RIGHT_ONE));
    }
}
