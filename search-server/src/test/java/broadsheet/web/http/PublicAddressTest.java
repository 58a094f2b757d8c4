package broadsheet.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            news.example            | http://news.example/archive
            news.example:8080       | http://news.example:8080/archive
            127.0.0.1:7070          | http://127.0.0.1:7070/archive
            [::1]:7070              | http://[::1]:7070/archive
            ''                      | http://localhost/archive
            evil.example/path       | http://localhost/archive
            evil.example?q          | http://localhost/archive
            a"><script>             | http://localhost/archive
            user@evil.example       | http://localhost/archive
            news.example:           | http://localhost/archive
            news.example:123456     | http://localhost/archive
            [news.example]          | http://localhost/archive
            bücher.example          | http://localhost/archive
            """)
    void aHostOfAnyOtherShapeGoesIntoNoDocument(String host, String address) {
        assertEquals(address, new PublicAddress(Optional.empty(), "/archive").of(Requests.get("/", "Host", host)));
    }

    @Test
    void theOwnersAddressGoesBeforeTheRequests() {
        assertEquals("https://news.example/a", new PublicAddress(Optional.of("https://news.example/a"), "/archive")
                .of(Requests.get("/", "Host", "other.example")));
    }

    @Test
    void aNameIsAtMost253CharactersLong() {
        PublicAddress address = new PublicAddress(Optional.empty(), "");
        String longest = "a".repeat(253);
        assertEquals("http://" + longest, address.of(Requests.get("/", "Host", longest)));
        assertEquals("http://localhost", address.of(Requests.get("/", "Host", longest + "a")));
    }
}
