package broadsheet.post.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Room post.markup: plain text, reStructuredText, and the small rules. In the tables {@code ↵} is a line break,
 * {@code ¶} the empty line between paragraphs.
 */
class LightTextTest {

    private static String light(String source) {
        ParagraphWriter out = new ParagraphWriter(16, true);
        LightText.write(source.replace('↵', '\n'), out);
        return out.finish().replace("\n\n", "¶");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Rain↵fell. | Rain fell.", "a↵↵b | a¶b", "a *b* `c` | a *b* `c`",
            "- a↵- b | - a - b", "日本↵語 | 日本語"})
    void plainTextIsItsLines(String source, String text) {
        assertEquals(text, light(source));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Storm↵=====↵↵Rain.                          | Storm¶Rain.
            ``a`` and *b* and **c**                     | a and b and c
            ``a`` `the site <http://a.example>`_        | a the site
            ``a`` :ref:`the wall <wall>`                | a the wall
            ``a`` :doc:`tide`                           | a tide
            ``a`` `b`_                                  | a b
            .. image:: quay.jpg↵   :alt: The quay↵↵a    | The quay¶a
            .. figure:: a.jpg↵   :width: 3↵↵   Caption  | Caption
            .. note:: Mind the step↵↵a                  | Mind the step¶a
            .. [1] A footnote                           | A footnote
            .. _target:↵↵a                              | a
            .. comment of the desk↵a                    | a
            a↵===== =====↵b                             | a¶b
            a ``2*3*4``                                 | a 2*3*4
            """)
    void marksOfReStructuredTextGo(String source, String text) {
        assertEquals(text, light(source));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"**Website: ** | 'Website: '", "2**8 | 2**8", "a ** b | 'a  b'",
            "[quay](a.html) | ' quay '", "![quay](/a b) | ' quay '", "a](http://x) b | 'a  b'", "a [b] (c) | a [b] (c)",
            "****a | a"})
    void strayMarksAreTakenOut(String text, String clean) {
        assertEquals(clean, StrayMarks.clean(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMG_2034.jpg", " a.PNG ", "https://x.example/a.webp", "DSC.tiff"})
    void aPicturesTextThatNamesItsFileIsNone(String text) {
        assertEquals("", ImageText.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"The quay", "The quay.jpg at dusk", "a.pdf", "jpg"})
    void anyOtherTextOfAPictureStays(String text) {
        assertEquals(text, ImageText.of(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"# Storm↵Rain | Storm", "## Storm ## | Storm", "### Storm | ''",
            "Rain.↵↵# Storm | Storm", "Storm↵===== | Storm", "Storm↵---- | Storm", "---- | ''", "a↵-- | ''",
            "<h1 class='x'>The <b>storm</b></h1> | The storm", "<title>Storm</title>↵# Rain | Storm",
            "<h3>Storm</h3> | ''", "```↵# Storm | ''", "# *Storm* &amp; rain | Storm & rain", "#Storm | ''", "'' | ''"})
    void theFirstHeadingOfABodyIsATitle(String body, String title) {
        assertEquals(title, Headings.first(body.replace('↵', '\n'), Markup.MARKDOWN));
    }

    @Test
    void inHtmlOnlyTagsAreHeadings() {
        assertEquals("", Headings.first("# Storm", Markup.HTML));
        assertEquals("Storm", Headings.first("<h2>Storm</h2>", Markup.HTML));
    }

    @Test
    void aHeadingFurtherDownIsNone() {
        assertEquals("Storm", Headings.first("a\n".repeat(29) + "# Storm", Markup.MARKDOWN));
        assertEquals("", Headings.first("a\n".repeat(30) + "# Storm", Markup.MARKDOWN));
    }

    private static boolean isDropped(String text, int at) {
        return Invisible.isDropped(text, at);
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u0007', '\u0085', '\u00AD', '\u200B', '\u200E', '\u202A', '\u2060', '\u061C', '\uFEFF',
            '\uFFFE', '\uE001', '\u034F', '\u180E'})
    void whatNobodySeesIsDropped(char c) {
        assertTrue(isDropped("a" + c + "b", 1));
    }

    @ParameterizedTest
    @ValueSource(chars = {'a', ' ', 'é', '\u0301', '日', '\u2014', '\uFE0F', '\uFFFD'})
    void whatSomebodySeesStays(char c) {
        assertFalse(isDropped("a" + c + "b", 1));
    }

    @Test
    void joinersStayWhereTheyAreSpelling() {
        assertFalse(isDropped("می\u200Cخواهم", 2));
        assertFalse(isDropped("क\u200Dष", 1));
        assertFalse(isDropped("👩\u200D🚒", 2));
        assertTrue(isDropped("a\u200Db", 1));
        assertTrue(isDropped("a\u200Cb", 1));
        assertTrue(isDropped("می\u200C", 2));
        assertTrue(isDropped("👩\u200C🚒", 2));
    }

    @ParameterizedTest
    @CsvSource({"p, true, true, false, false", "span, true, false, false, false", "script, true, false, true, false",
            "br, true, false, false, true", "hr, true, true, false, true", "tcb, false, false, false, false"})
    void anElementHasItsMeaning(String name, boolean known, boolean block, boolean unseen, boolean empty) {
        assertEquals(known, HtmlElements.isKnown(name));
        assertEquals(block, HtmlElements.isBlock(name));
        assertEquals(unseen, HtmlElements.isUnseen(name));
        assertEquals(empty, HtmlElements.isVoid(name));
    }
}
