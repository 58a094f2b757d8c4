package broadsheet.post.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Room post.site: the characters of addresses. */
class AddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sea-wall | sea-wall", "sea wall | sea%20wall", "café | caf%C3%A9",
            "a/b | a/b", "a?b c | a?b%20c", "100% | 100%25", "a#b | a%23b", "U.S. | U.S.", "it's (so)! | it's%20(so)!",
            "日本 | %E6%97%A5%E6%9C%AC", "😀 | %F0%9F%98%80", "a\"b<c> | a%22b%3Cc%3E", "'' | ''"})
    void aValueIsEscapedForAPath(String value, String escaped) {
        assertEquals(escaped, Address.escape(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a/b.html | /a/b.html", "/a//b/ | /a/b/", "//a///b | /a/b", "a/../b | /a/b",
            "a..b | /a/b", "./a | /a", "/u.s./2020/ | /u.s2020/", "'' | /", "..... | /."})
    void anAddressIsCleanedAsJekyllCleansIt(String address, String cleaned) {
        assertEquals(cleaned, Address.sanitize(address));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/sea/wall.html | /sea/wall.html", "/sea wall/ | /sea%20wall/",
            "/caf%C3%A9/ | /caf%C3%A9/", "/caf%c3%a9/ | /caf%C3%A9/", "/café/ | /caf%C3%A9/", "/%61bc/ | /abc/",
            "/cafe\u0301/ | /caf%C3%A9/", "/ﬁsh/ | /fish/", "/a%2Fb/ | /a%2Fb/", "/50%/ | /50%25/",
            "/a?q=b c | /a?q=b%20c", "/a#sea wall | /a#sea%20wall", "/a?q=é | /a?q=%C3%A9",
            "/a?q=😀 | /a?q=%F0%9F%98%80",
            "/%FF/ | /%FF/", "/a%2/ | /a%252/"})
    void aLinkCarriesEachSegmentInOneForm(String address, String link) {
        assertEquals(link, Address.normalize(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sea/wall.html", "/sea wall/", "/café/", "/50%/", "/a?q=b c"})
    void aLinkStaysAsItIs(String address) {
        String link = Address.normalize(address);
        assertEquals(link, Address.normalize(link));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a%41b | aAb", "%C3%A9 | é", "%4 | %4", "% | %", "%zz | %zz", "%%41 | %A",
            "é | é"})
    void escapesAreResolved(String text, String resolved) {
        assertEquals(resolved, new String(Address.unescape(text), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/", "http://news.example/a", "https://news.example"})
    void pathsAndWebAddressesAreLinks(String text) {
        assertTrue(Address.isLink(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "javascript:alert(1)", "data:text/html,a", "ftp://a", " /a", "HTTP://a", "http:a"})
    void whatABrowserWouldRunIsNone(String text) {
        assertFalse(Address.isLink(text));
    }

    @Test
    void aLoneSurrogateIsAQuestionMark() {
        assertEquals("/%3F/", Address.normalize("/\uD83D/"));
    }
}
