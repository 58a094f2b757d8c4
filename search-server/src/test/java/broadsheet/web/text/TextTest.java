package broadsheet.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.Hit.Mark;
import broadsheet.search.Hit.Snippet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last step: text becomes HTML, addresses become links. */
class TextTest {

    @Test
    void textIsEscapedBeforeMarksAreSet() {
        assertEquals("&lt;b&gt; &amp; <mark>&quot;a&quot;</mark>&#39;",
                MarkedText.html("<b> & \"a\"'", List.of(new Mark(6, 9))));
    }

    @Test
    void marksOutsideTheTextAreCut() {
        assertEquals("a<mark>bc</mark>", MarkedText.html("abc", List.of(new Mark(1, 99))));
        assertEquals("<mark>ab</mark><mark>c</mark>", MarkedText.html("abc", List.of(new Mark(0, 2), new Mark(1, 3))));
        assertEquals("abc", MarkedText.html("abc", List.of(new Mark(7, 9), new Mark(-3, -1))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /2024/03/01/sea-wall.html    | /2024/03/01/sea-wall.html
            posts/a b.html               | posts/a%20b.html
            https://news.example/a?b=c#d | https://news.example/a?b=c#d
            HTTP://news.example/         | HTTP://news.example/
            /a:b                         | /a:b
            /ü/"x">                      | /ü/%22x%22%3E
            javascript:alert(1)          | #
            http:/%5Cevil.example        | #
            http:/\\evil.example          | #
            https:evil.example           | #
            https:///evil.example        | #
            http://                      | #
            https://%5Cevil.example      | #
            HTTPS://News.example/a       | HTTPS://News.example/a
            https://[::1]/a              | https://[::1]/a
            JaVaScRiPt:alert(1)          | #
            data:text/html,x             | #
            vbscript:x                   | #
            mailto:a@b                   | #
            ''                           | #
            //other.example/x            | /other.example/x
            """)
    void onlyPathsAndWebAddressesBecomeLinks(String url, String link) {
        assertEquals(link, PostLink.of(url));
    }

    @Test
    void controlCharactersCannotHideAScheme() {
        assertEquals("#", PostLink.of("\u0001javascript:alert(1)"));
        assertEquals("#", PostLink.of("java\nscript:alert(1)"));
        assertEquals("#", PostLink.of(" \tjavascript:alert(1)"));
    }

    @Test
    void aSnippetLinksToItsSentence() {
        Snippet snippet = new Snippet(Snippet.Field.BODY, "It rained. The sea-wall, at last, held. People cheered.",
                List.of(new Mark(15, 23)));
        assertEquals("/a.html#:~:text=The%20sea%2Dwall%2C%20at%20last%2C%20held%2E", PostLink.to("/a.html", snippet));
        assertEquals("/a.html#top:~:text=The%20sea%2Dwall%2C%20at%20last%2C%20held%2E",
                PostLink.to("/a.html#top", snippet));
        assertEquals("#", PostLink.to("javascript:x", snippet));
    }

    @Test
    void whatThePageDoesNotShowLinksToThePostAlone() {
        Snippet snippet = new Snippet(Snippet.Field.BODY, "A heron by the lake.", List.of(new Mark(2, 7)), false);
        assertEquals("/a.html", PostLink.to("/a.html", snippet));
    }

    @Test
    void signsBesideAWordDoNotNameAPlace() {
        Snippet snippet = new Snippet(Snippet.Field.BODY, "\"colour\" = a - \"blue\"", List.of(new Mark(11, 12)));
        assertEquals("/a.html", PostLink.to("/a.html", snippet));
    }

    @Test
    void xmlHoldsNoForbiddenCharacters() {
        assertEquals("a&amp;b\tc\uD83D\uDE00", XmlText.of("a&\u0000b\tc\u000B\uD83D\uDE00\uD800\uFFFE"));
    }
}
