package broadsheet.post.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Room post.template: the parts that the walk over a source is made of. */
class CodeLinesTest {

    /** One letter a line: {@code c} for code, {@code .} for none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a↵b                       | ..
            ```↵a↵```↵b               | ccc.
            ~~~↵```↵~~~↵b             | ccc.
            ````↵```↵````↵b           | ccc.
            ```c↵a↵```↵b              | ccc.
            ```a`↵b                   | ..
            - ```↵  a↵  ```↵b         | ccc.
            "> ```↵> a↵> ```↵b"       | ccc.
            ```↵never closed↵↵b       | cccc
            a↵↵    b↵    c↵d          | ..cc.
            a↵    b                   | ..
            "    a↵↵    b"            | c.c
            - a↵↵    b                | ...
            1. a↵↵    b               | ...
            <div>↵↵    b↵</div>       | ....
            <div></div>↵↵    b        | ..c
            "    {% if a %}"          | .
            "    <p>a</p>"            | .
            """)
    void fencedAndIndentedLinesAreCode(String lines, String expected) {
        CodeLines code = new CodeLines();
        assertEquals(expected, lines.replace('↵', '\n').lines().map(line -> code.isCode(line) ? "c" : ".")
                .collect(Collectors.joining()));
    }

    @Test
    void theSeekerFindsWhatComesNext() {
        Seeker seeker = new Seeker("ab}cd}\ne");
        assertEquals(2, seeker.find("}", 0));
        assertEquals(2, seeker.find("}", 2));
        assertEquals(5, seeker.find("}", 3));
        assertEquals(-1, seeker.find("}", 6));
        assertEquals(-1, seeker.find("%}", 0));
        assertEquals(6, seeker.lineEnd(0));
        assertEquals(8, seeker.lineEnd(7));
    }

    @Test
    void theSeekerStopsAtAnotherMark() {
        assertEquals(-1, new Seeker("a {% b %}").findBefore("%}", "{%", 0));
        assertEquals(7, new Seeker("a {% b %}").findBefore("%}", "{%", 4));
    }

    @Test
    void backticksAreClosedInTheSameParagraphOnly() {
        assertEquals(4, new Seeker("`a b`").closingTicks(0, 1));
        assertEquals(-1, new Seeker("`a\n\nb`").closingTicks(0, 1));
        assertEquals(5, new Seeker("``a`b``").closingTicks(0, 2));
        assertEquals(-1, new Seeker("``a`").closingTicks(0, 2));
    }

    @Test
    void anEndTagIsFoundByItsName() {
        String source = "{% raw %}a{%- endraw -%}b";
        TemplateTag raw = TemplateTag.of(" raw ", true);
        assertEquals(10, new Seeker(source).endTagStart(raw, 9));
        assertEquals(24, new Seeker(source).endTag(raw, 9));
        assertEquals(-1, new Seeker(source).endTag(TemplateTag.of(" comment ", true), 9));
        assertEquals(10, new Seeker("{{< a >}}b{{< /a >}}").endTagStart(TemplateTag.of(" a ", false), 9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {" include a.html | include | false | ``",
            "- if x - | if | false | ``",
            " endif  | endif | true | ``", " fig caption=\"The quay\" | fig | false | The quay",
            " fig alt='a b', width: 3 | fig | false | a b", " q1 q1: \"Why?\" | q1 | false | Why?",
            " assign title = \"a\" | assign | false | ``", " image a.jpg \"The quay\" | image | false | The quay",
            " img \"The quay\" | img | false | ``", " | `` | false | ``"})
    void aTagOfLiquidHasANameAndTextForReaders(String inside, String name, boolean closing, String shown) {
        TemplateTag tag = TemplateTag.of(inside == null ? "" : inside, true);
        assertEquals(name, tag.name());
        assertEquals(closing, tag.isClosing());
        assertEquals(shown, tag.shown());
    }

    @Test
    void aTagHasItsKind() {
        assertTrue(TemplateTag.of("comment", true).isComment());
        assertFalse(TemplateTag.of("endcomment", true).isComment());
        assertTrue(TemplateTag.of("raw", true).isRaw());
        assertFalse(TemplateTag.of("raw", false).isRaw());
        assertTrue(TemplateTag.of("else", true).isAlternative());
        assertTrue(TemplateTag.of("highlight js", true).isCode());
        assertTrue(TemplateTag.of("endhighlight", true).isCode());
        assertTrue(TemplateTag.of("/note", false).isControl());
        assertTrue(TemplateTag.of("assign a = 1", true).isControl());
        assertFalse(TemplateTag.of("include a", true).isControl());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{% raw %}a{% endraw %} | a", "{%- raw -%}a | a",
            "a{% comment %}b{% endcomment %}c | ac", "{% if a %} | {% if a %}", "a | a"})
    void evenInCodeRawTagsAndCommentsGo(String code, String left) {
        assertEquals(left, TemplateTag.withoutRaw(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[caption]", "[caption id=\"a\"]", "[/caption]", "[gallery ids=\"1,2\"]", "[youtube=x]",
            "[code lang=\"a\"]", "[tab/]"})
    void aShortcodeOfWordPressEndsAtItsBracket(String tag) {
        assertEquals(tag.length(), WordPressTag.end(tag + " a", 0, tag.length() + 2));
        assertEquals(-1, WordPressTag.end(tag + "(a)", 0, tag.length() + 3));
        assertEquals(-1, WordPressTag.end(tag + ": a", 0, tag.length() + 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[code]", "[captions]", "[Caption]", "[a]", "[caption", "[caption\n]"})
    void whatIsNoShortcodeStays(String text) {
        assertEquals(-1, WordPressTag.end(text + " ", 0, text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n')));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"import A from './a' | true", "import './a'; | true",
            "import taxes rose | false", "export const a = {} | true", "export of fish | false",
            "*[UN]: United Nations | true", "*[UN] met | false", "important | false"})
    void importsAndAbbreviationsShowNothing(String line, boolean dropped) {
        assertEquals(dropped, LineMarks.isDropped(line, 0, line.length()));
    }

    @Test
    void marksLookAtTheirLine() {
        assertTrue(LineMarks.isBlankBefore("a\n  [", 4));
        assertFalse(LineMarks.isBlankBefore("a\nb [", 4));
        assertTrue(LineMarks.isBlankBut(new StringBuilder("a\n ·"), '·'));
        assertFalse(LineMarks.isBlankBut(new StringBuilder("a\nb ·"), '·'));
        assertTrue(LineMarks.isAfterEmptyLine(new StringBuilder("a\n\n ")));
        assertFalse(LineMarks.isAfterEmptyLine(new StringBuilder("a\nb\n")));
    }
}
