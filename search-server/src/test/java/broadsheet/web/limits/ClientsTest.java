package broadsheet.web.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsTest {

    private final Clients clients = new Clients(List.of("127.0.0.1", "10.0.0.0/8", "::1", "2001:db8::/32"));

    /** Peer, the header's values apart by commas, the client. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            127.0.0.1      | ''                                  | 127.0.0.1
            127.0.0.1      | 203.0.113.7                         | 203.0.113.7
            127.0.0.1      | 198.51.100.9, 203.0.113.7           | 203.0.113.7
            127.0.0.1      | 203.0.113.7, 10.1.2.3               | 203.0.113.7
            127.0.0.1      | 203.0.113.7, 10.1.2.3, 10.9.9.9     | 203.0.113.7
            127.0.0.1      | 10.1.2.3, 10.9.9.9                  | 10.1.2.3
            203.0.113.1    | 198.51.100.9                        | 203.0.113.1
            11.0.0.1       | 198.51.100.9                        | 11.0.0.1
            127.0.0.1      | 203.0.113.7:5000                    | 203.0.113.7
            ::1            | [2001:db9::7]:5000                  | 2001:db9::7
            [::1]          | 2001:db9::7%eth0                    | 2001:db9::7
            ::1            | 2001:db9::7, 2001:db8:1::1          | 2001:db9::7
            127.0.0.1      | unknown                             | 127.0.0.1
            127.0.0.1      | 203.0.113.7, unknown                | 127.0.0.1
            127.0.0.1      | 203.0.113.7, 10.0.0.1, evil.example | 127.0.0.1
            127.0.0.1      | 1.2.3                               | 127.0.0.1
            127.0.0.1      | 1.2.3.4.                            | 127.0.0.1
            127.0.0.1      | 999.2.3.4                           | 127.0.0.1
            127.0.0.1      | ٣.2.3.4                             | 127.0.0.1
            """)
    void theClientIsTheLastOnTheWayThatIsNoNamedProxy(String peer, String header, String client) {
        assertEquals(client, clients.of(peer, header.isEmpty() ? List.of() : List.of(header.split(","))));
    }

    @Test
    void whereNoProxyIsNamedTheHeaderIsWorthNothing() {
        assertEquals("127.0.0.1", new Clients(List.of()).of("127.0.0.1", List.of("203.0.113.7")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0", "::1/129",
            "a::b::c",
            "10.0.0.0/8/8"})
    void whatIsNoAddressIsNamed(String text) {
        assertEquals(text,
                assertThrows(IllegalArgumentException.class, () -> new Clients(List.of(text))).getMessage());
    }

    @Test
    void oneHouseholdOfIpSixIsOneCaller() {
        assertEquals(Clients.network64("2001:db8:1:2::1"), Clients.network64("2001:db8:1:2:ffff::9"));
        assertNotEquals(Clients.network64("2001:db8:1:2::1"), Clients.network64("2001:db8:1:3::1"));
        assertEquals("203.0.113.7", Clients.network64("203.0.113.7"));
    }
}
