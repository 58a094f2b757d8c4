package broadsheet.post.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the tables {@code ¶} stands for a line break, {@code _} for the empty text. */
class PlainTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            # Storm¶over *the* bay | Storm¶¶over the bay
            one¶two **three**four __five__ | one two threefour five
            - a¶- b¶  - c | a¶¶b¶¶c
            > quoted¶> on¶¶after | quoted on¶¶after
            [the harbour](https://example.org/a_b "Port") opens | the harbour opens
            [the *harbour*][port]¶¶[port]: https://example.org | the harbour
            [the tide][topic tide] and [the flood][] came | the tide and the flood came
            the cell grid[i][j] | the cell grid[i][j]
            see https://example.org/x_y_z now | see https://example.org/x_y_z now
            <https://example.org> | https://example.org
            before ![A red boat](boat.png) after¶¶next | before after¶¶A red boat¶¶next
            ![IMG_12.jpg](a.jpg) x | x
            ~~old~~ new | old new
            a  ¶b\\¶c | a b c
            ```js¶if (a)¶¶  b()¶```¶end | if (a)¶  b()¶¶end
            `<div>` and `{{ x }}` | <div> and {{ x }}
            word[^1] next¶¶[^1]: The note.¶    Goes on. | word next¶¶The note. Goes on.
            Heading¶===¶text¶{: .center}¶¶* toc¶{:toc} | Heading¶¶text¶¶toc
            ## Offers {#offers}¶text{: #id .x} | Offers¶¶text
            {::comment}secret{:/comment}shown | shown
            {::options parse_block_html="true" /}¶¶shown | shown
            energy $$E=mc^2$$ is | energy E=mc^2 is
            Sch&ouml;n &amp; gut &#58; &nbsp;x | Schön & gut : x
            A<br>B and C<br/><br/>D | A B and C¶¶D
            snow<b>ball</b> and <span class="x">rain</span>coat | snowball and raincoat
            <div>one</div>¶¶two | one¶¶two
            <div class="a" markdown="1">¶**bold** here¶</div>¶after | bold here¶¶after
            <TCB> and <sarang> say </div> | <TCB> and <sarang> say
            <Note type="x">kept</Note> | kept
            5 < 6 and 7 > 6 & so | 5 < 6 and 7 > 6 & so
            a <!-- hidden --> b | a b
            <script>var a = "<p>x</p>";</script>¶¶b | b
            <iframe src="x"></iframe>¶¶b | b
            <iframe src="x">¶¶still here | still here
            <p hidden>gone</p><p style="display: none">gone</p><p>here</p> | here
            <figure><img src="a.png" alt="A heron"><figcaption>By the lake</figcaption></figure> | A heron¶¶By the lake
            <ul>¶<li>one</li>¶<li>two</li></ul> | one¶¶two
            Term¶: meaning | Term : meaning
            **Website: **example | Website: example
            2**8 is 256 | 2**8 is 256
            <td>![A map](map.png)</td> | A map
            soft\u00ADhyphen, zero\u200Bwidth, no\u00A0break\uFEFF \u202Aleft\u202C | softhyphen, zerowidth, no break left
            می\u200Cخواهم a\u200Cb 👩\u200D🚀 | می\u200Cخواهم ab 👩\u200D🚀
            cafe\u0301 | café
            北京¶新闻 and¶Han | 北京新闻 and Han
            <!-- wp:paragraph {"a":1} -->¶<p>Text</p>¶<!-- /wp:paragraph --> | Text
            [caption id="a" width="3"]<img alt="A gull">The gull[/caption] | The gull¶¶A gull
            [gallery ids="1,2"] after | after
            [video] stays, [Donald] too | stays, [Donald] too
            import Chart from './chart'¶¶# News | News
            import duties rise 'again' today | import duties rise 'again' today
            line one¶---¶line two | line one¶¶line two
            a¶<!-- more -->¶b | a¶¶b
            [![](a.jpg)](b) c | c
            **[a](b)**: a_b_c, [d] e[f] and R&D | a: a_b_c, [d] e[f] and R&D
            12) one¶    - two | one¶¶two
            """)
    void markdownBecomesText(String source, String text) {
        assertEquals(lines(text), PlainText.of(lines(source), Markup.MARKDOWN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {% include ad.html x="a" %}¶text {% assign a = 1 %}on | text on
            super{% comment %}no{% endcomment %}star | superstar
            one{% include x %}two | one two
            a{{ page.x }} b {{ y }}c, d | a b c, d
            a¶{% comment %}¶# secret¶¶```¶code¶```¶{% endcomment %}¶b | a¶¶b
            {%- comment -%}x{%- endcomment -%}y | y
            {% raw %}{{ shown }}{% endraw %} | shown
            {% raw %}Write {{ shown }} and `{{ so }}`{% endraw %} {{ x }}on | Write shown and {{ so }} on
            {% case a %}{% when 1 %}one{% when 2 %}two{% endcase %} | one two
            {% highlight js %}¶<div>{{ a }}</div>¶{% endhighlight %} | <div>{{ a }}</div>
            ```¶{% raw %}¶{{ a }}¶{% endraw %}¶``` | {{ a }}
            [text]({% post_url 2020-01-01-x %}) and [b]({{ site.url }}/b) | text and b
            [a]: {{ site.a }}¶[b]: http://b¶¶x [a] y | x a y
            {{< figure src="a.png" caption="The pier" >}} | The pier
            {{< note >}}Read *this*.{{< /note >}} | Read this.
            {{% box %}}inner{{% /box %}} | inner
            {{< codepen¶  hash="x"¶>}}¶¶after | after
            {% image "a/b.png" "The team" %}¶*caption* | The team¶¶caption
            {% if a %}yes{% else %}no{% endif %} | yes no
            {# a note #}shown {/* jsx */}too | shown too
            unclosed {% include x | unclosed include x
            {% include q.md¶  q0="Why now?"¶  a0="Because." %} | Why now?¶¶Because.
            See [a][b c] [d].¶¶{% include r.md %}¶{% include l.md n="1" %}¶[b c]: /x¶[d]: /y | See a d.
            See [d].¶{% include r.md caption="Rain" %}¶{% include r.md %}¶[d]: /y | See d.¶¶Rain
            See [d].¶¶{% include r.md %} {% include l.md n="1" %}¶[d]: /y | See d.
            新しい[タグ][the tag]と[型][]は、ne[HTLC][topic htlc] m[i][j] | 新しいタグと型は、neHTLC m[i][j]
            {% capture x %}¶2. second¶{% endcapture %} | second
            """)
    void templateLanguageIsLeftOut(String source, String text) {
        assertEquals(lines(text), PlainText.of(lines(source), Markup.MARKDOWN).replace("{{ shown }}", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            <h1>Storm</h1><p>over&nbsp;the <i>bay</i></p> | Storm¶¶over the bay
            <table><tr><th>Town</th><td>Rain</td></tr><tr><td>York</td><td>3</td></tr></table> | Town Rain¶¶York 3
            <pre>a¶  &lt;b&gt;</pre>end | a¶  <b>¶¶end
            <style>p{}</style><p title="a > b">x<p>y | x¶¶y
            a¶¶b | a b
            <!DOCTYPE html><head><title>t</title></head><body>b</body> | b
            &lt;p&gt; is a tag | <p> is a tag
            {{< reactos-version >}}<p>x | x
            long<wbr>word | longword
            <ruby>漢<rt>kan</rt>字</ruby> | 漢字
            """)
    void htmlBecomesText(String source, String text) {
        assertEquals(lines(text), PlainText.of(lines(source), Markup.HTML));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            one¶two¶¶three <b> | one two¶¶three <b>
            Title¶=====¶¶``code`` and `link <https://x.y>`_ | Title¶¶code and link
            .. image:: a.png¶   :alt: A quay¶¶*text* | A quay¶¶text
            .. note:: Mind the gap | Mind the gap
            """)
    void plainAndLightTextKeepTheirParagraphs(String source, String text) {
        assertEquals(lines(text), PlainText.of(lines(source), Markup.TEXT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            C* and C++, AT&T | C* and C++, AT&T
            AT&amp;T &#8211; now | AT&T – now
            <TCB> BUYS <IBM> UNIT | <TCB> BUYS <IBM> UNIT
            The <em>sea</em> wall<br>cost | The sea wall cost
            **Bold** `code` [link](http://x) | Bold code link
            M*A*S*H and f*ck, snake_case_name | M*A*S*H and f*ck, snake_case_name
            1984. A review | 1984. A review
            # 1 in the charts | # 1 in the charts
            [Updated]: new terms | [Updated]: new terms
            [Updated] {{ page.x }}News | [Updated] News
            two¶ lines  here | two lines here
            a < b | a < b
            """)
    void aTitleIsOneLine(String source, String text) {
        assertEquals(text, PlainText.line(lines(source)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            ![A heron](a.png)¶¶By the ![lake](b.png) at dawn | MARKDOWN | A heron,lake
            one ![*two*](b.png) &amp; ![three](c.png) | MARKDOWN | two,three
            cafe\u0301 ![e\u0301te\u0301 \uFFFC](a.png)¶¶o\u0308 ![zwei](b.png) | MARKDOWN | été \uFFFC,zwei
            \uFFFC is no picture | MARKDOWN | _
            {% include q.md q0="Why now?" a0="Because." %} and¶¶so on | MARKDOWN | Why now?,Because.
            ![IMG_1.jpg](a.jpg) x | MARKDOWN | _
            <p>A<img alt="B. C">D</p><p>E</p> | HTML | B. C
            <div hidden><img alt="B"></div>C | HTML | _
            .. image:: a.png¶   :alt: A quay¶¶text | TEXT | A quay
            .. figure:: a.png¶   :caption: A quay¶¶text | TEXT | _
            """)
    void whatThePageDoesNotShowIsKnown(String source, Markup markup, String unseen) {
        Post.Body body = PlainText.body(lines(source), markup);
        String text = body.text();
        assertEquals(lines(unseen), body.unseen().stream().map(at -> text.substring(at).split("\n\n")[0])
                .collect(Collectors.joining(",")));
        body.unseen().forEach(at -> assertTrue(at == 0 || text.startsWith("\n\n", at - 2), text));
    }

    @Test
    void proseLeavesCodeOut() {
        assertEquals("see now", PlainText.prose("see `x` now\n\n```\ny\n```\n", Markup.MARKDOWN));
    }

    private static String lines(String cell) {
        String text = cell.equals("_") ? "" : cell.replace('¶', '\n');
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean escape = text.startsWith("\\u", i) && i + 6 <= text.length();
            out.append(escape ? (char) Integer.parseInt(text.substring(i + 2, i + 6), 16) : text.charAt(i));
            i += escape ? 5 : 0;
        }
        return out.toString();
    }
}
