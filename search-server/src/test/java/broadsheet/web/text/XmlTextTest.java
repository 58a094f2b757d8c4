package broadsheet.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class XmlTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain          | plain
            a & b          | a &amp; b
            <b>            | &lt;b&gt;
            "q"            | &quot;q&quot;
            &amp;          | &amp;amp;
            ü 日 \uD83D\uDE00 | ü 日 \uD83D\uDE00
            """)
    void signsOfXmlAreReferences(String text, String xml) {
        assertEquals(xml, XmlText.of(text));
    }

    @Test
    void charactersThatNoDocumentMayHoldAreLeftOut() {
        assertEquals("it&#39;s", XmlText.of("it's"));
        assertEquals("ab\t\n\r ", XmlText.of("a\u0000\u0001\u0008b\t\n\u000B\u000C\r\u000E\u001F "));
        assertEquals("", XmlText.of("\uFFFE\uFFFF\uD800"));
        assertEquals("\uD7FF\uE000\uFFFD\uD800\uDC00\uDBFF\uDFFF",
                XmlText.of("\uD7FF\uE000\uFFFD\uD800\uDC00\uDBFF\uDFFF"));
    }

    /** Every character but the left-out ones comes back from a real parser. */
    @ParameterizedTest
    @ValueSource(strings = {"a & <b> \"c\" 'd'", "]]>", "<!--", "<?xml?>", "\u0085\u2028", "a\u0000b\uFFFFc"})
    void aParserReadsTheTextBack(String text) throws Exception {
        String xml = "<a b=\"" + XmlText.of(text) + "\">" + XmlText.of(text) + "</a>";
        var root = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml))).getDocumentElement();
        String expected = text.replaceAll("[\u0000\uFFFF]", "");
        assertEquals(expected, root.getTextContent());
        assertEquals(expected, root.getAttribute("b"));
    }
}
