package broadsheet.post.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Room post.markup: HTML, whole and in pieces. A {@code ¶} in a table below is the empty line between paragraphs. */
class HtmlTextTest {

    private static String text(String... pieces) {
        ParagraphWriter out = new ParagraphWriter(16, true);
        HtmlText html = new HtmlText(out, String.join("", pieces));
        for (String piece : pieces) {
            html.read(piece);
        }
        html.finish();
        return out.finish().replace("\n\n", "¶");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <p>Rain</p><p>fell.</p>                      | Rain¶fell.
            <p>Rain<p>fell.                              | Rain¶fell.
            <div><h2>Rain</h2>It fell.</div>             | Rain¶It fell.
            <b>Ra</b>in <i>fell</i>.                     | Rain fell.
            <ul><li>a<li>b</ul>                          | a¶b
            <table><tr><td>a<td>b<tr><td>c</table>       | a b¶c
            a<br>b                                       | a b
            a<br><br>b                                   | a¶b
            a<hr>b                                       | a¶b
            Tea &amp; cake &eacute; &#8212; &lt;b&gt;    | Tea & cake é — <b>
            AT&T & more                                  | AT&T & more
            <!-- hidden -->a<!-- b -->c                  | ac
            a<!-- never closed                           | a
            <?xml version="1.0"?>a                       | a
            <!DOCTYPE html>a                             | a
            <![CDATA[ x > y ]]>a                         | a
            <script>var a = "<p>";</script>b             | b
            <style>p { }</style>b                        | b
            <script>never closed                         | never closed
            <iframe src="x">b                            | b
            <title>Head</title>b                         | b
            <div hidden>a</div>b                         | b
            <span style="display:none">a</span>b         | b
            <span style="visibility: hidden">a</span>b   | b
            <div data-hidden="x">a</div>b                | a¶b
            <template><template>a</template>b</template>c | c
            The <TCB> met                                | The <TCB> met
            The <TCB>met</TCB>                           | The met
            a <x-y z="1"> b                              | a b
            1 < 2 > 0                                    | 1 < 2 > 0
            a <b                                         | a <b
            <a href="x>y">z</a>                          | z
            <a title='a"b' href=x>z</a>                  | z
            <P CLASS=x>Rain</P>                          | Rain
            <img src="a.jpg" alt="The quay">a            | a¶The quay
            a<img alt="IMG_2034.jpg">                    | a
            a<img alt="Tea &amp; cake">                  | a¶Tea & cake
            """)
    void itIsWhatAReaderOfThePageSees(String html, String text) {
        assertEquals(text, text(html));
    }

    @Test
    void preformattedTextKeepsItsLines() {
        assertEquals("a¶int x;\n  int y;¶b", text("a<pre>int x;\n  int y;</pre>b"));
        assertEquals("a\nb", text("<pre>a<br>b</pre>"));
        assertEquals("a < b", text("<pre>a &lt; b"));
    }

    @Test
    void anElementMayBeginInOnePieceAndEndInALaterOne() {
        assertEquals("c", text("<script>a", "b</script>", "c"));
        assertEquals("a\nb", text("<pre>a\n", "b", "</pre>"));
        assertEquals("a¶b", text("<div>a", "</div>", "b"));
    }

    @Test
    void itKnowsWhetherABlockIsOpen() {
        HtmlText html = new HtmlText(new ParagraphWriter(16, true), "<div><p>a</div>");
        assertFalse(html.isInBlock());
        html.read("<div><p>a");
        assertTrue(html.isInBlock());
        html.read("</div>");
        assertFalse(html.isInBlock());
    }

    @Test
    void theTextOfAPictureIsAParagraphThatThePageNeedNotShow() {
        ParagraphWriter out = new ParagraphWriter(16, true);
        HtmlText html = new HtmlText(out, "");
        html.read("<p>The <img alt='The quay'>tide.</p>");
        html.finish();
        assertEquals(List.of(11), out.finishBody().unseen());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"<div class=\"x\">a | div | false |  class=\"x\"| 15",
            "</DIV >a | div | true |  | 7", "<br/> | br | false | / | 5", "<a b='>'> | a | false |  b='>' | 9"})
    void aTagHasANameAndAnEnd(String html, String name, boolean closing, String attributes, int end) {
        HtmlTag tag = HtmlTag.at(html, 0).orElseThrow();
        assertEquals(name, tag.name());
        assertEquals(closing, tag.closing());
        assertEquals(attributes == null ? "" : attributes.strip(), tag.attributes().strip());
        assertEquals(end, tag.end());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"<1a>", "< a>", "<a", "<a <b>", "<>", "<=>", "<a'b>"})
    void whatIsNoTagIsNone(String html) {
        assertTrue(HtmlTag.at(html, 0).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"alt=\"the quay\" | the quay",
            "ALT='the quay' | the quay",
            "src=x alt=quay | quay", "data-alt=x | ``", "alt = \"a\" | a", "alt=\"\" | ``"})
    void anAttributeIsReadHoweverItIsQuoted(String attributes, String alt) {
        assertEquals(alt, HtmlTag.at("<img " + attributes + ">", 0).orElseThrow().attribute("alt"));
    }
}
