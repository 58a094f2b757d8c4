package broadsheet.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "4bf92f3577b34da6a3ce929d0e0e4736", "host_1.req-2"})
    void aPlainNameOfTheRequestIsKept(String id) {
        assertEquals(id, Caller.of("192.0.2.1", id).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "a\nb", "é", "<b>"})
    void anyOtherIsReplacedByANewOne(String id) {
        String given = Caller.of("192.0.2.1", id).id();
        assertTrue(given.matches("[0-9a-z]{8}-[0-9a-z]+"), given);
    }

    @Test
    void aLongNameIsReplacedToo() {
        assertEquals(64, Caller.of("192.0.2.1", "a".repeat(64)).id().length());
        assertFalse(Caller.of("192.0.2.1", "a".repeat(65)).id().contains("a".repeat(9)));
        assertNotEquals(Caller.of("192.0.2.1", "").id(), Caller.of("192.0.2.1", "").id());
    }
}
