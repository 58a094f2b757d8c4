package broadsheet.web.limits;

import static broadsheet.web.limits.AdminToken.Verdict.RIGHT;
import static broadsheet.web.limits.AdminToken.Verdict.TOO_MANY;
import static broadsheet.web.limits.AdminToken.Verdict.WRONG;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminTokenTest {

    private static final String RIGHT_ONE = "Bearer correct-horse";

    private long now = Long.MAX_VALUE - 5;
    private final AdminToken token = new AdminToken("correct-horse", () -> now);

    private void forward(Duration time) {
        now += time.toNanos();
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
    void theRightOnePassesHoweverManyWrongOnesCame() {
        guess("192.0.2.1", 5);
        for (int i = 0; i < 100; i++) {
            assertEquals(TOO_MANY, token.check("192.0.2.1", "Bearer wrong"));
            assertEquals(RIGHT, token.check("192.0.2.1", RIGHT_ONE));
        }
    }

    @Test
    void oneMoreIsAllowedEachTwelveSeconds() {
        guess("192.0.2.1", 5);
        forward(Duration.ofMillis(11_999));
        assertEquals(TOO_MANY, token.check("192.0.2.1", "Bearer wrong"));
        forward(Duration.ofMillis(1));
        assertEquals(WRONG, token.check("192.0.2.1", "Bearer wrong"));
        assertEquals(TOO_MANY, token.check("192.0.2.1", "Bearer wrong"));
    }

    @Test
    void anotherAddressHasACountOfItsOwn() {
        guess("192.0.2.1", 5);
        guess("192.0.2.2", 5);
    }
}
