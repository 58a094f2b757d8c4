package broadsheet.post.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Room post.template: what is left of a source. In the tables a {@code ↵} is a line break, {@code ·} the sign for a
 * tag's output, {@code ◁} and {@code ▷} those around an argument that is made for readers.
 */
class TemplateTagsTest {

    private static String strip(String source, boolean markdown) {
        return TemplateTags.strip(source.replace('↵', '\n'), markdown).replace('\n', '↵')
                .replace(SourceSigns.OUTPUT, '·').replace(SourceSigns.UNSEEN, '◁').replace(SourceSigns.BREAK, '▷');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a {{ page.x }} b                              | a · b
            a{{ x }}b                                     | a·b
            {{{ x }}} b                                   | · b
            a {{ x                                        | a {{ x
            a {% include b.html %} c                      | a · c
            a {%- include b.html -%} c                    | a · c
            a {% if x %}b{% else %}c{% endif %}           | a b·c
            a {% comment %} b {% endcomment %} c          | a  c
            a {% comment %} b                             | a  b
            a {# b #} c                                   | a  c
            {% raw %}{{ a }}{% endraw %}                  | · a ·
            a {% include x                                | a  include x
            {% assign a = "b" %}↵c                        | c
            {% include fig.html caption="The quay" %}     | ◁The quay▷
            {% quote text='Tea' alt="cup" %}              | ◁Tea◁cup▷
            {% image a.jpg "The old quay" %}              | ◁The old quay▷
            {% image a.jpg "quay" %}                      | ``
            a↵↵{% include b.html %}↵↵c                    | a↵↵↵c
            """)
    void tagsOfLiquidGo(String source, String left) {
        assertEquals(left, strip(source, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a {{< youtube x >}} b                         | a · b
            a {{% note %}}b{{% /note %}}                  | a ·b
            {{< figure src="a" caption="The quay" >}}     | ◁The quay▷
            {{< figure alt='a' title="b" >}}              | ◁a◁b▷
            a {{< x                                       | a  x
            {{< highlight go >}}x := {{ y }}{{< /highlight >}} | ↵↵~~~~~~~~~↵x := {{ y }}↵~~~~~~~~~↵↵
            """)
    void shortcodesOfHugoGo(String source, String left) {
        assertEquals(left, strip(source, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {% highlight c %}int a;{% endhighlight %}     | ↵↵~~~~~~~~~↵int a;↵~~~~~~~~~↵↵
            {% highlight c %}~~~{% endhighlight %}        | ↵↵`````````↵~~~↵`````````↵↵
            a `{{ b }}` c {{ d }}                         | a `{{ b }}` c ·
            a `{% raw %}{{ b }}{% endraw %}`              | a `{{ b }}`
            ``a ` {{ b }}`` {{ c }}                       | ``a ` {{ b }}`` ·
            a ` {{ b }}                                   | a ` ·
            ```↵{{ a }}↵```↵{{ b }}                       | ```↵{{ a }}↵```↵·
            a↵↵    {{ b }}↵↵{{ c }}                       | a↵↵    {{ b }}↵↵·
            <pre>{{ a }}</pre> {{ b }}                    | <pre>{{ a }}</pre> ·
            <code>{{ a }}</code> {{ b }}                  | <code>{{ a }}</code> ·
            <!-- {{ a }} --> {{ b }}                      | <!-- {{ a }} --> ·
            <prefix {{ a }}>                              | <prefix ·>
            """)
    void codeStaysAsItIs(String source, String left) {
        assertEquals(left, strip(source, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a{:.wide} b                                   | a b
            {::comment}a{:/comment} b                     | ` b`
            # Head {#offers}                              | # Head
            a {.center}                                   | a
            a {.center} b                                 | a {.center} b
            a {/* b */} c                                 | a  c
            a[^1] b                                       | a b
            a↵[^1]: b                                     | a↵↵ b
            a↵[^1]: b↵    c↵d {{ e }}                     | a↵↵ b↵c↵d ·
            a [^b c]                                      | a [^b c]
            x[^] {{ a }}                                  | x[^] ·
            [caption id="a" width="3"]The quay[/caption]  | The quay
            [gallery]                                     | ``
            [gallery](a.html)                             | [gallery](a.html)
            [a caption]                                   | [a caption]
            $$x^2$$ a                                     | x^2 a
            a $$$ {{ b }}                                 | a $$$ ·
            import A from './a'↵b                         | b
            export const a = 1↵b                          | b
            *[UN]: United Nations↵b                       | b
            an import from abroad {{ a }}                 | an import from abroad ·
            """)
    void otherMarksGo(String source, String left) {
        assertEquals(left.strip(), strip(source, true).strip());
    }

    @Test
    void aFootnoteMayEndWithAnIndentation() {
        assertEquals("a↵↵ b↵", strip("a↵[^1]: b↵    ", true));
        assertEquals("a↵↵ b↵", strip("a↵[^1]: b↵\t", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Rain fell.", "a [b](c) d", "[1] and [2]", "a $5 b", "an important $ sign",
            "a * b [x]: c"})
    void aSourceWithoutAnyIsTheSame(String source) {
        assertSame(source, TemplateTags.strip(source, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"`{{ a }}` | `·`", "'    {{ a }}' | '    ·'",
            "{% highlight c %}a{% endhighlight %} | <pre>a</pre>"})
    void outsideOfMarkdownOnlyTagsOfHtmlAreCode(String source, String left) {
        assertEquals(left, strip(source, false));
    }
}
