package broadsheet.post.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.archive.Mutations;
import broadsheet.archive.TarFile;
import broadsheet.post.template.TemplateTags;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds {@link PlainMarkdown}, by way of {@link MarkdownBody}, against the parser that it spares. */
class PlainMarkdownTest {

    private static final List<String> PIECES = List.of("*", "**", "_", "__", "***", "`", "``", "[", "]", "(", ")", "![",
            "](", "](x)", "[a](b)", "![a](b)", "**b**", "*b*", "_b_", "`c`", "<", "<b>", "</b>", "<div>\n", "<pre>",
            "<!--",
            "-->", "&", "&amp;", "&a;", "\\", "~", "~~", "|", "\n", "\n\n", "  \n", " ", "    ", "\t", "# ", "## ",
            " #",
            "- ", "* ", "+ ", "1. ", "2. ", "1) ", "> ", "===\n", "---\n", "***\n", "* * *\n", "```\n", "~~~\n", "!",
            "\"",
            "'", ":", "{", "\u00A0", "\u200D", "\u200C", "é", "’", "字", "。", "😀", "\uE001", "\uE003", "\uE004", "2**8",
            "snake_case", "a*b", "http://x.y", "<http://x.y>", "- \n", "*\n", "1.\n", "  - x\n", "   y\n",
            "| a | b |\n|---|---|\n", ":-\n", "(b \"t\")", "(b 't')", "\u00AD", "[a]: b\n", "[a]", "[b][a]", "\r\n");
    private static final String SAMPLE = """
            The *council* met on **Tuesday**, as [the paper](https://news.example/a_b "of record") wrote;
            nobody_at_all came.
            "Why?" asked one.

            ## What `next` will be

            - the wall: **[plans](/plans)**
            - the ferry
              at nine
              - and at ten
            * ![the quay at dusk](quay.jpg) R&D

            1. first
            2. second
            10) tenth

              set in by two

            <div class="box">

            And *so
            on*.
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"The *sea* wall | The sea wall", "a **b c** d | a b c d",
            "see [the wall](/w), now | see the wall, now", "a_b_c and R&D | a_b_c and R&D", "# Head | Head",
            "- one | one", "12) one | one", "**[a](b)**: c | a: c", "2 * 3 < 4 | 2 * 3 < 4", "a `b*c` d | a b*c d",
            "[a] b[c] | [a] b[c]",
            "[![](a.jpg)](b) c | c"})
    void whatPeopleMostlyWriteIsPlain(String markdown, String text) {
        PlainMarkdown plain = new PlainMarkdown(markdown);
        assertTrue(plain.read(0, markdown.length()));
        ParagraphWriter out = new ParagraphWriter(16, true);
        plain.write(out);
        assertEquals(text, out.finish());
    }

    @Test
    void aLineThatIsACommentPartsParagraphs() {
        whatPeopleMostlyWriteIsPlain("a\n<!-- more -->\nb", "a\n\nb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a *b", "*", "* * *", "a <b>c</b>", "a\n---", "a\n===", "| a |", "a &amp; b", "a \\* b",
            "[a][b]", "[a", "a]", "![a]", "- a\n<!-- b -->", "<!-- a", "<!-- a --> b", "> a", "    a", "a\tb", "``a``",
            "~~a~~", "***a***", "a\n2. b", "- - a", "1. # a", "# a #", "<div>",
            "[a](b(c))", "```", "a*b*c*d", "-", "+ ", "a **b* c"})
    void whatMightMeanMoreIsLeftToTheParser(String markdown) {
        assertFalse(new PlainMarkdown(markdown).read(0, markdown.length()));
    }

    @Test
    void itWritesWhatTheParsersTreeGivesWhateverIsBroken() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        assertSame(SAMPLE, "the sample");
        for (int i = 0; i < 20_000; i++) {
            assertSame(Mutations.of(SAMPLE, PIECES, random), "seed " + seed);
        }
    }

    @Test
    void itWritesRealBodiesAsTheParserDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (TarFile file : TarFile.ofSharedArchives()) {
            if (file.markup() != Markup.MARKDOWN || random.nextInt(file.isMade() ? 32 : 4) > 0) {
                continue;
            }
            String body = TemplateTags.strip(file.body().substring(0, Math.min(file.body().length(), 20_000)), true);
            assertSame(body, file.name());
            assertSame(Mutations.of(body, PIECES, random), file.name() + ", seed " + seed);
        }
    }

    private static void assertSame(String body, String where) {
        ParagraphWriter parsed = new ParagraphWriter(16, true);
        HtmlText html = new HtmlText(parsed, body);
        MarkdownText.write(MarkdownText.PARSER.parse(body), html, parsed);
        html.finish();
        ParagraphWriter quick = new ParagraphWriter(16, true);
        MarkdownBody.write(body, quick);
        assertEquals(parsed.finishBody(), quick.finishBody(), () -> where + "\n" + body);
    }
}
