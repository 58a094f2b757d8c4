package broadsheet.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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
        assertEquals(36, Caller.of("192.0.2.1", id).id().length());
    }

    @Test
    void aLongNameIsReplacedToo() {
        assertEquals(64, Caller.of("192.0.2.1", "a".repeat(64)).id().length());
        assertEquals(36, Caller.of("192.0.2.1", "a".repeat(65)).id().length());
        assertNotEquals(Caller.of("192.0.2.1", "").id(), Caller.of("192.0.2.1", "").id());
    }
}
